import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { type Outcome, ROOT, temporary } from '../end-to-end/program.js';

/** What must be the same whichever engine has done the work. */
const ALIKE = [
  ...['findings.jsonl', 'findings.csv', 'summary.json', 'model.json'],
  ...['blind-sample.jsonl', 'marks.jsonl', 'quality.json'],
];

/** The program in a process of its own, beside a server of this one. */
export async function begun(args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, stdout, stderr };
}

/** A made-up town, and its pipeline file. */
export async function town(residents: number, seed: number): Promise<string> {
  const dir = join(temporary(), 'town');
  const size = ['--residents', String(residents), '--seed', String(seed), '--wrong-rate', '0.01'];
  expect(await begun(['synth', '--out', dir, ...size])).toMatchObject({ code: 0 });
  return join(dir, 'pipeline.yaml');
}

/** A copy of the folder of a pipeline file, with the cluster in it where one is told. */
export function copyOf(
  pipeline: string,
  cluster: { readonly url: string; readonly shared: string } | null,
): string {
  const dir = join(temporary(), 'town');
  cpSync(join(pipeline, '..'), dir, { recursive: true });
  const path = join(dir, 'pipeline.yaml');
  const engine =
    cluster === null
      ? ''
      : `\nengine: {trino: {url: "${cluster.url}", user: auditor, catalog: lake, schema: totsugo_night, shared: ${cluster.shared}}}\n`;
  writeFileSync(path, `${readFileSync(path, 'utf8')}${engine}`);
  return path;
}

export const night = (pipeline: string, ...more: string[]) =>
  begun(['run', pipeline, '--out', join(pipeline, '../out'), '--as-of', '2023-06-22', '--quiet', ...more]);

/** Outputs of two nights that are not the same. */
export async function differing(one: string, other: string): Promise<string[]> {
  const [a, b] = [one, other].map((pipeline) => join(pipeline, '../out')) as [string, string];
  const files = ALIKE.filter((name) => !readFileSync(join(a, name)).equals(readFileSync(join(b, name))));
  const engine = await openDuckDb();
  const grades = [a, b].map((dir) => `SELECT * FROM read_parquet('${join(dir, 'grades.parquet')}')`);
  let rows = 0;
  for (const [x, y] of [grades, grades.toReversed()])
    rows += await engine.value<number>(`SELECT count(*) FROM (${x} EXCEPT ALL ${y})`);
  engine.close();
  return rows > 0 ? [...files, 'grades.parquet'] : files;
}
