import type { Engine } from '../../engine/engine.js';
import { dropValues, valuesFrom } from '../../engine/from-register.js';
import { charForms } from '../../normalize/reading/reading-forms.js';
import { wordsFrom } from '../../normalize/reading/reading-words.js';
import { makeDictionary } from '../../prepare/dictionary.js';
import { FIRST_SOUNDS } from '../../tables/compared.js';

const FIRST_KANA = 0x30a0;

/** Every kana with which a name that begins with this character can begin, in the order of the syllabary; '' where unknown. */
export function firstSounds(letter: string): string {
  const tables = [charForms(letter), ...wordsFrom(letter)].flatMap((forms) => (forms ? [forms.initial] : []));
  const begins = (code: number) => tables.some((table) => (table[code]?.length ?? 0) > 0);
  return Array.from({ length: 0x60 }, (_, code) => code)
    .filter(begins)
    .map((code) => String.fromCharCode(FIRST_KANA + code))
    .join('');
}

/**
 * Makes `first_sounds(letter, kana)` of the letters with which names of residents without furigana begin: which of them a
 * kana may be a reading of is asked of few, however many were born on a day.
 */
export async function makeFirstSounds(engine: Engine): Promise<void> {
  const letters = ['nw', 'ng'].map(
    (key) => `SELECT substr(${key}, 1, 1) AS v FROM residents WHERE kw IS NULL`,
  );
  await makeDictionary(engine, {
    table: FIRST_SOUNDS,
    values: await valuesFrom(engine, { reads: ['residents'], sql: () => letters.join(' UNION ALL ') }),
    map: (letter) => ({ letter, kana: firstSounds(letter) }),
  });
  await dropValues(engine);
}

/** SQL: whether a resident's name, of whose letter `sounds` is the row, may begin with this kana. ヂ and ヅ sound as ジ and ズ. */
export function mayBegin(sounds: string, kana: string): string {
  return `strpos(${sounds}.kana, translate(substr(${kana}, 1, 1), 'ヂヅ', 'ジズ')) > 0`;
}
