import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../src/audit/summary.js';
import type { Manifest } from '../../src/pipeline/manifest.js';
import { json, outputs, ROOT, temporary, totsugo } from './program.js';

/** A small world with a finished run in `out`, copied for each test that changes something. */
let original: string;
beforeAll(() => {
  original = join(temporary(), 'world');
  const made = ['synth', '--out', original, '--residents', '200', '--seed', '7', '--wrong-rate', '0.01'];
  expect(totsugo(made).code).toBe(0);
  writeFileSync(join(original, 'key'), 'key of the office');
  edit(original, (yaml) => `${yaml}\nprivacy: {key_file: key}\n`);
  const { code, stderr } = run(original);
  expect([code, stderr]).toEqual([0, '']);
});
afterAll(() => rmSync(original, { recursive: true, force: true }));

function copy(): string {
  const world = join(temporary(), 'world');
  cpSync(original, world, { recursive: true });
  const path = join(world, 'out', 'run.json');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(original, world));
  return world;
}

function edit(world: string, change: (yaml: string) => string): void {
  const path = join(world, 'pipeline.yaml');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const args = (world: string, out: string, ...more: string[]) => [
  'run',
  join(world, 'pipeline.yaml'),
  '--out',
  join(world, out),
  '--quiet',
  ...(more.includes('--lang') ? [] : ['--lang', 'en']),
  ...(more.includes('--as-of') ? [] : ['--as-of', '2023-06-22']),
  ...more,
];
const run = (world: string, ...more: string[]) => totsugo(args(world, 'out', ...more));
const bytesOf = (dir: string) => outputs(dir).map((name) => [name, readFileSync(join(dir, name), 'base64')]);
const kept = (world: string) =>
  bytesOf(join(world, 'out')).filter(([name]) => !/audit-log|log-head/.test(name!));

describe('what is refused in words, in time, with nothing written', () => {
  test.each<[string, (world: string) => void, RegExp]>([
    ['a pipe as key', (world) => pipe(world, 'key'), /key is not a regular file/],
    [
      'an endless device as key',
      (world) => edit(world, (y) => y.replace('key_file: key', 'key_file: /dev/zero')),
      /\/dev\/zero is not a regular file/,
    ],
    [
      'a pipe as decisions',
      (world) => pipe(world, 'pipeline.decisions.jsonl'),
      /decisions\.jsonl is not a regular file/,
    ],
    [
      'a folder as decisions',
      (world) => edit(world, (y) => `${y}decisions: out\n`),
      /out is not a regular file/,
    ],
    [
      'a damaged store of decisions',
      (world) =>
        writeFileSync(
          join(world, 'pipeline.decisions.jsonl'),
          '{"schema":"totsugo-decision-store/1"}\n{"case":\n',
        ),
      /cannot be read at line 2/,
    ],
    [
      'a pipe as frozen model',
      (world) => {
        pipe(world, 'm.json');
        edit(world, (y) => `${y}model: m.json\n`);
      },
      /m\.json is not a regular file/,
    ],
    [
      'a name that leaves the folder',
      (world) => edit(world, (y) => y.replace(/^name: .*$/m, 'name: "x/../../escaped"')),
      /This cannot be a name/,
    ],
    [
      'a source that is a prototype',
      (world) => edit(world, (y) => y.replace(/^ {2}cards:/m, '  __proto__:')),
      /"__proto__" cannot name a source/,
    ],
    [
      'sources that differ in case',
      (world) => edit(world, (y) => y.replace(/^ {2}insurance:/m, '  Cards:')),
      /differ in case only/,
    ],
    ['a compressed file that is cut short', (world) => cutShort(world), /broken or cut short/],
    ['a key that is gone', (world) => rmSync(join(world, 'key')), /not carried on without a key/],
  ])('%s', (_, spoil, words) => {
    const world = copy();
    const before = kept(world);
    spoil(world);
    const started = performance.now();
    const { code, stdout, stderr } = run(world);
    expect(stderr).toMatch(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(kept(world)).toEqual(before);
    expect(existsSync(join(world, '.out.running'))).toBe(false);
  });

  test('a pipe as pipeline file', () => {
    const world = copy();
    pipe(world, 'pipeline.yaml');
    expect(run(world)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/pipeline\.yaml is not a regular file/),
    });
  });

  test.each(['{"name":"my other tool"}', '{"status":"done"}', 'not JSON', ''])(
    'a folder whose run.json is %j, whatever else it holds',
    (text) => {
      const world = copy();
      rmSync(join(world, 'out'), { recursive: true });
      mkdirSync(join(world, 'out', 'src'), { recursive: true });
      writeFileSync(join(world, 'out', 'run.json'), text);
      expect(run(world)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/holds other files than a run/),
      });
      expect(readdirSync(join(world, 'out')).sort()).toEqual(['run.json', 'src']);
    },
  );
});

