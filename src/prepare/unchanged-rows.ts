import { KEY_MASK } from '../audit/mask.js';
import type { InputSpec, LinkSpec } from '../audit/pipeline-file.js';
import { appendTo, createSql } from '../engine/append.js';
import { EARLIER, type Engine, SCRATCH } from '../engine/engine.js';
import { fromEarlier } from '../engine/from-earlier.js';
import { allRows } from '../engine/read.js';
import { ident, literal } from '../engine/sql.js';
import { vitality } from '../normalize/status.js';
import { statusWords } from '../normalize/status-codes.js';
import { PREPARED } from '../tables/people.js';
import { rawName } from '../tables/read-files.js';
import type { KeyColumn } from './key-column.js';
import type { SerialNotations } from './serial-notation.js';

/**
 * The rows of the input at work that stood in its files on the earlier night, text by text, and where: `file`, `row`, `was_file`,
 * `was_row`. What was made of them then is what would be made of them now.
 */
export const UNCHANGED = `${SCRATCH}.unchanged_rows`;

/** Statuses beyond which a column holds something else, and rows are not asked after it. */
const MOST_STATUSES = 500;

/** All that the keys of a row are made from, beside its texts. */
export function madeFrom(
  spec: InputSpec,
  src: number | null,
  notations: SerialNotations,
  keys: readonly KeyColumn[],
): string {
  const { columns } = spec;
  const via = (spec as Partial<LinkSpec>).via ?? null;
  return JSON.stringify({ src, via, columns, notations, keys: keys.map(({ column }) => column) });
}

/** Opens the list of what the inputs of this night are made from, for the next one to be held against. */
export async function openPrepared(engine: Engine): Promise<void> {
  await engine.run(createSql(PREPARED));
}

export async function notePrepared(engine: Engine, input: string, from: string): Promise<void> {
  const appender = await appendTo(engine, PREPARED);
  appender.push({ input, made_from: from });
  appender.close();
}

/**
 * Makes `UNCHANGED` of an input that was read in the same way on the earlier night; gives how many rows there are, 0 where
 * nothing can be taken over. Of the register only those are meant that live there by their status: of who died or left it
 * depends on the day of the review what they are.
 */
export async function findUnchanged(engine: Engine, spec: InputSpec, from: string): Promise<number> {
  const raw = rawName(spec.id);
  const table = 'via' in spec ? 'links' : 'residents';
  if (![raw, PREPARED.name, table].every((name) => engine.earlier?.has(name))) return 0;
  const items = Object.keys(spec.columns).filter((item) => item !== 'file' && item !== 'row');
  const digest = `md5_number(concat_ws(chr(31), ${items.map((item) => `coalesce(${ident(item)}, chr(30))`).join(', ')}))`;
  const found = await fromEarlier(engine, async () => {
    const before = await allRows(
      engine,
      { made_from: 'text' },
      `SELECT made_from FROM ${EARLIER}.${PREPARED.name} WHERE input = ${literal(spec.id)}`,
    );
    if (before[0]?.made_from !== from) return 0;
    return engine.run(`
      CREATE OR REPLACE TABLE ${UNCHANGED} AS
      SELECT t.file, t."row", CAST(w.place // 4294967296 AS USMALLINT) AS was_file, CAST(w.place % 4294967296 AS INTEGER) AS was_row
      FROM (SELECT file, "row", ${digest} AS digest FROM ${ident(raw)} WHERE ${await isSettled(engine, spec)}) t
      JOIN (SELECT ${digest} AS digest, min(CAST(file AS BIGINT) * 4294967296 + "row") AS place
            FROM ${EARLIER}.${ident(raw)} GROUP BY ALL) w ON w.digest = t.digest`);
  });
  return found ?? 0;
}

/** SQL for rows whose status alone says that they are active, whatever the day. */
async function isSettled(engine: Engine, spec: InputSpec): Promise<string> {
  if ('via' in spec || spec.columns.status === undefined) return 'true';
  const statuses = await allRows(
    engine,
    { status: 'text' },
    `SELECT DISTINCT status FROM ${ident(rawName(spec.id))} WHERE status IS NOT NULL LIMIT ${MOST_STATUSES + 1}`,
  );
  if (statuses.length > MOST_STATUSES) return 'false';
  const words = statusWords(spec.columns.status.codes);
  const active = statuses.filter(({ status }) => vitality(words(status)) === 'active');
  return `(status IS NULL OR status IN (${active.map(({ status }) => literal(status)).join(', ') || 'NULL'}))`;
}

/** Rows of an input without those that are unchanged, in the shape of `raw_*`. */
export function changedRows(spec: InputSpec): string {
  return `(SELECT r.* FROM ${ident(rawName(spec.id))} r ANTI JOIN ${UNCHANGED} m ON m.file = r.file AND m."row" = r."row")`;
}

/** Unchanged rows, by their place on the earlier night, of which a key stands there masked: it is masked anew from their texts. */
const MASKED = `${SCRATCH}.masked_rows`;

/** What stands for an unchanged row in a table: all of it, or only what was made of it, beside its texts `t`. */
export interface UnchangedRows {
  /** FROM clause of rows `m` with their places and `p` with all that stood there, nothing of which is masked. */
  readonly whole: string;
  /** FROM clause of the other rows `t` of the input, each with what was made of it as `p`; null where there are none. */
  readonly masked: string | null;
}

/** The unchanged rows of an input, of which `shown` are the keys that may be masked. */
export async function unchangedOf(
  engine: Engine,
  spec: InputSpec,
  shown: readonly string[],
  src: number | null,
): Promise<UnchangedRows> {
  const table = `${EARLIER}.${src === null ? 'residents' : 'links'}`;
  const where = src === null ? 'true' : `p.src = ${src}`;
  const masks = shown.map((item) => `contains(p.${ident(item)}, ${literal(KEY_MASK)})`).join(' OR ');
  const masked = await engine.run(`
    CREATE OR REPLACE TABLE ${MASKED} AS SELECT p.file, p."row" FROM ${table} p WHERE ${where} AND (${masks})`);
  const was = (how: string) =>
    masked === 0 ? '' : `${how} JOIN ${MASKED} k ON k.file = m.was_file AND k."row" = m.was_row`;
  const earlier = `JOIN ${table} p ON p.file = m.was_file AND p."row" = m.was_row AND ${where}`;
  return {
    whole: `FROM ${UNCHANGED} m ${earlier} ${was('ANTI')}`,
    masked:
      masked === 0
        ? null
        : `FROM ${ident(rawName(spec.id))} t JOIN ${UNCHANGED} m ON m.file = t.file AND m."row" = t."row" ${earlier} ${was('SEMI')}`,
  };
}

/** Ends the work on an input. */
export async function dropUnchanged(engine: Engine): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${UNCHANGED}; DROP TABLE IF EXISTS ${MASKED}`);
}
