import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { inFrontOf, serve, standIn } from '../engine/stand-in.js';
import { json, lines, ROOT, temporary, totsugo } from './program.js';

/** What must be the same whichever engine has done the work. */
const ALIKE = [
  ...['findings.jsonl', 'findings.csv', 'summary.json', 'model.json'],
  ...['blind-sample.jsonl', 'marks.jsonl', 'quality.json'],
];

let lake: string;
let server: Awaited<ReturnType<typeof standIn>>;
let world: string;
/** The pipeline file without a cluster; each test has a folder of its own beside the same inputs. */
beforeAll(async () => {
  world = join(temporary(), 'world');
  expect(
    totsugo(['synth', '--out', world, '--residents', '400', '--seed', '5', '--wrong-rate', '0.03']).code,
  ).toBe(0);
});
beforeEach(async () => {
  await server?.close();
  lake = temporary();
  server = await standIn(lake);
});
afterAll(() => server.close());

/** A copy of the world whose pipeline names the cluster. */
function clustered(more = '', url = server.url): string {
  const dir = join(temporary(), 'world');
  cpSync(world, dir, { recursive: true });
  const path = join(dir, 'pipeline.yaml');
  const trino = `url: "${url}", user: auditor, catalog: lake, schema: totsugo, shared: ${lake}${more}`;
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nengine: {trino: {${trino}}}\n`);
  return path;
}

/** The program beside this process, where the cluster's server is. */
async function run(args: readonly string[], whileRunning?: (child: ReturnType<typeof spawn>) => void) {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args, '--lang', 'en'], {
    cwd: ROOT,
  });
  let stderr = '';
  let stdout = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  whileRunning?.(child);
  const [code] = await once(child, 'close');
  return { code: code as number | null, stderr, stdout };
}
const night = (pipeline: string, ...more: string[]) => [
  ...['run', pipeline, '--out', join(pipeline, '../out'), '--as-of', '2023-06-22', '--quiet', ...more],
];
const left = () => readdirSync(lake);

/** A server before the cluster's: what `instead` answers does not reach it. */
const before = (instead: Parameters<typeof serve>[0]) => inFrontOf(server.url, instead);

/** Names of the columns of every table that stood on the cluster. */
function columnsThere(): Set<string> {
  const created = server.asked.flatMap(
    ({ body }) => /^CREATE TABLE "\w+" \((.*?)\)\s+WITH/s.exec(body)?.[1] ?? [],
  );
  return new Set(
    created.flatMap((columns) =>
      columns.split(', ').map((column) => column.split(' ')[0]!.replaceAll('"', '')),
    ),
  );
}

it('gives the findings of a run without a cluster, byte for byte, lends no My Number and leaves nothing there', async () => {
  const alone = join(temporary(), 'world');
  cpSync(world, alone, { recursive: true });
  expect(await run(night(join(alone, 'pipeline.yaml')))).toMatchObject({ code: 0 });
  const pipeline = clustered();
  expect(await run(night(pipeline))).toMatchObject({ code: 0, stderr: '' });
  expect(server.refused).toEqual([]);
  const isSame = (name: string) =>
    readFileSync(join(pipeline, '../out', name)).equals(readFileSync(join(alone, 'out', name)));
  expect(ALIKE.filter((name) => !isSame(name))).toEqual([]);
  const engine = await openDuckDb();
  const grades = (dir: string) =>
    `SELECT * EXCLUDE (file) FROM read_parquet('${join(dir, 'out', 'grades.parquet')}')`;
  const [one, other] = [grades(alone), grades(join(pipeline, '..'))];
  expect(await engine.value(`SELECT count(*) FROM (${one} EXCEPT ALL ${other})`)).toBe(0);
  engine.close();
  const there = columnsThere();
  expect(there).toContain('kw');
  const withheld = ['number', 'my_number', 'auth_serial', 'sign_serial', 'serial', 'protected', 'status'];
  expect(withheld.filter((name) => there.has(name))).toEqual([]);
  expect(left()).toEqual([]);
  const log = lines<{
    action: string;
    stage?: string;
    tables?: { table: string; columns: string[]; rows: number }[];
  }>(join(pipeline, '../out'), 'audit-log.jsonl');
  const actions = log.map(({ action }) => action);
  expect(actions.slice(0, 2)).toEqual(['run-started', 'cluster-opened']);
  expect(actions.indexOf('cluster-dropped')).toBeGreaterThan(actions.lastIndexOf('cluster-lent'));
  expect(actions.lastIndexOf('run-finished')).toBeGreaterThan(actions.indexOf('cluster-dropped'));
  const told = log.flatMap(({ stage, tables = [] }) => tables.map((one) => ({ stage, ...one })));
  const residents = told.find(({ stage, table }) => stage === 'verify' && table === 'residents')!;
  expect(residents.rows).toBe(400);
  // The log tells each column that stood there, but for those that the cluster itself made.
  expect(residents.columns).toContain('kw');
  expect(told.flatMap(({ columns }) => columns).filter((name) => withheld.includes(name))).toEqual([]);
  expect(log[actions.indexOf('cluster-dropped')]).toMatchObject({
    schema: expect.stringMatching(/^totsugo_run_/),
  });
  const { stages } = json<{ stages: { name: string; figures?: { cluster?: { statements: number } } }[] }>(
    join(pipeline, '../out'),
    'run.json',
  );
  expect(stages.find(({ name }) => name === 'verify')!.figures!.cluster!.statements).toBeGreaterThan(0);
});

it('refuses what cannot work before anything is written: exit code 2 and a sentence', async () => {
  const denied = await serve(() => ({ status: 401 }));
  const secretFile = join(temporary(), 'secret');
  writeFileSync(secretFile, 'geheim\n');
  const cases: [string, RegExp][] = [
    [clustered('', 'http://127.0.0.1:1'), /cannot be reached \(ECONNREFUSED\)/],
    [
      clustered(`, password_file: ${secretFile}`, denied.url),
      /does not accept the user auditor \(HTTP 401\)/,
    ],
    [clustered(', password_file: /nowhere/secret'), /\/nowhere\/secret of password_file cannot be read/],
  ];
  for (const [pipeline, told] of cases) {
    for (const args of [['check', pipeline], night(pipeline)]) {
      const { code, stderr } = await run(args);
      expect(code, stderr).toBe(2);
      expect(stderr).toMatch(told);
      expect(stderr).not.toContain('geheim');
      expect(existsSync(join(pipeline, '../out'))).toBe(false);
    }
  }
  await denied.close();
});

it('refuses a catalog that is not there, and a folder that the cluster does not see', async () => {
  const missing = clustered();
  writeFileSync(missing, readFileSync(missing, 'utf8').replace('catalog: lake', 'catalog: pond'));
  expect(await run(['check', missing])).toMatchObject({ code: 2, stderr: expect.stringContaining('pond') });
  const apart = clustered(', location: "local:///elsewhere"');
  const { code, stderr } = await run(night(apart));
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/is not seen by the cluster at local:\/\/\/elsewhere/),
  ]);
  expect(left()).toEqual([]);
});

it('fails with a sentence where the cluster fails, and goes on from there', async () => {
  let failing = true;
  const error = { errorName: 'OUT_OF_SPILL_SPACE', errorType: 'INSUFFICIENT_RESOURCES' };
  const proxy = await before(({ body }) =>
    failing && body.startsWith('INSERT INTO "namesakes"') ? { body: { id: 'q77', error } } : {},
  );
  const pipeline = clustered('', proxy.url);
  const first = await run(night(pipeline));
  expect(first).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/stage learn the query q77 .*OUT_OF_SPILL_SPACE/),
  });
  expect(left()).toEqual([]);
  failing = false;
  expect(await run(night(pipeline, '--resume'))).toMatchObject({ code: 0, stderr: '' });
  await proxy.close();
});

it('names what dead runs have left, and the next run into their folder disposes of it, as purge does', async () => {
  const pipeline = clustered();
  const out = join(pipeline, '../out');
  const leave = (name: string, folder: string) => {
    mkdirSync(join(lake, name, 'residents_1'), { recursive: true });
    writeFileSync(join(lake, name, 'residents_1', 'part.parquet'), 'people');
    const owner = { run_id: '20230622-night', folder, host: hostname(), pid: 2 ** 22 + 1 };
    writeFileSync(join(lake, name, 'totsugo-run.json'), JSON.stringify(owner));
  };
  // Killed as soon as it has a folder there, before it has one here.
  let kill: (() => void) | undefined;
  const proxy = await before(({ body }) => {
    if (!body.startsWith('CREATE SCHEMA')) return {};
    kill?.();
    return null;
  });
  const told = readFileSync(pipeline, 'utf8');
  writeFileSync(pipeline, told.replace(server.url, proxy.url));
  await run(night(pipeline), (child) => {
    kill = () => child.kill('SIGKILL');
  });
  writeFileSync(pipeline, told);
  await proxy.close();
  expect(left()).toHaveLength(1);
  leave('totsugo_run_1', out);
  leave('totsugo_run_2', '/of/others');
  const { code, stdout } = await run(['check', pipeline]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/totsugo_run_1 \(run 20230622-night/);
  expect(stdout).toMatch(/totsugo_run_2 \(run 20230622-night, folder \/of\/others/);
  const say = (body: string) => fetch(`${server.url}/v1/statement`, { method: 'POST', body });
  // Names that a cluster that was away has kept; the last are another folder's.
  await say("CREATE SCHEMA lake.totsugo_run_0 WITH (location = 'local:///totsugo_run_0')");
  await say("CREATE SCHEMA lake.totsugo_run_9 WITH (location = 'local:///elsewhere/totsugo_run_9')");
  expect((await run(night(pipeline))).code).toBe(0);
  expect(left()).toEqual(['totsugo_run_2']);
  expect(await (await say('SHOW SCHEMAS FROM lake')).json()).toMatchObject({
    data: [['default'], ['totsugo_run_9']],
  });
  leave('totsugo_run_3', out);
  expect((await run(['purge', out])).code).toBe(0);
  expect(left()).toEqual(['totsugo_run_2']);
});

it('purge disposes of what a first run that was killed has left here and there', async () => {
  let kill: (() => void) | undefined;
  const proxy = await before(({ body }) => {
    if (!body.startsWith('INSERT INTO "namesakes"')) return {};
    kill?.();
    return null;
  });
  const pipeline = clustered('', proxy.url);
  const { code } = await run(night(pipeline), (child) => {
    kill = () => child.kill('SIGKILL');
  });
  expect(code).toBeNull();
  await proxy.close();
  expect(left()).toHaveLength(1);
  writeFileSync(pipeline, readFileSync(pipeline, 'utf8').replace(proxy.url, server.url));
  const out = join(pipeline, '../out');
  expect(await run(['purge', out])).toMatchObject({ code: 0, stderr: '' });
  expect(left()).toEqual([]);
  const log = lines<{ action: string; files: number }>(out, 'audit-log.jsonl');
  expect(log.slice(-3).map(({ action }) => action)).toEqual(['purge-started', 'cluster-dropped', 'purged']);
  expect(log.at(-2)!.files).toBeGreaterThan(0);
  expect(existsSync(join(out, '../.out.running'))).toBe(false);
  expect(existsSync(join(out, 'disposal.json'))).toBe(true);
});

it('a signal cancels the query on the cluster', async () => {
  const cancelled: string[] = [];
  let stop: (() => void) | undefined;
  const proxy = await before(({ method, path, body }, _, own) => {
    if (method === 'DELETE') {
      cancelled.push(path);
      return { status: 204 };
    }
    if (body.startsWith('INSERT INTO "levels_open"'))
      return { body: { id: 'q9', nextUri: `${own}/v1/statement/executing/q9/y/1` } };
    if (!path.includes('/q9/')) return {};
    stop?.();
    return null;
  });
  const { code, stderr } = await run(night(clustered('', proxy.url)), (child) => {
    stop = () => child.kill('SIGINT');
  });
  expect(code).toBe(130);
  expect(stderr).toContain('--resume');
  expect(cancelled).toContain('/v1/statement/executing/q9/y/1');
  expect(left()).toEqual([]);
  await proxy.close();
});