function pipe(world: string, name: string): void {
  rmSync(join(world, name), { force: true });
  execFileSync('mkfifo', [join(world, name)]);
}

function cutShort(world: string): void {
  const path = join(world, 'cards.csv');
  const packed = gzipSync(readFileSync(path));
  writeFileSync(path, packed.subarray(0, packed.length - 20));
}

describe('a night that does not come to its end', () => {
  test('fails: the last good report and its log stay as they were', () => {
    const world = copy();
    const before = kept(world);
    // Found out in the third stage only: the residents of many links are no longer in the register.
    const path = join(world, 'residents.csv');
    const rows = readFileSync(path, 'utf8').split(/(?<=\n)/);
    writeFileSync(path, rows.slice(0, 20).join(''));
    edit(world, (yaml) => `${yaml}max_unknown_share: 0.05\n`);
    const { code, stderr } = run(world);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/cards/)]);
    expect(kept(world)).toEqual(before);
    expect(totsugo(['log', join(world, 'out')]).code).toBe(0);
    expect(totsugo(['log', join(world, 'out'), '--all']).stdout).toMatch(/run-started(.*\n)+.*run-finished/);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('is asked to end by %s: it says how to go on, and goes on', async (signal, exitCode) => {
    const world = copy();
    const before = kept(world);
    const child = spawn(
      process.execPath,
      [join(ROOT, 'dist', 'cli.js'), ...args(world, 'out', '--as-of', '2023-06-23')],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    const dead = once(child, 'close');
    while (!existsSync(join(world, '.out.running', 'work', 'stage-1-ingest.json'))) await setTimeout(2);
    child.kill(signal);
    expect(await dead).toEqual([exitCode, null]);
    expect(stderr).toContain(
      `To go on: totsugo run ${join(world, 'pipeline.yaml')} --out ${join(world, 'out')} --resume`,
    );
    expect(kept(world)).toEqual(before);
    expect(json<Manifest>(join(world, '.out.running'), 'run.json').status).toBe('interrupted');
    // One of them goes on: the way is the same.
    if (signal === 'SIGINT') return;
    const { code } = run(world, '--resume', '--as-of', '2023-06-23');
    expect(code).toBe(0);
    expect(json<Manifest>(join(world, 'out'), 'run.json')).toMatchObject({
      status: 'done',
      as_of: '2023-06-23',
    });
    expect(totsugo(['log', join(world, 'out')]).stdout).toMatch(/run-interrupted(.*\n)+.*run-finished/);
  });
});

test('working data torn by a full disk is made anew before the first stage is done, and refused after', () => {
  const world = copy();
  const unfinished = join(world, '.out.running');
  const manifest = json<Manifest>(join(world, 'out'), 'run.json');
  const tear = () => {
    mkdirSync(join(unfinished, 'work'), { recursive: true });
    const marker = { schema: 'totsugo-run-folder/1', run_id: manifest.run_id, entries: null };
    writeFileSync(join(unfinished, '.totsugo-run.json'), JSON.stringify(marker));
    writeFileSync(
      join(unfinished, 'run.json'),
      JSON.stringify({ ...manifest, status: 'interrupted', stages: [], finished_at: null }),
    );
    writeFileSync(join(unfinished, 'work', 'totsugo.duckdb'), Buffer.alloc(12_288, 7));
  };
  tear();
  writeFileSync(join(unfinished, 'work', 'stage-1-ingest.json'), '{');
  expect(run(world, '--resume')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('run again without --resume'),
  });
  tear();
  rmSync(join(unfinished, 'work', 'stage-1-ingest.json'));
  expect(run(world, '--resume').code).toBe(0);
  expect(existsSync(unfinished)).toBe(false);
});

const KEYED = 'another key of pseudonyms';

