import { chmodSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openDuckDb } from '../../engine/duckdb.js';
import type { Engine } from '../../engine/engine.js';
import { ident, literal } from '../../engine/sql.js';
import { Failure } from '../../text/failure.js';
import { blocks } from '../byte-source.js';
import type { InputFile } from '../input-file.js';
import { hashFile } from '../input-file.js';
import { requireColumns } from '../preflight/require-columns.js';
import type { Reader } from '../reader.js';
import { quarantinePath } from '../rejects.js';

const SAMPLE_ROWS = 2000;

/** Parquet: the engine reads it; a file is sound or it is not, so only rows without a required item are diverted. */
const parquet: Reader = {
  id: 'parquet',
  title: { ja: 'Parquet', en: 'Parquet' },
  sample: async (file, spec) => {
    // The engine reads files only, and nothing may be unpacked before a run.
    if (file.gzip)
      return { columns: Object.values(spec.columns).flatMap(({ from }) => from), rows: [], damaged: {} };
    return withEngine(file, async (engine) => {
      const columns = await columnsOf(engine, file.absolute);
      const texts = columns.map((name) => `coalesce(${ident(name)}::VARCHAR, '') as ${ident(name)}`);
      const rows = await engine.rows<Record<string, string>>(
        `select ${texts.join(', ')} from read_parquet(${literal(file.absolute)}) limit ${SAMPLE_ROWS}`,
      );
      return { columns, rows: rows.map((row) => columns.map((name) => row[name]!)), damaged: {} };
    });
  },
  read: async (file, spec, { workDir }) => {
    const path = await unpacked(file, workDir);
    const rows = await withEngine(file, async (engine) => {
      requireColumns(file, spec, await columnsOf(engine, path));
      return engine.value<number>(`select count(*) from read_parquet(${literal(path)})`);
    });
    return {
      sha256: await hashFile(file),
      rows,
      rejected: 0,
      from: `read_parquet(${literal(path)}, file_row_number = true)`,
      column: (name) => `${ident(name)}::VARCHAR`,
      row: '(file_row_number + 1)::integer',
      temporary: path === file.absolute ? null : path,
    };
  },
  divert: async (file, _spec, why, { rejects, workDir }) => {
    const log = rejects(Buffer.alloc(0));
    for (const [row, reason] of why) log.add({ line: row, offset: 0, ...reason }, Buffer.alloc(0));
    await log.close();
    const path = await unpacked(file, workDir);
    const target = quarantinePath(workDir, file);
    const numbers = [...why.keys()].map((row) => row - 1).join(', ');
    await withEngine(file, (engine) =>
      engine.run(`copy (select * exclude (file_row_number) from read_parquet(${literal(path)}, file_row_number = true)
        where file_row_number in (${numbers})) to ${literal(target)} (format parquet)`),
    );
    chmodSync(target, 0o600);
    if (path !== file.absolute) rmSync(path);
  },
};

export default parquet;

async function columnsOf(engine: Engine, path: string): Promise<string[]> {
  const rows = await engine.rows<{ column_name: string }>(
    `describe select * from read_parquet(${literal(path)})`,
  );
  return rows.map(({ column_name }) => column_name);
}

/** Work on a file in an engine of its own; what the engine cannot read is the file's fault. */
async function withEngine<T>(file: InputFile, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    return await work(engine);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('input-broken', BROKEN, {
      exitCode: 2,
      values: { source: file.source, path: file.path },
      cause,
    });
  } finally {
    engine.close();
  }
}

const BROKEN = {
  ja: '{source}: {path} は Parquet ファイルとして読めません（壊れているか、途中で切れています）。',
  en: '{source}: {path} does not read as a Parquet file: it is broken or cut short.',
};

/** Path the engine can read: the file itself, or its decompressed copy under work/. */
async function unpacked(file: InputFile, workDir: string): Promise<string> {
  if (!file.gzip) return file.absolute;
  const path = join(workDir, 'staged', `${file.source}.${file.index + 1}.parquet`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(blocks(file), createWriteStream(path, { mode: 0o600 }));
  return path;
}
