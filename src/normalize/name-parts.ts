import { kanaKey } from './kana.js';
import { kanjiKey } from './kanji.js';
import { latinKey } from './latin-key.js';

/** What a name is written in; `kanji` may hold kana too (花のすけ), `mixed` is everything else. */
export type NameScript = 'kanji' | 'kana' | 'latin' | 'mixed';

/** One name cut into keys. Without a separator family and given are ''. `whole` is family + given. */
export interface NameParts {
  readonly family: string;
  readonly given: string;
  readonly whole: string;
  readonly separated: boolean;
  readonly script: NameScript;
}

const HAN = /[\p{Script=Han}〇]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN = /\p{Script=Latin}/u;
/** Not modifier letters: ー and half-width marks have no script of their own. */
const LETTER = /[\p{Lo}\p{Lu}\p{Ll}\p{Lt}]/u;

/** What the letters of a text are written in; a text without letters counts as kanji. */
export function scriptOf(text: string): NameScript {
  let [han, kana, latin, other] = [false, false, false, false];
  for (const char of text) {
    if (HAN.test(char)) han = true;
    else if (KANA.test(char)) kana = true;
    else if (LATIN.test(char)) latin = true;
    else if (LETTER.test(char)) other = true;
  }
  if (other || (latin && (han || kana))) return 'mixed';
  if (latin) return 'latin';
  return kana && !han ? 'kana' : 'kanji';
}

/** The key of a text in the given script. */
export function keyIn(script: NameScript, text: string): string {
  if (script === 'latin') return latinKey(text);
  return script === 'kana' ? kanaKey(text) : kanjiKey(text);
}

const SPACES = /[\s\u3000]+/;
/** Two spaces or more, or an ideographic one: the wider gap where a name has gaps of two widths. */
const WIDE = /\s{2,}|\u3000+/;

/** The words of a name: cut at the wide gaps where there are wide and narrow ones (田 中　花 子). */
function words(text: string): string[] {
  const trimmed = text.trim();
  const wide = trimmed.split(WIDE);
  const narrow = trimmed.split(SPACES);
  if (wide.length === 2 && narrow.length > 2 && narrow.every((word) => [...word].length === 1)) return wide;
  return narrow.filter((word) => word !== '');
}

/** Cuts one name (no brackets, no second name) into family and given name. Never guesses where there is no separator. */
export function cutName(text: string): NameParts {
  const script = scriptOf(text);
  const comma = text.split(/[,，、､]/);
  const [family, given] =
    comma.length === 2 && comma.every((part) => part.trim() !== '')
      ? [comma[0]!, comma[1]!]
      : script === 'latin'
        ? cutLatin(words(text))
        : cutJapanese(text, script);
  const parts = { family: keyIn(script, family), given: keyIn(script, given) };
  if (parts.family === '' || parts.given === '') {
    return { family: '', given: '', whole: keyIn(script, text), separated: false, script };
  }
  return { ...parts, whole: parts.family + parts.given, separated: true, script };
}

function cutJapanese(text: string, script: NameScript): readonly [string, string] {
  let parts = words(text);
  if (parts.length === 1 && script === 'kana') parts = text.split(/[・･]/);
  return [parts[0] ?? '', parts.slice(1).join(' ')];
}

/** Words that belong to the family name after them. */
const PARTICLES = new Set(
  'VAN VON DE DER DEN DA DO DOS DAS DI DU DEL DELLA LA LE EL AL BIN BINTI IBN TER TEN SAN STE ST'.split(' '),
);
const TITLES = /^(MR|MRS|MS|MISS|DR|PROF)\.?$/i;

/**
 * Latin words as [family, given]. A residence card writes FAMILY GIVEN in capitals; mixed case is Western order,
 * and a lone word in capitals among others (Marty McFLY is not one, John SMITH is) marks the family name.
 */
function cutLatin(all: readonly string[]): readonly [string, string] {
  const parts = all.length > 1 && TITLES.test(all[0]!) ? all.slice(1) : all;
  if (parts.length < 2) return [parts.join(' '), ''];
  const capitals = parts.map((word) => word.length > 1 && word === word.toUpperCase());
  if (capitals.every(Boolean)) {
    const start = parts.findIndex((word) => !PARTICLES.has(word.toUpperCase()));
    const end = start < 0 || start === parts.length - 1 ? 1 : start + 1;
    return [parts.slice(0, end).join(' '), parts.slice(end).join(' ')];
  }
  if (capitals.filter(Boolean).length === 1) {
    const at = capitals.indexOf(true);
    return [parts[at]!, parts.filter((_, i) => i !== at).join(' ')];
  }
  let start = parts.length - 1;
  while (start > 1 && PARTICLES.has(parts[start - 1]!.toUpperCase())) start--;
  return [parts.slice(start).join(' '), parts.slice(0, start).join(' ')];
}