describe('--resume names what has changed and never mixes nights', () => {
  test.each<[string, (world: string) => void, string[], RegExp]>([
    [
      'another date',
      () => undefined,
      ['--as-of', '2023-07-01'],
      /the date to judge by, the earlier runs\. Running again from stage 2/,
    ],
    [
      'decisions taken in',
      (world) =>
        writeFileSync(join(world, 'pipeline.decisions.jsonl'), '{"schema":"totsugo-decision-store/1"}\n'),
      [],
      /the decisions taken in. Running again from stage 5/,
    ],
    [
      KEYED,
      (world) => writeFileSync(join(world, 'key.pseudonyms'), 'another key'),
      [],
      /the key of pseudonyms. Running again from stage 3/,
    ],
    [
      'another file',
      (world) =>
        writeFileSync(join(world, 'cards.csv'), `${readFileSync(join(world, 'cards.csv'), 'utf8')}\n`),
      [],
      /the input files. Running again from stage 1/,
    ],
    ['another language', () => undefined, ['--lang', 'ja'], /段階 9/],
  ])('%s', (_, change, more, words) => {
    const world = copy();
    change(world);
    const { code, stderr } = run(world, '--resume', ...more);
    expect(stderr).toMatch(words);
    expect(code).toBe(0);
    // Another date is judged anew; by nothing else is anything judged otherwise than it was.
    const isAnew = more.includes('--as-of');
    if (isAnew) expect(totsugo(args(world, 'fresh', ...more)).code).toBe(0);
    const like = join(isAnew ? world : original, isAnew ? 'fresh' : 'out');
    // A fingerprint is an HMAC under that key.
    const plain = (path: string) =>
      readFileSync(path, 'latin1').replace(/"fingerprint":"[0-9a-f-]+"/g, _ === KEYED ? '' : '$&');
    for (const name of ['findings.jsonl', 'grades.parquet', 'model.json'])
      expect(plain(join(world, 'out', name)) === plain(join(like, name)), name).toBe(true);
  });

  test('nothing: nothing is run, and nothing changes', () => {
    const world = copy();
    const before = kept(world);
    const loud = args(world, 'out', '--resume', '--log-format', 'json').filter((arg) => arg !== '--quiet');
    const { code, stderr } = totsugo(loud);
    expect(code).toBe(0);
    // One JSON object a line: the nine stages, each done before.
    const told = stderr
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(told.map(({ event, level, place, resumed }) => [event, level, place, resumed])).toEqual(
      Array.from({ length: 9 }, (_, i) => ['stage-done', 'info', i + 1, true]),
    );
    expect(told[0]).toMatchObject({ stage: 'ingest', work_bytes: expect.any(Number) });
    expect(kept(world)).toEqual(before);
  });
});

