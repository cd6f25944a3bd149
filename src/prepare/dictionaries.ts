import type { InputSpec, LinkSpec } from '../audit/pipeline-file.js';
import type { Relation } from '../engine/append.js';
import type { Columns } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { ident } from '../engine/sql.js';
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
import { rawName } from '../tables/read-files.js';
import { type Dictionary, makeDictionary } from './dictionary.js';
import { type KeyColumn, keyTable, keyValues } from './key-column.js';
import { dateValue, personRows, personValues } from './person-sql.js';
import { itemSql } from './residents.js';
import { notationOf, type SerialNotations, serialValue } from './serial-notation.js';
import { timeValue } from './timestamp-sql.js';

/** Each dictionary with the pure function that fills it; `values` comes from the inputs of a run. */
const MAKERS = [
  maker(DICT_DATE, (value) => ({ value, key: dateKey(value) })),
  maker(DICT_SEX, (value) => ({ value, code: sexCode(value) })),
  maker(DICT_KANA, (value) => ({ value, key: kanaKey(value) })),
  maker(DICT_KANJI, (value) => ({ value, key: kanjiKey(value) })),
  maker(DICT_FIELD, (value) => ({ value, ...fieldKeys(value) })),
  maker(DICT_NUMBER, (value) => ({ value, digits: myNumberDigits(value) })),
  maker(DICT_SERIAL, (value) => ({ value, serial: serialKey(value) })),
  maker(DICT_STATUS, (value) => ({ value, vitality: vitality(value) })),
  maker(DICT_FLAG, (value) => ({ value, flag: flag(value) })),
  maker(DICT_TIME, (value) => ({ value, seconds: parseTimestamp(value) })),
];

function maker<C extends Columns>(table: Relation<C>, map: Dictionary<C>['map']) {
  return {
    name: table.name,
    make: (engine: Engine, values: string) => makeDictionary(engine, { table, values, map }),
  };
}

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
    const raw = ident(rawName(spec.id));
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
  for (const { name, make } of [...MAKERS, ...keys.map(keyMaker)]) {
    const queries = (values.get(name) ?? []).map((query) => `(${query})`);
    if (queries.length > 0) calls[name] = await make(engine, queries.join(' UNION ALL '));
  }
  return { calls, notations };
}

function keyMaker(key: KeyColumn) {
  return maker(keyDictionary(key.column), (value) => ({ value, key: key.keyOf(value) }));
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

function fieldKeys(text: string) {
  const { family, given, whole } = parseName(text);
  return { family: family || null, given: given || null, whole: whole || null };
}
