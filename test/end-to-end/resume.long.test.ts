import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputs, ROOT, SAMPLE, started, temporary, totsugo } from './program.js';

let dir: string;
let pipeline: string;
let out: string;
let args: string[];
beforeAll(() => {
  dir = temporary();
  pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
  out = join(dir, 'reports', 'tonight');
  cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
  cpSync(SAMPLE, pipeline);
  args = ['run', pipeline, '--out', out, '--resume', '--quiet', '--lang', 'en'];
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What on_finish says comes from a child, so that the program must be its parent. */
const resume = () => started(args);

/** Kills a first run once a file stands in its folder; gives that folder. */
async function killed(into: string, file: string): Promise<string> {
  const run = spawn(process.execPath, [
    ...[join(ROOT, 'dist', 'cli.js'), 'run', pipeline, '--out', join(dir, 'reports', into), '--quiet'],
  ]);
  const dead = once(run, 'exit');
  const running = join(dir, 'reports', `.${into}.running`);
  while (!existsSync(join(running, file))) await setTimeout(2);
  run.kill('SIGKILL');
  await dead;
  return running;
}

test('what a run that was killed and is not gone on with has left is disposed of, with a record, and is no night', async () => {
  const running = await killed('given-up', 'work/stage-1-ingest.json');
  const folder = join(dir, 'reports', 'given-up');
  expect(totsugo(['purge', folder]).code).toBe(0);
  expect(existsSync(running)).toBe(false);
  expect(outputs(folder)).toEqual([
    ...['.totsugo-run.json', 'audit-log.jsonl', 'disposal.json', 'log-head.json', 'run.json'],
  ]);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  expect(read('disposal.json').files).toBeGreaterThan(1);
  expect(read('run.json')).toMatchObject({ status: 'purged', finished_at: null });
  expect(readFileSync(join(folder, 'audit-log.jsonl'), 'utf8')).toMatch(/purge-started.*\n.*"purged"/);
  const again = totsugo(['purge', folder]);
  expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/^Nothing is left/)]);
  for (const command of ['explain', 'evaluate'])
    expect(totsugo([command, folder, join(dir, 'nothing')]).code).toBe(2);
  expect(totsugo(['log', folder]).code).toBe(0);
  expect(totsugo(['run', pipeline, '--out', folder, '--quiet']).code).toBe(0);
  expect(outputs(folder)).toContain('findings.jsonl');
  expect(read('run.json')).toMatchObject({ status: 'done', earlier_run: null });
  rmSync(folder, { recursive: true });
});

test('where no run was begun there is nothing to dispose of', () => {
  const { code, stderr } = totsugo(['purge', join(dir, 'reports', 'never')]);
  expect([code, existsSync(join(dir, 'reports', 'never'))]).toEqual([2, false]);
  expect(stderr).toContain('never');
});

// The first stage reads every file: of a whole country that takes long, and is when machines are restarted.
test('a run killed in its first stage goes on', async () => {
  const running = await killed('tonight', 'run.json');
  expect(existsSync(join(running, 'work', 'stage-1-ingest.json'))).toBe(false);
  expect(existsSync(out)).toBe(false);
  const { code, stderr } = resume();
  expect([code, stderr]).toEqual([0, '']);
  expect(outputs(out)).toContain('findings.jsonl');
});

test('where the pipeline file has changed since, it says that it starts anew', () => {
  appendFileSync(pipeline, 'on_finish: [sh, -c, "wc -l; exit 7", notify]\n');
  const { code, stderr } = resume();
  expect(code).toBe(0);
  const lines = readFileSync(join(out, 'summary.json'), 'utf8').split('\n').length - 1;
  expect(stderr.split('\n')).toEqual([
    'Changed since the interrupted run: the pipeline file. Running again from stage 1 (Read files) on',
    String(lines),
    'Beware: The program of on_finish, sh, ended with exit code 7. The run stands as it is.',
    '',
  ]);
  const log = totsugo(['log', out]);
  expect(log.code).toBe(0);
  expect(readFileSync(join(out, 'audit-log.jsonl'), 'utf8')).toContain('"how":"failed","exit_code":7');
});

test('a purged run is refused, and its reports stay as they are', () => {
  expect(totsugo(['purge', out]).code).toBe(0);
  const bytes = () => outputs(out).map((name) => [name, readFileSync(join(out, name), 'base64')]);
  const before = bytes();
  const { code, stderr } = totsugo([...args, '--log-format', 'json']);
  expect(code).toBe(2);
  expect(JSON.parse(stderr)).toMatchObject({
    level: 'error',
    event: 'failed',
    code: 'run-purged',
    exit_code: 2,
    text: expect.stringContaining('purged'),
  });
  expect(bytes()).toEqual(before);
});
