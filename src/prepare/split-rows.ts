import type { InputSpec } from '../audit/pipeline-file.js';
import { type Engine, SCRATCH } from '../engine/engine.js';
import { ident } from '../engine/sql.js';
import { rawName } from '../tables/read-files.js';
import { dateValue, itemSql, PERSON_VALUES, personRows } from './person-sql.js';
import { notationOf, type SerialNotations, serialValue } from './serial-notation.js';
import { plainTime } from './timestamp-sql.js';

/**
 * The rows of the input at work as in `raw_*`, and beside their items the values that dictionaries know: names split into
 * parts, dates and serials after their notation. Every one is made once, for the dictionaries and for the tables of people.
 */
export const SPLIT_ROWS = `${SCRATCH}.split_rows`;

/** How the serials of an input are written. */
export async function notationsOf(engine: Engine, spec: InputSpec): Promise<SerialNotations> {
  const raw = ident(rawName(spec.id));
  const item = itemSql(spec);
  return {
    auth_serial: await notationOf(engine, raw, item('auth_serial')),
    sign_serial: await notationOf(engine, raw, item('sign_serial')),
  };
}

/** Makes `SPLIT_ROWS` of an input, or of some of its rows: SQL for what has the shape of its `raw_*`; gives how many there are. */
export async function splitRows(
  engine: Engine,
  spec: InputSpec,
  notations: SerialNotations,
  rows = ident(rawName(spec.id)),
): Promise<number> {
  const item = itemSql(spec);
  const further = {
    auth_value: serialValue(item('auth_serial'), notations.auth_serial),
    sign_value: serialValue(item('sign_serial'), notations.sign_serial),
    moved_value: dateValue(item('moved_on'), spec.columns.moved_on?.format ?? null),
    flag_value: item('protected'),
    time_value: `CASE WHEN plain_ts IS NULL THEN ${dateValue(item('registered_at'), spec.columns.registered_at?.format ?? null)} END`,
  };
  // Made from an item that the input has not, a value would be a NULL of no type.
  const texts = PERSON_VALUES.map((value) => `CAST(${value} AS VARCHAR) AS ${value}`);
  return engine.run(`
    CREATE OR REPLACE TABLE ${SPLIT_ROWS} AS
    SELECT t.* REPLACE (${texts.join(', ')}), ${plainTime(item('registered_at'))} AS plain_ts,
      ${Object.entries(further)
        .map(([value, made]) => `CAST(${made} AS VARCHAR) AS ${value}`)
        .join(', ')}
    FROM ${personRows(rows, item, spec)} t`);
}
