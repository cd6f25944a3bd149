import { chmodSync, createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type InputSpec, mappedColumns } from '../../audit/pipeline-file.js';
import { openDuckDb } from '../../engine/duckdb.js';
import type { Engine } from '../../engine/engine.js';
import { enginePath } from '../../engine/engine-path.js';
import { ident, literal } from '../../engine/sql.js';
import { disposeOfFile } from '../../files/dispose.js';
import { Failure } from '../../text/failure.js';
import { blocks } from '../byte-source.js';
import type { InputFile } from '../input-file.js';
import { hashFile } from '../input-file.js';
import { requireColumns } from '../preflight/require-columns.js';
import type { Reader, Sample } from '../reader.js';
import { rejectedRowsPath } from '../rejects.js';

const SAMPLE_ROWS = 2000;

/** Parquet: the engine reads it; a file is sound or it is not, so only rows without a required item are diverted. */
const parquet: Reader = {
  id: 'parquet',
  title: { ja: 'Parquet', en: 'Parquet' },
  sample: async (file, spec) => {
    // The engine reads files only, and nothing may be unpacked before a run.
    if (file.gzip)
      return { columns: Object.values(spec.columns).flatMap(({ from }) => from), rows: [], damaged: {} };
    return withEngine(file, null, async (engine) => {
      const types = await readTypesOf(engine, file.absolute, spec);
      return textsOf(engine, types, [...types.keys()], `${relation(file.absolute)} limit ${SAMPLE_ROWS}`);
    });
  },
  later: async (file, spec) => {
    if (file.gzip) return null;
    return withEngine(file, null, async (engine) => {
      const types = await readTypesOf(engine, file.absolute, spec);
      const rows = await engine.value<number>(`select count(*) from ${relation(file.absolute)}`);
      if (rows <= SAMPLE_ROWS) return null;
      const step = Math.ceil((rows - SAMPLE_ROWS) / SAMPLE_ROWS);
      const row = rowOf(types);
      const drawn = `${row} >= ${SAMPLE_ROWS} and (${row} - ${SAMPLE_ROWS}) % ${step} = 0`;
      // Others need not be read through.
      const columns = mappedColumns(spec).filter((name) => types.has(name));
      const from = `${numbered(file.absolute, types)} where ${drawn} order by ${row}`;
      return textsOf(engine, types, columns, from);
    });
  },
  read: async (file, spec, { workDir }) => {
    const path = await unpacked(file, workDir);
    const { rows, types } = await withEngine(file, workDir, async (engine) => {
      const types = await readTypesOf(engine, path, spec);
      requireColumns(file, spec, [...types.keys()]);
      return { types, rows: await engine.value<number>(`select count(*) from ${relation(path)}`) };
    });
    return {
      sha256: await hashFile(file),
      rows,
      rejected: 0,
      from: numbered(path, types),
      column: (name) => textOf(name, types),
      row: `(${rowOf(types)} + 1)::integer`,
      temporary: path === file.absolute ? null : path,
    };
  },
  divert: async (file, _spec, why, { rejects, workDir }) => {
    const log = rejects(Buffer.alloc(0));
    for (const [row, reason] of why) log.add({ line: row, offset: 0, ...reason }, Buffer.alloc(0));
    await log.close();
    const path = await unpacked(file, workDir);
    const target = rejectedRowsPath(workDir, file);
    const numbers = [...why.keys()].map((row) => row - 1).join(', ');
    await withEngine(file, workDir, async (engine) => {
      const types = await typesOf(engine, path);
      await engine.run(`copy (select * exclude (${rowOf(types)}) from ${numbered(path, types)}
        where ${rowOf(types)} in (${numbers})) to ${literal(target)} (format parquet)`);
    });
    chmodSync(target, 0o600);
    if (path !== file.absolute) disposeOfFile(path);
  },
};

export default parquet;

/** Type of each column, in the order of the file. */
type ColumnTypes = ReadonlyMap<string, string>;

async function typesOf(engine: Engine, path: string): Promise<ColumnTypes> {
  const rows = await engine.rows<{ column_name: string; column_type: string }>(
    `describe select * from ${relation(path)}`,
  );
  return new Map(rows.map(({ column_name, column_type }) => [column_name, column_type]));
}

