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
 * The rows of the input at work that stood in its files on the earlier night, text by text: `file`, `row`, their `key` (rid or
 * lid), and the one that they had (`was`). What was made of them then is what would be made of them now.
 */
const UNCHANGED = `${SCRATCH}.unchanged_rows`;

/** Where rows of the register or of sources stood on the earlier night that are as they were: `key`, `was`. Until `verify` is done. */
export const SAME_RESIDENTS = `${SCRATCH}.same_residents`;
export const SAME_LINKS = `${SCRATCH}.same_links`;

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
  if (!engine.earlier) return;
  for (const same of [SAME_RESIDENTS, SAME_LINKS])
    await engine.run(`CREATE OR REPLACE TABLE ${same} (key INTEGER, was INTEGER)`);
}

export async function notePrepared(engine: Engine, input: string, from: string): Promise<void> {
  const appender = await appendTo(engine, PREPARED);
  appender.push({ input, made_from: from });
  appender.close();
}

/**
 * Makes `UNCHANGED` of an input that was read in the same way on the earlier night; gives how many rows there are, 0 where
 * nothing can be taken over. Of the register only those are meant that live there by their status: of who died or left it
 * depends on the day of the review what they are. `key` gives SQL for the key of a row `t`.
 */
export async function findUnchanged(
  engine: Engine,
  spec: InputSpec,
  src: number | null,
  from: string,
  key: string,
): Promise<number> {
  const raw = rawName(spec.id);
  if (![raw, PREPARED.name, tableOf(src)].every((name) => engine.earlier?.has(name))) return 0;
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
      SELECT t.file, t."row", ${key} AS key, w.was
      FROM (SELECT file, "row", ${digest} AS digest FROM ${ident(raw)} WHERE ${await isSettled(engine, spec)}) t
      JOIN (SELECT ${digest} AS digest, min(${await earlierKey(engine, src)}) AS was
            FROM ${EARLIER}.${ident(raw)} w GROUP BY ALL) w ON w.digest = t.digest`);
  });
  return found ?? 0;
}

const tableOf = (src: number | null) => (src === null ? 'residents' : 'links');
const keyOf = (src: number | null) => (src === null ? 'rid' : 'lid');

/** SQL for the key that a row `w` of an input had on the earlier night: keys count on through its files. */
async function earlierKey(engine: Engine, src: number | null): Promise<string> {
  const starts = await allRows(
    engine,
    { file: 'small', start: 'int' },
    `SELECT file, min(${keyOf(src)} - "row") AS start FROM ${EARLIER}.${tableOf(src)}
     ${src === null ? '' : `WHERE src = ${src}`} GROUP BY file`,
  );
  const byFile: (number | null)[] = [];
  for (const { file, start } of starts) byFile[file] = start;
  return `CAST([${Array.from(byFile, (start) => start ?? 'NULL').join(', ')}][w.file + 1] + w."row" AS INTEGER)`;
}

/** Notes where the unchanged rows of an input stood, for what compares them. */
export async function noteSame(engine: Engine, src: number | null): Promise<void> {
  await engine.run(
    `INSERT INTO ${src === null ? SAME_RESIDENTS : SAME_LINKS} SELECT key, was FROM ${UNCHANGED}`,
  );
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

/** Keys that unchanged rows had, of which something stands there masked: it is masked anew from their texts. */
const MASKED = `${SCRATCH}.masked_rows`;

/** What stands for an unchanged row in a table: all of it, or only what was made of it, beside its texts `t`. */
export interface UnchangedRows {
  /** FROM clause of rows `m` with their keys and `p` with all that stood there, nothing of which is masked. */
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
  const table = `${EARLIER}.${tableOf(src)}`;
  const masks = shown.map((item) => `contains(p.${ident(item)}, ${literal(KEY_MASK)})`).join(' OR ');
  const masked = await engine.run(`
    CREATE OR REPLACE TABLE ${MASKED} AS SELECT p.${keyOf(src)} AS was FROM ${table} p
    WHERE ${src === null ? 'true' : `p.src = ${src}`} AND (${masks})`);
  const was = (how: string) => (masked === 0 ? '' : `${how} JOIN ${MASKED} k ON k.was = m.was`);
  const isSame = `p.${keyOf(src)} = m.was`;
  return {
    // In this order: the other way round what stood there would be gathered before it is copied, at nearly twice the price.
    whole: `FROM ${table} p JOIN ${UNCHANGED} m ON ${isSame} ${was('ANTI')}`,
    masked:
      masked === 0
        ? null
        : `FROM ${ident(rawName(spec.id))} t JOIN ${UNCHANGED} m ON m.file = t.file AND m."row" = t."row"
           JOIN ${table} p ON ${isSame} ${was('SEMI')}`,
  };
}

/** Ends the work on an input. */
export async function dropUnchanged(engine: Engine): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${UNCHANGED}; DROP TABLE IF EXISTS ${MASKED}`);
}

/** Whether it is known where the rows of this night stood: not where the run went on after `normalize`. */
export async function knowsSame(engine: Engine): Promise<boolean> {
  if (!engine.earlier) return false;
  const tables = await engine.value<number>(
    `SELECT count(*) FROM information_schema.tables WHERE table_catalog = ${literal(SCRATCH)} AND table_name IN ('same_residents', 'same_links')`,
  );
  return tables === 2;
}

export async function dropSame(engine: Engine): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${SAME_RESIDENTS}; DROP TABLE IF EXISTS ${SAME_LINKS}`);
}
