import { charForms, type Forms } from '../../normalize/reading/reading-forms.js';
import { wordForms } from '../../normalize/reading/reading-words.js';

/** Every kana with which a name in kanji can end, in the order of the syllabary; '' where unknown. */
export function lastSounds(name: string): string {
  const chars = [...name];
  const ending = chars.flatMap((_, at) =>
    wordForms(chars, at).flatMap(({ length, forms }) => (at + length === chars.length ? [forms] : [])),
  );
  const own = charForms(chars.at(-1) ?? '');
  const sounds = [...(own ? [own] : []), ...ending].flatMap(lastOfForms);
  return [...new Set(sounds)].sort().join('');
}

const known = new WeakMap<Forms, readonly string[]>();

function lastOfForms(forms: Forms): readonly string[] {
  let last = known.get(forms);
  if (last === undefined) {
    last = [forms.initial, forms.medial].flatMap((table) =>
      table.flatMap((group) => (group ?? []).map(({ kana }) => kana.at(-1)!)),
    );
    known.set(forms, last);
  }
  return last;
}
