// What a kill may leave: nothing that is wrong or half. Used by the default suite with a few kills, by `npm run kill-test` with many.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const [FIRST, SECOND] = ['2023-06-22T15:00:00.000Z', '2023-06-23T15:00:00.000Z'];

/** A world of its own folder with a finished first night, and what two whole nights look like. */
export function makeWorld(residents) {
  const home = mkdtempSync(join(tmpdir(), 'totsugo-kill-'));
  const world = join(home, 'world');
  must(
    totsugo([
      'synth',
      '--out',
      world,
      '--residents',
      String(residents),
      '--seed',
      '31',
      '--wrong-rate',
      '0.01',
    ]),
  );
  writeFileSync(join(world, 'key'), 'key of the tests');
  writeFileSync(
    join(world, 'pipeline.yaml'),
    `${readFileSync(join(world, 'pipeline.yaml'), 'utf8')}\nprivacy: {key_file: key}\n`,
  );
  must(run(world, FIRST));
  const first = digestOf(join(world, 'out'));
  const whole = copyOf(world, home, 'whole');
  const started = performance.now();
  must(run(whole, SECOND));
  const milliseconds = performance.now() - started;
  return { home, world, first, second: digestOf(join(whole, 'out')), whole, milliseconds };
}

/** Kills a second night after some milliseconds, or when a file appears, and holds what it left against whole nights. */
export async function killRun(made, moment) {
  const world = copyOf(made.world, made.home, 'killed');
  await startAndKill(world, runArgs(world, SECOND), SECOND, moment);
  checkStanding(made, world);
  const resumed = run(world, SECOND, '--resume');
  expect(resumed.status === 0, `resume: ${resumed.stderr}`);
  checkSecond(made, world);
  rmSync(world, { recursive: true });
}

/** The same, with state files torn or emptied before it goes on. */
export async function killAndTear(made, moment, size) {
  const world = copyOf(made.world, made.home, 'torn');
  await startAndKill(world, runArgs(world, SECOND), SECOND, moment);
  const running = join(world, '.out.running');
  const states = existsSync(running)
    ? readdirSync(running, { recursive: true })
        .map((name) => join(running, name))
        .filter((path) => /(\/run\.json|stage-\d-\w+\.json|decisions\.jsonl)$/.test(path))
    : [];
  for (const path of states)
    truncateSync(path, size === 0 ? 0 : Math.floor(readFileSync(path).length * size));
  const resumed = run(world, SECOND, '--resume');
  expect(resumed.status === 0, `resume after ${states.length} torn files: ${resumed.stderr}`);
  checkSecond(made, world);
  rmSync(world, { recursive: true });
  return states.length;
}

/** Kills a purge of the finished second night; the next one must end it. */
export async function killPurge(made, moment) {
  const world = copyOf(made.whole, made.home, 'purged');
  const out = join(world, 'out');
  await startAndKill(world, ['purge', out], SECOND, moment);
  expect(digestOf(out) === made.second, 'reports after a killed purge');
  const again = totsugo(['purge', out], SECOND);
  expect(again.status === 0, `purge: ${again.stderr}`);
  for (const name of ['work', '.disposing', '../.out.running', '../.out.previous/work'])
    expect(!existsSync(join(out, name)), `${name} after purge`);
  expect(JSON.parse(readFileSync(join(out, 'run.json'))).status === 'purged', 'status after purge');
  checkLog(world);
  rmSync(world, { recursive: true });
}

/** Kills a `decide`; the store holds all of it or nothing, and taking it in again makes it all. */
export async function killDecide(made, moment) {
  const world = copyOf(made.whole, made.home, 'decided');
  const [out, store] = [join(world, 'out'), join(world, 'pipeline.decisions.jsonl')];
  const { file, count } = decisionsFor(world);
  await startAndKill(world, ['decide', out, file], SECOND, moment);
  const kept = existsSync(store) ? readFileSync(store, 'utf8').split('\n').length - 2 : 0;
  expect(kept === 0 || kept === count, `${kept} of ${count} decisions after a kill`);
  must(totsugo(['decide', out, file], SECOND));
  expect(
    readFileSync(store, 'utf8').split('\n').length - 2 === count,
    'decisions after taking them in again',
  );
  checkLog(world);
  rmSync(world, { recursive: true });
}

