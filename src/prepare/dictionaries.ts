import type { InputSpec } from '../audit/pipeline-file.js';
import { createSql, type Relation } from '../engine/append.js';
import type { Columns } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { parseDate } from '../normalize/date/parse-date.js';
import { parseTimestamp } from '../normalize/date/parse-timestamp.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import { kanaKey } from '../normalize/name/kana.js';
import { kanjiKey } from '../normalize/name/kanji.js';
import { parseName } from '../normalize/name/name.js';
import { certificateSerial, myNumberDigits, type SerialNotation } from '../normalize/number/codes.js';
import { sexCode } from '../normalize/sex.js';
import { flag, vitality } from '../normalize/status.js';
import {
  DICT_DATE,
  DICT_FIELD,
  DICT_FLAG,
  DICT_KANA,
  DICT_KANJI,
  DICT_NUMBER,
  DICT_SERIAL,
  DICT_SEX,
  DICT_STATUS,
  DICT_TIME,
  keyDictionary,
} from '../tables/dictionaries.js';
import { type Dictionary, extendDictionary, extendTogether, type Filled } from './dictionary.js';
import { carries, type KeyColumn } from './key-column.js';
import { SPLIT_ROWS } from './split-rows.js';

/** What a normaliser makes of a text depends on nothing but the text (and the notation that stands in it). */
const ALWAYS = {} as const;

/** Each dictionary, filled from columns of split rows input by input, with its pure function and the columns that hold its values. */
const MAKERS: readonly Dictionary<Columns>[] = [
  maker(DICT_DATE, ['date_value', 'moved_value'], (value) => ({ value, key: dateKey(value) })),
  maker(DICT_SEX, ['sex_value'], (value) => ({ value, code: sexCode(value) })),
  maker(DICT_KANA, ['kana_1', 'kana_2'], (value) => ({ value, key: kanaKey(value) })),
  maker(DICT_KANJI, ['name_1', 'name_2'], (value) => ({ value, key: kanjiKey(value) })),
  maker(DICT_FIELD, ['kana_whole', 'name_whole'], (value) => ({ value, ...fieldKeys(value) })),
  maker(DICT_NUMBER, ['number_value'], (value) => ({ value, digits: myNumberDigits(value) })),
  maker(DICT_SERIAL, ['auth_value', 'sign_value'], (value) => ({ value, serial: serialKey(value) })),
  maker(DICT_STATUS, ['status_value'], (value) => ({ value, vitality: vitality(value) })),
  maker(DICT_FLAG, ['flag_value'], (value) => ({ value, flag: flag(value) })),
  maker(DICT_TIME, ['time_value'], (value) => ({ value, seconds: timeSeconds(value) })),
];

function maker<C extends Columns>(
  table: Relation<C>,
  columns: readonly string[],
  map: Dictionary<C>['map'],
): Dictionary<Columns> {
  const values = columns.map((column) => `SELECT ${column} FROM ${SPLIT_ROWS}`).join(' UNION ALL ');
  return { table, values, map, kept: ALWAYS };
}

function keyMaker(key: KeyColumn): Dictionary<Columns> {
  return maker(keyDictionary(key.column), [key.item], (value) => ({ value, key: key.keyOf(value) }));
}

/** Makes every dictionary that `residents` and `links` look up, empty; those of `keys` that an input carries. */
export async function openDictionaries(
  engine: Engine,
  inputs: readonly InputSpec[],
  keys: readonly KeyColumn[],
): Promise<void> {
  const carried = keys.filter((key) => inputs.some((spec) => carries(spec, key)));
  for (const { table } of [...MAKERS, ...carried.map(keyMaker)]) await engine.run(createSql(table));
}

/** Split rows up to which all dictionaries are asked for at once: each statement costs more than so few rows. */
const FEW_ROWS = 100_000;

/** Adds what the split rows of an input, so many, hold and no input before it did; returns the calls made and spared, by table. */
export async function fillDictionaries(
  engine: Engine,
  spec: InputSpec,
  keys: readonly KeyColumn[],
  rows: number,
): Promise<Readonly<Record<string, Filled>>> {
  const carried = keys.filter((key) => carries(spec, key));
  const makers = [...MAKERS, ...carried.map(keyMaker)];
  const filled: Filled[] = [];
  if (rows <= FEW_ROWS) filled.push(...(await extendTogether(engine, makers)));
  else for (const maker of makers) filled.push(await extendDictionary(engine, maker));
  return Object.fromEntries(makers.map(({ table }, i) => [table.name, filled[i]!]));
}

function serialKey(value: string): string | null {
  const bar = value.indexOf('|');
  const notation = value.slice(0, bar);
  return (
    certificateSerial(value.slice(bar + 1), notation === '' ? null : (notation as SerialNotation)) || null
  );
}

function timeSeconds(value: string): number | null {
  const bar = value.indexOf('|');
  const format = value.slice(0, bar);
  return parseTimestamp(value.slice(bar + 1), format === '' ? null : (format as DateFormat));
}

/** Takes `notation|text`; an impossible date such as 30 February is kept as it stands, an unreadable one is unknown. */
function dateKey(value: string): number | null {
  const bar = value.indexOf('|');
  const format = value.slice(0, bar);
  return parseDate(value.slice(bar + 1), format === '' ? null : (format as DateFormat))?.key ?? null;
}

function fieldKeys(text: string) {
  const { family, given, whole } = parseName(text);
  return { family: family || null, given: given || null, whole: whole || null };
}