describe('the audit log', () => {
  const log = (world: string, ...more: string[]) => totsugo(['log', join(world, 'out'), ...more]);

  test('goes on across runs, commands and folders, under its key', () => {
    const world = copy();
    expect(run(world, '--as-of', '2023-06-23').code).toBe(0);
    const [finding] = readFileSync(join(world, 'out', 'findings.jsonl'), 'utf8').split('\n');
    const target = JSON.parse(finding!).finding_id;
    // One fixed --out has a trend: the nights are kept beside the pipeline file.
    const { previous_run } = json<Summary>(join(world, 'out'), 'summary.json');
    expect(previous_run.first).toBeUndefined();
    expect(previous_run.continuing).toBeGreaterThan(0);
    expect(totsugo(['explain', join(world, 'out'), target]).code).toBe(0);
    expect(totsugo(['evaluate', join(world, 'out'), '--truth', join(world, 'truth.csv')]).code).toBe(0);
    const { code, stdout } = log(world, '--all');
    expect(code).toBe(0);
    expect(stdout.match(/run-finished/g)).toHaveLength(2);
    expect(stdout).toMatch(/explained(.*\n)+.*evaluated/);
    expect(stdout).toMatch(/under the key [0-9a-f]{16}/);
    expect(readFileSync(join(world, 'pipeline.audit-log.jsonl'), 'utf8')).toBe(
      readFileSync(join(world, 'out', 'audit-log.jsonl'), 'utf8'),
    );
  });

  const lines = (text: string, change: (lines: string[]) => string[]) =>
    `${change(text.split('\n').slice(0, -1)).join('\n')}\n`;
  const both = ['pipeline.audit-log.jsonl', join('out', 'audit-log.jsonl')];
  test.each<[string, (world: string) => void, RegExp]>([
    [
      'an end cut off the copy',
      (world) => change(world, both.slice(1), (all) => all.slice(0, -1)),
      /cut off: \d+ lines of \d+/,
    ],
    [
      'an end cut off the log',
      (world) => change(world, both.slice(0, 1), (all) => all.slice(0, -1)),
      /cut off: \d+ lines of \d+/,
    ],
    [
      'an end cut off both, and the head of the copy taken away',
      (world) => {
        change(world, both, (all) => all.slice(0, -1));
        rmSync(join(world, 'out', 'log-head.json'));
      },
      /cut off|is not|changed/,
    ],
    [
      'a log taken away with the heads that name it',
      (world) => {
        for (const name of [...both, join('out', 'log-head.json')]) rmSync(join(world, name));
      },
      /./,
    ],
    ['a plain chain in its place', (world) => forge(world), /.+/],
  ])('shows %s', (name, spoil, words) => {
    const world = withHead();
    spoil(world);
    const { code, stderr } = log(world);
    expect(stderr, name).toMatch(words);
    expect(code).toBe(1);
  });

  function change(world: string, names: readonly string[], how: (lines: string[]) => string[]): void {
    for (const name of names)
      writeFileSync(join(world, name), lines(readFileSync(join(world, name), 'utf8'), how));
  }

  let headed: string | null = null;

  /** A world with a second night, so that the head beside the key is of this place; put back as it was for each test. */
  function withHead(): string {
    const world = headed ?? copy();
    const asItWas = `${world}.kept`;
    if (headed === null) {
      expect(run(world, '--resume').code).toBe(0);
      expect(log(world).code).toBe(0);
      cpSync(world, asItWas, { recursive: true });
    }
    headed = world;
    rmSync(world, { recursive: true });
    cpSync(asItWas, world, { recursive: true });
    return world;
  }

  /** All of it written anew without the key, by somebody who points the run at a pipeline without one. */
  function forge(world: string): void {
    const other = copy();
    rmSync(join(other, 'out'), { recursive: true });
    for (const name of readdirSync(other))
      if (/audit-log|nights|log-heads/.test(name)) rmSync(join(other, name), { recursive: true });
    edit(other, (yaml) => yaml.replace(/\nprivacy:.*\n/, '\n'));
    expect(run(other).code).toBe(0);
    cpSync(join(other, 'out', 'audit-log.jsonl'), join(world, 'out', 'audit-log.jsonl'));
    const path = join(world, 'out', 'run.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll(join(world, 'pipeline.yaml'), join(other, 'pipeline.yaml')),
    );
  }
});

test('five purges over a dead lock let one in; six decides at once keep six', async () => {
  const world = copy();
  const out = join(world, 'out');
  const start = (...command: string[]) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...command], { stdio: 'ignore' });
    return once(child, 'exit').then(([code]) => code as number);
  };
  const findings = readFileSync(join(out, 'findings.jsonl'), 'utf8').split('\n').filter(Boolean);
  const { finding_id, fingerprint } = JSON.parse(findings[0]!);
  const files = Array.from({ length: 6 }, (_, i) => {
    const file = join(world, `r-${i}.csv`);
    writeFileSync(file, `担当者コード,事案,証拠の指紋,判断(1-5)\r\nr-${i},${finding_id},${fingerprint},3`);
    return file;
  });
  expect(await Promise.all(files.map((file) => start('decide', out, file)))).toEqual([0, 0, 0, 0, 0, 0]);
  const store = readFileSync(join(world, 'pipeline.decisions.jsonl'), 'utf8');
  expect(
    store
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line).reviewer)
      .sort(),
  ).toEqual(files.map((_, i) => `r-${i}`));
  const codes = await Promise.all(Array.from({ length: 5 }, () => start('purge', out)));
  expect(codes.filter((code) => code === 0).length).toBeGreaterThanOrEqual(1);
  for (const code of codes) expect([0, 4]).toContain(code);
  const log = readFileSync(join(world, 'pipeline.audit-log.jsonl'), 'utf8');
  expect(log.match(/"action":"purged"/g)).toHaveLength(1);
  expect(log.match(/"action":"decided"/g)).toHaveLength(6);
  expect(totsugo(['log', out]).code).toBe(0);
});
