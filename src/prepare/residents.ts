import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { RESIDENT_TEXTS } from '../tables/people.js';
import { houseNumbers } from './house-numbers.js';
import { type KeyColumn, keySql } from './key-column.js';
import { type KeyMask, maskOwnNumber } from './mask-keys.js';
import { itemSql, numberColumns, PERSON_JOINS, PERSON_KEYS, rowKey } from './person-sql.js';
import { plainSerial, type SerialNotations } from './serial-notation.js';
import { SPLIT_ROWS } from './split-rows.js';
import { unchangedOf } from './unchanged-rows.js';

/**
 * Makes `residents` of the register's split rows, one row per accepted register row: `rid` (file order), `file`, `row`; the items as read
 * (VARCHAR, NULL when empty); `number` with `number_state`; certificate serials in one form; and the keys
 * `dob` (yyyymmdd, 00 unknown), `sex_code`, kana `kf` `kg` `kw`, kanji `nf` `ng` `nw` (family, given,
 * whole), the further `keys` that comparisons need, `vitality` on the day `asOf`, `is_protected`, `house` (house numbers). `fileRows` holds the records of each file, rejected ones included.
 * `withUnchanged`: the split rows are those that have changed, the keys of the others are taken over.
 */
export async function makeResidents(
  engine: Engine,
  spec: InputSpec,
  fileRows: readonly number[],
  notations: SerialNotations,
  asOf: string,
  keys: readonly KeyColumn[],
  mask: KeyMask,
  withUnchanged = false,
): Promise<void> {
  const item = itemSql(spec);
  const plain = (name: keyof SerialNotations) => plainSerial(item(name), notations[name]);
  const further = keySql(keys, spec);
  const texts = RESIDENT_TEXTS.map((name) => `${item(name)} AS ${name}`).join(', ');
  const place = `${rowKey('t', 0, fileRows)} AS rid, t.file, t."row"`;
  const unchanged = withUnchanged ? await unchangedOf(engine, spec, ['resident_id'], null) : null;
  const masked = unchanged?.masked
    ? `UNION ALL BY NAME
    SELECT ${place}, ${texts}, p.* EXCLUDE (rid, file, "row", ${RESIDENT_TEXTS.join(', ')}) ${unchanged.masked}`
    : '';
  const whole = unchanged
    ? `UNION ALL BY NAME SELECT m.key AS rid, m.file, m."row", p.* EXCLUDE (rid, file, "row") ${unchanged.whole}`
    : '';
  await engine.run(`
    CREATE OR REPLACE TABLE residents AS
    SELECT u.* REPLACE (${maskOwnNumber('resident_id', mask)} AS resident_id) FROM (SELECT ${place}, ${texts},
      ${numberColumns(item('my_number'))},
      coalesce(${plain('auth_serial')}, d_auth.serial) AS auth_serial,
      coalesce(${plain('sign_serial')}, d_sign.serial) AS sign_serial,
      ${PERSON_KEYS}, ${further.columns}
      -- Who died or left after the day of the review was still there on it.
      CASE WHEN d_moved."key" > ${Number(asOf.replaceAll('-', ''))} THEN 'active'
        ELSE coalesce(d_status.vitality, 'active') END AS vitality,
      coalesce(d_flag.flag, false) AS is_protected,
      d_house.house
    FROM ${SPLIT_ROWS} t
    ${PERSON_JOINS}
    ${further.joins}
    LEFT JOIN dict_serial d_auth ON d_auth."value" = t.auth_value
    LEFT JOIN dict_serial d_sign ON d_sign."value" = t.sign_value
    LEFT JOIN dict_date d_moved ON d_moved."value" = t.moved_value
    LEFT JOIN dict_flag d_flag ON d_flag."value" = t.flag_value
    -- A household has one address: its numbers are looked for once.
    LEFT JOIN (SELECT "value", ${houseNumbers('"value"')} AS house
      FROM (SELECT DISTINCT ${item('address')} AS "value" FROM ${SPLIT_ROWS} t)) d_house
      ON d_house."value" = ${item('address')}
    ${masked}) u
    ${whole}`);
}
