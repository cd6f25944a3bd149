import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { RESIDENT_TEXTS } from '../tables/people.js';
import { houseNumbers } from './house-numbers.js';
import { type KeyColumn, keySql } from './key-column.js';
import { maskOwnNumber } from './mask-keys.js';
import {
  dateValue,
  type ItemSql,
  numberColumns,
  PERSON_JOINS,
  PERSON_KEYS,
  personRows,
  rowKey,
} from './person-sql.js';
import { plainSerial, type SerialNotations, serialValue } from './serial-notation.js';

/** The item as it stands in `raw_*` (alias t), NULL where the input has no such column. */
export function itemSql(spec: InputSpec): ItemSql {
  const present = new Set(Object.keys(spec.columns));
  return (item) => (present.has(item) ? `t.${item}` : 'CAST(NULL AS VARCHAR)');
}

/**
 * Makes `residents`, one row per accepted register row: `rid` (file order), `file`, `row`; the items as read
 * (VARCHAR, NULL when empty); `number` with `number_state`; certificate serials in one form; and the keys
 * `dob` (yyyymmdd, 00 unknown), `sex_code`, kana `kf` `kg` `kw`, kanji `nf` `ng` `nw` (family, given,
 * whole), the further `keys` that comparisons need, `vitality` on the day `asOf`, `is_protected`, `house` (house numbers). `fileRows` holds the records of each file, rejected ones included.
 */
export async function makeResidents(
  engine: Engine,
  spec: InputSpec,
  fileRows: readonly number[],
  notations: SerialNotations,
  asOf: string,
  keys: readonly KeyColumn[],
): Promise<void> {
  const item = itemSql(spec);
  const notation = (name: string) => notations.get(`register.${name}`) ?? null;
  const plain = (name: string) => plainSerial(item(name), notation(name));
  const looked = (name: string) => serialValue(item(name), notation(name));
  const further = keySql(keys, spec);
  await engine.run(`
    CREATE OR REPLACE TABLE residents AS
    SELECT u.* REPLACE (${maskOwnNumber('resident_id')} AS resident_id) FROM (SELECT ${rowKey('t', 0, fileRows)} AS rid, t.file, t."row",
      ${RESIDENT_TEXTS.map((name) => `${item(name)} AS ${name}`).join(', ')},
      ${numberColumns(item('my_number'))},
      coalesce(${plain('auth_serial')}, d_auth.serial) AS auth_serial,
      coalesce(${plain('sign_serial')}, d_sign.serial) AS sign_serial,
      ${PERSON_KEYS}, ${further.columns}
      -- Who died or left after the day of the review was still there on it.
      CASE WHEN d_moved."key" > ${Number(asOf.replaceAll('-', ''))} THEN 'active'
        ELSE coalesce(d_status.vitality, 'active') END AS vitality,
      coalesce(d_flag.flag, false) AS is_protected,
      ${houseNumbers(item('address'))} AS house
    FROM ${personRows('raw_register', item, spec.columns.birth_date?.format ?? null)} t
    ${PERSON_JOINS}
    ${further.joins}
    LEFT JOIN dict_serial d_auth ON d_auth."value" = ${looked('auth_serial')}
    LEFT JOIN dict_serial d_sign ON d_sign."value" = ${looked('sign_serial')}
    LEFT JOIN dict_date d_moved ON d_moved."value" = ${dateValue(item('moved_on'), spec.columns.moved_on?.format ?? null)}
    LEFT JOIN dict_flag d_flag ON d_flag."value" = ${item('protected')}) u`);
}