function decisionsFor(world) {
  const findings = readFileSync(join(world, 'out', 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const rows = findings.map((line) => {
    const { finding_id, fingerprint } = JSON.parse(line);
    return `r-1,${finding_id},${fingerprint},3`;
  });
  const file = join(world, 'decided.csv');
  writeFileSync(file, ['担当者コード,事案,証拠の指紋,判断(1-5)', ...rows].join('\r\n'));
  return { file, count: rows.length };
}

/** What stands in the output folder is a whole night, the first or the second; at most it has to be put there. */
function checkStanding(made, world) {
  const out = join(world, 'out');
  if (!existsSync(out)) checkLog(world);
  const found = digestOf(out);
  expect([made.first, made.second].includes(found), 'outputs after a kill');
  expect(JSON.parse(readFileSync(join(out, 'run.json'))).status === 'done', 'status after a kill');
}

function checkSecond(made, world) {
  expect(digestOf(join(world, 'out')) === made.second, 'outputs after going on');
  expect(!existsSync(join(world, '.out.running')), 'the folder of the run after going on');
  checkLog(world);
}

function checkLog(world) {
  const { status, stderr } = totsugo(['log', join(world, 'out')], SECOND);
  expect(status === 0, `log: ${stderr}`);
}

/** Digest of every output but what tells when and by which command it came. */
export function digestOf(out) {
  const hash = createHash('sha256');
  const paths = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .filter((path) => !/^(work\/|\.|run\.json|audit-log|log-head|disposal)/.test(path))
    .sort();
  for (const path of paths) hash.update(`${path}\n`).update(readFileSync(join(out, path)));
  return hash.digest('hex');
}

async function startAndKill(world, args, at, moment) {
  const child = spawn(process.execPath, [CLI, ...args], { env: environment(at), stdio: 'ignore' });
  const dead = once(child, 'exit');
  const ended = { is: false };
  void dead.then(() => {
    ended.is = true;
  });
  if (typeof moment === 'number') await Promise.race([sleep(moment), dead]);
  else while (!ended.is && !moment(world)) await sleep(1);
  child.kill('SIGKILL');
  await dead;
}

/** Moments that are waited for. */
export const stageDone = (place) => (world) => {
  const work = join(world, '.out.running', 'work');
  return (
    existsSync(work) &&
    readdirSync(work).some((name) => name.startsWith(`stage-${place}-`) && !name.endsWith('.part'))
  );
};
export const replaced = (world) => existsSync(join(world, '.out.previous'));
export const whole = (world) => {
  try {
    return readFileSync(join(world, '.out.running', '.totsugo-run.json'), 'utf8').includes('"entries":[');
  } catch {
    return false;
  }
};

function runArgs(world, at) {
  const day = at.slice(0, 10);
  return ['run', join(world, 'pipeline.yaml'), '--out', join(world, 'out'), '--quiet', '--as-of', day];
}

function run(world, at, ...more) {
  return totsugo([...runArgs(world, at), ...more], at);
}

function totsugo(args, at = FIRST) {
  return spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env: environment(at) });
}

function environment(at) {
  return { ...process.env, LANG: 'en_US.UTF-8', TOTSUGO_NOW: at };
}

let copies = 0;
function copyOf(world, home, name) {
  copies += 1;
  const copy = join(home, `${name}-${copies}`);
  cpSync(world, copy, { recursive: true });
  // Paths in run.json and log are those of the copy's own files.
  const manifest = join(copy, 'out', 'run.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(world, copy));
  return copy;
}

function must({ status, stderr }) {
  expect(status === 0, stderr);
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}
