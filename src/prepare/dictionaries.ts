import type { InputSpec, LinkSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { ident } from '../engine/sql.js';
import { type DateFormat, parseDate, parseTimestamp } from '../normalize/date/date.js';
import { kanaKey } from '../normalize/name/kana.js';
import { kanjiKey } from '../normalize/name/kanji.js';
import { parseName } from '../normalize/name/name.js';
import { certificateSerial, myNumberDigits, type SerialNotation } from '../normalize/number/codes.js';
import { sexCode } from '../normalize/sex.js';
import { flag, vitality } from '../normalize/status.js';
import { type Dictionary, makeDictionary } from './dictionary.js';
import { type KeyColumn, keyTable, keyValues } from './key-column.js';
import { dateValue, personRows, personValues } from './person-sql.js';
import { itemSql } from './residents.js';
import { notationOf, type SerialNotations, serialValue } from './serial-notation.js';
import { timeValue } from './timestamp-sql.js';

/** What each dictionary holds and the pure function that fills it; `values` comes from the inputs of a run. */
const DICTIONARIES: readonly Omit<Dictionary<readonly unknown[]>, 'values' | 'row'>[] = [
  { table: 'dict_date', columns: { key: 'int' }, map: (text) => [dateKey(text)] },
  { table: 'dict_sex', columns: { code: 'tiny' }, map: (text) => [sexCode(text)] },
  { table: 'dict_kana', columns: { key: 'text' }, map: (text) => [kanaKey(text)] },
  { table: 'dict_kanji', columns: { key: 'text' }, map: (text) => [kanjiKey(text)] },
  { table: 'dict_field', columns: { family: 'text', given: 'text', whole: 'text' }, map: fieldKeys },
  { table: 'dict_number', columns: { digits: 'text' }, map: (text) => [myNumberDigits(text)] },
  { table: 'dict_serial', columns: { serial: 'text' }, map: (value) => [serialKey(value)] },
  { table: 'dict_status', columns: { vitality: 'text' }, map: (text) => [vitality(text)] },
  { table: 'dict_flag', columns: { flag: 'bool' }, map: (text) => [flag(text)] },
  { table: 'dict_time', columns: { seconds: 'big' }, map: (text) => [seconds(text)] },
];

const SERIALS = ['auth_serial', 'sign_serial'];

export interface MadeDictionaries {
  /** Values that each function was called for, by table. */
  readonly calls: Readonly<Record<string, number>>;
  readonly notations: SerialNotations;
}

/** Makes every dictionary that `residents` and `links` look up; returns the calls made and how serials are written. */
export async function makeDictionaries(
  engine: Engine,
  register: InputSpec,
  links: readonly LinkSpec[],
  keys: readonly KeyColumn[],
): Promise<MadeDictionaries> {
  const notations = new Map<string, SerialNotation | null>();
  const values = new Map<string, string[]>();
  const add = (table: string, query: string) => values.set(table, [...(values.get(table) ?? []), query]);
  for (const spec of [register, ...links]) {
    const raw = ident(`raw_${spec.id}`);
    const item = itemSql(spec);
    const rows = personRows(raw, item, spec.columns.birth_date?.format ?? null);
    for (const [table, query] of Object.entries(personValues(rows))) add(table, query);
    for (const serial of SERIALS) {
      const notation = await notationOf(engine, raw, item(serial));
      notations.set(`${spec.id}.${serial}`, notation);
      add('dict_serial', `SELECT ${serialValue(item(serial), notation)} FROM ${raw} t`);
    }
    add(
      'dict_date',
      `SELECT ${dateValue(item('moved_on'), spec.columns.moved_on?.format ?? null)} FROM ${raw} t`,
    );
    add('dict_flag', `SELECT ${item('protected')} FROM ${raw} t`);
    add('dict_time', `SELECT ${timeValue(item('registered_at'))} FROM ${raw} t`);
    for (const key of keys) {
      const query = keyValues(key, spec, raw);
      if (query !== null) add(keyTable(key), query);
    }
  }
  const calls: Record<string, number> = {};
  for (const dictionary of [...DICTIONARIES, ...keys.map(keyDictionary)]) {
    const queries = (values.get(dictionary.table) ?? []).map((query) => `(${query})`);
    if (queries.length === 0) continue;
    calls[dictionary.table] = await makeDictionary(engine, {
      ...dictionary,
      values: queries.join(' UNION ALL '),
      row: (cells) => cells,
    });
  }
  return { calls, notations };
}

function keyDictionary(key: KeyColumn): (typeof DICTIONARIES)[number] {
  return { table: keyTable(key), columns: { key: 'text' }, map: (text) => [key.keyOf(text)] };
}

function serialKey(value: string): string | null {
  const bar = value.indexOf('|');
  const notation = value.slice(0, bar);
  return (
    certificateSerial(value.slice(bar + 1), notation === '' ? null : (notation as SerialNotation)) || null
  );
}

/** Takes `notation|text`; an impossible date such as 30 February is kept as it stands, an unreadable one is unknown. */
function dateKey(value: string): number | null {
  const bar = value.indexOf('|');
  const format = value.slice(0, bar);
  return parseDate(value.slice(bar + 1), format === '' ? null : (format as DateFormat))?.key ?? null;
}

function fieldKeys(text: string): readonly unknown[] {
  const { family, given, whole } = parseName(text);
  return [family || null, given || null, whole || null];
}

function seconds(text: string): bigint | null {
  const value = parseTimestamp(text);
  return value === null ? null : BigInt(value);
}
