import type { LinkSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { ident, literal } from '../engine/sql.js';
import type { SerialNotation } from '../normalize/number/codes.js';
import { LINK_TEXTS, ownerTable } from '../tables/people.js';
import { rawName } from '../tables/read-files.js';
import { type KeyColumn, keySql } from './key-column.js';
import { maskHeldNumbers, maskNumberAsRead, maskOwnNumber } from './mask-keys.js';
import { numberColumns, PERSON_JOINS, PERSON_KEYS, personRows, rowKey } from './person-sql.js';
import { itemSql } from './residents.js';
import { plainSerial, type SerialNotations, serialValue } from './serial-notation.js';
import { plainTime, timeValue } from './timestamp-sql.js';

/** Items that outputs show as keys of records and places: none of them may carry the record's own My Number. */
const SHOWN = ['record_id', 'organisation', 'terminal', 'operator', 'lookup'] as const;

const isShown = (item: string) => (SHOWN as readonly string[]).includes(item);

/** A source with its place in the pipeline file and the records of each of its files, rejected ones included. */
export interface SourceRows {
  readonly spec: LinkSpec;
  readonly fileRows: readonly number[];
}

/**
 * Makes `links`, one row per accepted record of every source: `lid` (pipeline and file order), `src` (place
 * of the source in the pipeline file), `file`, `row`, the items as read, `number` with `number_state`,
 * `serial` (in one form, for sources tied by certificate), `ts` (registered_at in seconds, no time zone),
 * the person keys of `residents`, `vitality`, and `rid`: the linked resident, NULL when there is none.
 */
export async function makeLinks(
  engine: Engine,
  sources: readonly SourceRows[],
  notations: SerialNotations,
  keys: readonly KeyColumn[],
): Promise<void> {
  await makeOwners(engine, [...new Set(sources.map((source) => source.spec.via))]);
  let base = 0;
  for (const [src, source] of sources.entries()) {
    const select = linksOf(
      source,
      src,
      base,
      notations.get(`${source.spec.id}.${source.spec.via}`) ?? null,
      keys,
    );
    await engine.run(
      src === 0 ? `CREATE OR REPLACE TABLE links AS ${select}` : `INSERT INTO links ${select}`,
    );
    base += source.fileRows.reduce((sum, rows) => sum + rows, 0);
  }
  if (sources.length > 0) await maskHeldNumbers(engine, SHOWN);
}

function linksOf(
  { spec, fileRows }: SourceRows,
  src: number,
  base: number,
  notation: SerialNotation | null,
  keys: readonly KeyColumn[],
): string {
  const item = itemSql(spec);
  const further = keySql(keys, spec);
  const byNumber = spec.via === 'my_number';
  return `
    SELECT u.* REPLACE (${SHOWN.map((name) => `${maskOwnNumber(name)} AS ${name}`).join(', ')}), o.rid FROM (
      SELECT ${rowKey('t', base, fileRows)} AS lid, CAST(${src} AS UTINYINT) AS src, t.file, t."row",
        ${LINK_TEXTS.map((name) => `${isShown(name) ? maskNumberAsRead(item(name), item('my_number')) : item(name)} AS ${name}`).join(', ')},
        ${numberColumns(item('my_number'))},
        ${byNumber ? 'CAST(NULL AS VARCHAR)' : `coalesce(${plainSerial(item(spec.via), notation)}, d_serial.serial)`} AS serial,
        coalesce(${plainTime(item('registered_at'))}, d_time.seconds) AS ts,
        ${PERSON_KEYS}, ${further.columns}
        coalesce(d_status.vitality, 'active') AS vitality
      FROM ${personRows(ident(rawName(spec.id)), item, spec.columns.birth_date?.format ?? null)} t
      ${PERSON_JOINS}
      ${further.joins}
      LEFT JOIN dict_serial d_serial ON d_serial."value" = ${byNumber ? 'NULL' : serialValue(item(spec.via), notation)}
      LEFT JOIN dict_time d_time ON d_time."value" = ${timeValue(item('registered_at'))}
    ) u LEFT JOIN ${ident(ownerTable(spec.via).name)} o ON o.tie = ${byNumber ? 'u."number"' : 'u.serial'}`;
}

/** `owner_<via>(tie, rid)`: the one resident of each number or serial; where two rows claim it, the living, then the first. */
async function makeOwners(engine: Engine, ties: readonly LinkSpec['via'][]): Promise<void> {
  for (const via of ties) {
    const column = via === 'my_number' ? '"number"' : via;
    const order = `CASE WHEN vitality = ${literal('active')} THEN 0 ELSE 1 END * 4294967296 + rid`;
    await engine.run(`
      CREATE OR REPLACE TABLE ${ident(ownerTable(via).name)} AS
      SELECT ${column} AS tie, CAST(min(${order}) % 4294967296 AS INTEGER) AS rid
      FROM residents WHERE ${column} IS NOT NULL GROUP BY ${column}`);
  }
}