/** Stands for moments that are Greenwich's, though the file does not say so. */
const IN_UTC = 'TIMESTAMP IN UTC';

/**
 * The types as the columns are to be read. Spark and Hive write moments (INT96) as the clocks in Greenwich showed them and do not
 * say so: where every birth date of the first rows is 15:00 of some day (14:00 in the summers of 1948-1951), midnights of
 * Japan were meant.
 */
async function readTypesOf(engine: Engine, path: string, { columns }: InputSpec): Promise<ColumnTypes> {
  const types = new Map(await typesOf(engine, path));
  for (const name of columns.birth_date?.from ?? []) {
    const type = types.get(name) ?? '';
    if (!type.startsWith('TIMESTAMP') || type.includes('TIME ZONE')) continue;
    const hour = `bool_and(${ident(name)}::TIMESTAMP::TIME in (TIME '15:00:00', TIME '14:00:00'))`;
    const first = `(select ${ident(name)} from ${relation(path)} limit ${SAMPLE_ROWS})`;
    if (await engine.value<boolean | null>(`select ${hour} from ${first}`)) types.set(name, IN_UTC);
  }
  return types;
}

function relation(path: string, options = ''): string {
  return `read_parquet(${enginePath(path)}, hive_partitioning = false${options})`;
}

/** Columns of rows as text. */
async function textsOf(
  engine: Engine,
  types: ColumnTypes,
  columns: readonly string[],
  from: string,
): Promise<Sample> {
  const texts = columns.map((name) => `coalesce(${textOf(name, types)}, '') as ${ident(name)}`);
  const rows = await engine.rows<Record<string, string>>(`select ${texts.join(', ')} from ${from}`);
  return { columns, rows: rows.map((row) => columns.map((name) => row[name]!)), damaged: {} };
}

/** The column that the engine adds when asked for the number of each row, from 0. */
const ROW_NUMBER = 'file_row_number';

/** What the number of a row is called: a file may have a column of that name of its own, in any case of letters. */
function rowOf(types: ColumnTypes): string {
  const isTaken = [...types.keys()].some((name) => name.toLowerCase() === ROW_NUMBER);
  return isTaken ? '"row number in the file"' : ROW_NUMBER;
}

/** The file with the number of each row. Counting them, where the engine cannot say, takes one thread. */
function numbered(path: string, types: ColumnTypes): string {
  const row = rowOf(types);
  if (row === ROW_NUMBER) return relation(path, `, ${ROW_NUMBER} = true`);
  return `(select *, row_number() over () - 1 as ${row} from ${relation(path)})`;
}

/**
 * A value as text that no zone or locale of the machine has a say in: a moment is shown as the clocks in Japan showed
 * it, and a midnight as the date it means.
 */
function textOf(name: string, types: ColumnTypes): string {
  const type = types.get(name) ?? '';
  const column = ident(name);
  // Text of writers that do not say that it is text.
  if (type === 'BLOB') return `coalesce(try(decode(${column})), ${column}::VARCHAR)`;
  if (!type.startsWith('TIMESTAMP')) return `${column}::VARCHAR`;
  const moment = type === IN_UTC ? `(${column}::TIMESTAMP at time zone 'UTC')` : column;
  const isMoment = type === IN_UTC || type.includes('TIME ZONE');
  const time = isMoment ? `(${moment} at time zone 'Asia/Tokyo')` : column;
  return `regexp_replace(${time}::VARCHAR, ' 00:00:00$', '')`;
}

/** Work on a file in an engine of its own; what the engine cannot read is the file's fault. */
async function withEngine<T>(
  file: InputFile,
  workDir: string | null,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const reach = { files: [file.absolute], folders: workDir === null ? [] : [workDir] };
  const engine = await openDuckDb({ threads: 1, reach });
  try {
    return await work(engine);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('input-broken/parquet', {
      values: { source: file.source, path: file.path },
      cause,
    });
  } finally {
    engine.close();
  }
}

/** Path the engine can read: the file itself, or its decompressed copy under work/. */
async function unpacked(file: InputFile, workDir: string): Promise<string> {
  if (!file.gzip) return file.absolute;
  const path = join(workDir, 'staged', `${file.source}.${file.index + 1}.parquet`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(blocks(file), createWriteStream(path, { mode: 0o600 }));
  return path;
}
