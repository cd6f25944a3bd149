import type { Column } from '../engine/columns.js';
import { table } from './table.js';

function dictionary<const N extends string, const C extends Readonly<Record<string, Column>>>(
  kind: N,
  columns: C,
) {
  return table({
    name: `dict_${kind}`,
    family: 'dict_<kind>',
    columns: { value: 'text', ...columns },
    row: 'distinct text of a kind',
  });
}

/** What the distinct texts of each kind normalise to; a date and a serial stand after their notation and a bar. */
export const DICT_DATE = dictionary('date', { key: 'int?' });
export const DICT_SEX = dictionary('sex', { code: 'tiny' });
export const DICT_KANA = dictionary('kana', { key: 'text' });
export const DICT_KANJI = dictionary('kanji', { key: 'text' });
export const DICT_FIELD = dictionary('field', { family: 'text?', given: 'text?', whole: 'text?' });
export const DICT_NUMBER = dictionary('number', { digits: 'text?' });
export const DICT_SERIAL = dictionary('serial', { serial: 'text?' });
export const DICT_STATUS = dictionary('status', { vitality: 'text' });
export const DICT_FLAG = dictionary('flag', { flag: 'bool' });
export const DICT_TIME = dictionary('time', { seconds: 'big?' });

/** The keys of an item's texts that a comparison brings; there is none where no input carries the item. */
export function keyDictionary(column: string) {
  return dictionary(column, { key: 'text?' });
}

export const DICTIONARIES = [
  DICT_DATE,
  DICT_SEX,
  DICT_KANA,
  DICT_KANJI,
  DICT_FIELD,
  DICT_NUMBER,
  DICT_SERIAL,
  DICT_STATUS,
  DICT_FLAG,
  DICT_TIME,
];
