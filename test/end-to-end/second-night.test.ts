import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, outputs, temporary, totsugo } from './program.js';

interface Night {
  readonly reused_run: string | null;
  readonly run_id: string;
  readonly stages: readonly { name: string; rows_out: number; figures?: Figures }[];
}
interface Figures {
  readonly calls?: Counts;
  readonly reused?: Counts;
  readonly unchanged_rows?: Counts;
  readonly unchanged_links?: number;
}
type Counts = Readonly<Record<string, number>>;

let dir: string;
let pipeline: string;
const at = (name: string) => join(dir, name);
const run = (out: string, ...more: string[]) =>
  totsugo(['run', pipeline, '--out', at(out), '--quiet', '--lang', 'en', ...more]);
const runOf = (out: string) => json<Night>(at(out), 'run.json');
const sum = (counts: Counts = {}) => Object.values(counts).reduce((all, n) => all + n, 0);
const figures = (out: string, stage: string) => {
  const { calls, reused } = runOf(out).stages.find(({ name }) => name === stage)!.figures!;
  return { called: sum(calls), reused: sum(reused) };
};

/** Bytes of all outputs but those that tell of the run itself; pages and the data behind them name it. */
const bytes = (out: string) =>
  outputs(at(out))
    .filter((name) => !/^(run\.json|audit-log\.jsonl|log-head\.json|\.totsugo-run\.json)$/.test(name))
    .map((name) => [
      name,
      readFileSync(join(at(out), name), 'latin1').replaceAll(/\d{8}-\d{6}-synth[a-z0-9-]+/g, 'RUN'),
    ]);

/** Rows changed, taken away, added (copies under another key) and put in another order. */
function change(name: string, each: (row: string, i: number) => readonly string[]): void {
  const [head, ...rows] = readFileSync(at(name), 'utf8').trimEnd().split('\n');
  writeFileSync(at(name), `${[head, ...rows.flatMap(each)].join('\n')}\n`);
}

let second: { code: number | null; stderr: string };
beforeAll(() => {
  dir = temporary();
  pipeline = at('pipeline.yaml');
  expect(totsugo(['synth', '--out', dir, '--residents', '400', '--seed', '31']).code).toBe(0);
  expect(run('night')).toMatchObject({ code: 0, stderr: '' });
  expect(runOf('night').reused_run).toBeNull();
  change('residents.csv', (row, i) =>
    i % 97 === 5 ? [] : [i % 50 === 7 ? row.replaceAll('１', '３') : row],
  );
  change('cards.csv', (row, i) => (i % 60 === 3 ? [row.replaceAll('2', '4'), row] : [row]));
  // Another order: the last hundred rows come first.
  const [head, ...rows] = readFileSync(at('insurance.csv'), 'utf8').trimEnd().split('\n');
  writeFileSync(at('insurance.csv'), `${[head, ...rows.slice(-100), ...rows.slice(0, -100)].join('\n')}\n`);
  // Accounts and services are as they were; options are not.
  const yaml = readFileSync(pipeline, 'utf8');
  writeFileSync(
    pipeline,
    yaml
      .replace('as_of: 2023-06-22', 'as_of: 2023-09-30')
      .replace('      operator: 担当者コード\n', '')
      .concat('review: {threshold: 0.4}\n'),
  );
  second = run('night');
  expect(run('full', '--full')).toMatchObject({ code: 0, stderr: '' });
}, 300_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a second night over changed files and options', () => {
  it('takes over what is unchanged, and says so in run.json alone', () => {
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(runOf('night').reused_run).toMatch(/^\d{8}-\d{6}-synth-/);
    const { unchanged_rows: rows } = runOf('night').stages.find(({ name }) => name === 'normalize')!.figures!;
    expect(Object.keys(rows!).toSorted()).toEqual(['accounts', 'insurance', 'register', 'services']);
    const read = json<{ inputs: { source: string; rows: number }[] }>(at('night'), 'run.json').inputs;
    for (const [source, n] of Object.entries(rows!))
      expect(n).toBeGreaterThan(0.9 * read.find((input) => input.source === source)!.rows);
    // Cards are read otherwise.
    const links = runOf('night').stages.find(({ name }) => name === 'verify')!;
    expect(links.figures!.unchanged_links).toBeGreaterThan(0.5 * links.rows_out);
    for (const stage of ['learn', 'rivals']) {
      const [own, all] = [figures('night', stage), figures('full', stage)];
      expect(own.reused).toBeGreaterThan(0.5 * all.called);
      expect([own.called + own.reused, all.reused]).toEqual([all.called, 0]);
    }
    expect(runOf('full').reused_run).toBeNull();
  });

  it('gives the bytes of a full run', () => {
    expect(bytes('night').length).toBeGreaterThan(20);
    expect(bytes('night')).toEqual(bytes('full'));
  });

  // What the second took over stands in no dictionary of its own: the third must find it all the same.
  it('does so on the third night, of which other rows have changed', () => {
    change('residents.csv', (row, i) => [i % 41 === 5 ? row.replaceAll('３', '５') : row]);
    change('cards.csv', (row, i) => (i % 70 === 9 ? [] : [i % 31 === 2 ? row.replaceAll('3', '5') : row]));
    for (const [out, ...more] of [['night'], ['full', '--full']] as const)
      expect(run(out, ...more)).toMatchObject({ code: 0, stderr: '' });
    const { figures: kept } = runOf('night').stages.find(({ name }) => name === 'verify')!;
    expect(kept!.unchanged_links).toBeGreaterThan(500);
    expect(bytes('night')).toEqual(bytes('full'));
  }, 300_000);

  it('is made anew where the working data of the last turns out damaged, and says so', () => {
    const path = join(at('night'), 'work', 'totsugo.duckdb');
    writeFileSync(
      path,
      readFileSync(path).map((b, i) => (i % 50_000 === 49_999 ? b ^ 1 : b)),
    );
    const { code, stderr } = run('night');
    expect(code).toBe(0);
    expect(stderr).toBe(
      'Beware: The working data of the last run cannot be read: no more is taken over, it is made anew. The results are the same.\n',
    );
    expect(runOf('night').reused_run).toBeNull();
    expect(bytes('night')).toEqual(bytes('full'));
  }, 300_000);

  it('leaves nothing of what was kept once it is purged', () => {
    expect(totsugo(['purge', at('night')]).code).toBe(0);
    expect(outputs(at('night')).filter((name) => /duckdb|kept/.test(name))).toEqual([]);
  });
});
