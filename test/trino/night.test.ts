import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { SAMPLE, started, temporary } from '../end-to-end/program.js';
import { GIVEN } from './given.js';

/** What must be the same whichever engine has done the work. */
const ALIKE = [
  ...['findings.jsonl', 'findings.csv', 'summary.json', 'model.json'],
  ...['blind-sample.jsonl', 'marks.jsonl', 'quality.json'],
];

/** A night of the sample, in a folder of its own; with what is added to its pipeline file. */
function night(more: string): string {
  const dir = temporary();
  const path = join(dir, 'audit.yaml');
  const samples = join(dirname(SAMPLE), '..', 'sample-data');
  writeFileSync(path, `${readFileSync(SAMPLE, 'utf8').replaceAll('../sample-data', samples)}\n${more}\n`);
  const out = join(dir, 'out');
  const { code, stderr } = started(['run', path, '--out', out, '--as-of', '2023-06-22', '--quiet']);
  expect([code, stderr]).toEqual([0, '']);
  return out;
}

describe.skipIf(GIVEN === null)('a night through a real cluster', () => {
  it('finds what DuckDB alone finds, byte for byte, and leaves nothing on the cluster', async () => {
    const { url, shared } = GIVEN!;
    const alone = night('');
    const there = night(
      `engine: {trino: {url: "${url}", user: auditor, catalog: lake, schema: totsugo_night, shared: ${shared}}}`,
    );
    const isSame = (name: string) => readFileSync(join(alone, name)).equals(readFileSync(join(there, name)));
    expect(ALIKE.filter((name) => !isSame(name))).toEqual([]);
    const engine = await openDuckDb();
    const grades = [alone, there].map(
      (dir) => `SELECT * FROM read_parquet('${join(dir, 'grades.parquet')}')`,
    );
    for (const [a, b] of [grades, grades.toReversed()])
      expect(await engine.value(`SELECT count(*) FROM (${a} EXCEPT ALL ${b})`)).toBe(0);
    engine.close();
    expect(readdirSync(shared).filter((name) => name.startsWith('totsugo_night'))).toEqual([]);
  }, 600_000);
});
