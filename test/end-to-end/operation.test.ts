import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, temporary, totsugo } from './program.js';

const CLI = join(ROOT, 'dist', 'cli.js');

/** Whether this machine lets a test have namespaces of its own, as a container has. */
const hasNamespaces = spawnSync('unshare', ['-rmpf', '--mount-proc', 'true']).status === 0;

let world: string;
beforeAll(() => {
  world = join(temporary(), 'world');
  expect(totsugo(['synth', '--out', world, '--residents', '150', '--seed', '11']).code).toBe(0);
});
afterAll(() => rmSync(world, { recursive: true, force: true }));

const args = (out: string, ...more: string[]) => [
  ...[CLI, 'run', join(world, 'pipeline.yaml'), '--out', join(world, out)],
  ...['--as-of', '2023-06-22', '--quiet', '--lang', 'en', ...more],
];
const running = (out: string) => join(world, `.${out}.running`);

function begin(command: string, rest: readonly string[]) {
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr }));
  return { child, ended };
}

async function until(path: string): Promise<void> {
  while (!existsSync(path)) await setTimeout(5);
}

/** As in a container: its first process is number 1, whichever run it is of. */
const contained = (out: string) => ['-rpf', '--kill-child', '--mount-proc', process.execPath, ...args(out)];

test.skipIf(!hasNamespaces)(
  'a container that was killed starts again under the same process number',
  async () => {
    const { child, ended } = begin('unshare', contained('night'));
    await until(join(running('night'), 'work', 'stage-1-ingest.json'));
    child.kill('SIGKILL');
    expect((await ended).code).not.toBe(0);
    expect(existsSync(join(world, 'night'))).toBe(false);
    expect(await begin('unshare', contained('night')).ended).toEqual({ code: 0, stderr: '' });
  },
);

test('a second run of one folder is refused with the name of the lock; memory for the first is bounded, and it gives the same bytes', async () => {
  if (!hasNamespaces) expect(await begin(process.execPath, args('night')).ended).toMatchObject({ code: 0 });
  const first = begin(process.execPath, args('bounded', '--memory', '300MB'));
  await until(join(running('bounded'), 'work', 'stage-1-ingest.json'));
  const { code, stderr } = await begin(process.execPath, args('bounded')).ended;
  expect(code).toBe(4);
  expect(stderr).toContain(`Lock: ${join(world, '.bounded.lock')}`);
  expect(stderr).toMatch(/Another run holds it \(process \d+ on /);
  expect(await first.ended).toEqual({ code: 0, stderr: '' });
  for (const name of ['findings.jsonl', 'grades.parquet', 'model.json', 'summary.json', 'quality.json']) {
    const [bounded, night] = ['bounded', 'night'].map((out) => readFileSync(join(world, out, name)));
    expect(bounded!.equals(night!), name).toBe(true);
  }
});

test.skipIf(!hasNamespaces)('a folder that cannot be written is named, and nothing is left in it', () => {
  const archive = join(world, 'archive');
  mkdirSync(archive);
  const shell = `mount --bind ${archive} ${archive} && mount -o remount,ro,bind ${archive} && exec "$@"`;
  const { status, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', shell, 'sh', process.execPath, ...args(join('archive', 'night'))],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([1, expect.stringContaining(`read-only: ${archive}`)]);
  expect(readdirSync(archive)).toEqual([]);
});
