// What a kill may leave: nothing that is wrong or half. Used by the default suite with a few kills, by `npm run kill-test` with many.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeWorld } from '../bench/second-night.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const [FIRST, SECOND] = ['2023-06-22T15:00:00.000Z', '2023-06-23T15:00:00.000Z'];

/**
 * A world in a folder of its own with a finished first night and the changed files of a second, which takes over from the first; and
 * what the two look like when nothing is killed: the second as a full run makes it.
 */
export function makeWorld(residents) {
  const home = mkdtempSync(join(tmpdir(), 'totsugo-kill-'));
  const [drawn, world] = ['drawn', 'world'].map((name) => join(home, name));
  const size = ['--residents', String(residents), '--seed', '31', '--wrong-rate', '0.01'];
  must(totsugo(['synth', '--out', drawn, ...size]));
  mkdirSync(world);
  writeFileSync(join(world, 'key'), 'key of the tests');
  writeFileSync(
    join(world, 'pipeline.yaml'),
    `${readFileSync(join(drawn, 'pipeline.yaml'), 'utf8')}\nprivacy: {key_file: key}\n`,
  );
  writeWorld(drawn, world, 'first');
  must(run(world, FIRST));
  writeWorld(drawn, world, 'second');
  const [first, work] = [digestOf(join(world, 'out')), digestOfWork(world)];
  const full = copyOf(world, home, 'full');
  must(run(full, SECOND, '--full'));
  const second = digestOf(join(full, 'out'));
  rmSync(full, { recursive: true });
  const whole = copyOf(world, home, 'whole');
  const started = performance.now();
  must(run(whole, SECOND));
  const milliseconds = performance.now() - started;
  const firstId = manifestOf(join(world, 'out')).run_id;
  const made = { home, world, first, firstId, work, second, whole, milliseconds };
  checkSecond(made, whole);
  return made;
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

/**
 * A second night killed at a random moment, gone on with and killed again, until it ends before it is hit or `most` kills are done;
 * then held against whole nights. Gives the kills.
 */
export async function killAgain(made, moment, most) {
  const world = copyOf(made.world, made.home, 'again');
  let kills = 0;
  for (let hit = true; hit && kills < most; ) {
    hit = await startAndKill(
      world,
      [...runArgs(world, SECOND), ...(kills > 0 ? ['--resume'] : [])],
      SECOND,
      moment(),
    );
    if (hit) kills += 1;
    if (existsSync(join(world, 'out'))) checkStanding(made, world);
  }
  must(run(world, SECOND, '--resume'));
  checkSecond(made, world);
  rmSync(world, { recursive: true });
  return kills;
}

/**
 * One second night killed again and again, at stage boundaries, with its state files torn on the way and a log whose end was torn
 * before, when it is whole and between its two renames; a `decide` and a `purge` of it, too. Each attempt goes on where the last was killed.
 */
export async function killAllTheWay(made, places) {
  const world = copyOf(made.world, made.home, 'chain');
  const out = join(world, 'out');
  const attempt = async (moment, ...more) => {
    await startAndKill(world, [...runArgs(world, SECOND), ...more], SECOND, moment);
    expect([made.first, made.second].includes(digestOf(standing(out))), 'outputs after a kill');
  };
  const log = join(world, 'pipeline.audit-log.jsonl');
  writeFileSync(log, `${readFileSync(log, 'utf8')}{"n":99,"at":"20`);
  for (const [i, place] of places.entries()) {
    await attempt(stageDone(place), ...(i > 0 ? ['--resume'] : []));
    if (place === 3) expect(tear(world, /\.totsugo-run\.json$/, 0.5) === 1, 'a torn marker');
    if (place === 5) expect(tear(world, /stage-[45]-|decisions|\/run\.json$/, 0.5) >= 3, 'torn files');
    if (place === 7) expect(tear(world, /stage-7-|\/run\.json$/, 0) >= 2, 'emptied files');
  }
  await attempt(whole, '--resume');
  await attempt(replaced, '--resume');
  must(run(world, SECOND, '--resume'));
  checkSecond(made, world);
  expect(readFileSync(log, 'utf8').includes('"log-repaired"'), 'a line that tells of the repair');
  await decideKilled(world, 500);
  await purgeKilled(made, world, 400);
  rmSync(world, { recursive: true });
}

/** Between the two renames the finished run stands beside its place. */
function standing(out) {
  return existsSync(out) ? out : out.replace(/out$/, '.out.running');
}

function tear(world, which, size) {
  const running = join(world, '.out.running');
  const paths = existsSync(running)
    ? readdirSync(running, { recursive: true })
        .map((name) => join(running, name))
        .filter((path) => which.test(path))
    : [];
  for (const path of paths) truncateSync(path, size === 0 ? 0 : Math.floor(readFileSync(path).length * size));
  return paths.length;
}

/** Without the marker: with both it and run.json gone, nothing tells that the folder is ours, and it is left alone. */
const STATES = /(\/run\.json|stage-\d-\w+\.json|decisions\.jsonl)$/;

/** A killed second night with all its state files torn or emptied before it goes on. */
export async function killAndTear(made, moment, size) {
  const world = copyOf(made.world, made.home, 'torn');
  await startAndKill(world, runArgs(world, SECOND), SECOND, moment);
  const torn = tear(world, STATES, size);
  const resumed = run(world, SECOND, '--resume');
  expect(resumed.status === 0, `resume after ${torn} torn files: ${resumed.stderr}`);
  checkSecond(made, world);
  rmSync(world, { recursive: true });
}

/** Files that outlive a run, and what a second night makes of one that is torn: it goes on, makes all anew, or says which stands in its way. */
const KEPT = [
  ['out/run.json', 'anew'],
  ['out/work/kept.json', 'anew'],
  ['out/work/totsugo.duckdb', 'anew'],
  ['out/.totsugo-run.json', 'goes on'],
  ['out/log-head.json', 'goes on'],
  ['out/audit-log.jsonl', 'goes on'],
  ['out/findings.jsonl', 'goes on'],
  ['out/work/stage-1-ingest.json', 'goes on'],
  ['.out.lock', /damaged|破損|壊れ/],
  ['pipeline.decisions.jsonl', /decisions\.jsonl/],
];

/** Tears at once all that a finished night has left beside which the next goes on (or, `anew`, makes all anew). */
export async function tearKeptTogether(made, size, expected) {
  const world = copyOf(made.world, made.home, 'kept');
  for (const [name] of KEPT.filter(([, what]) => what === expected)) tearFile(join(world, name), size);
  must(run(world, SECOND));
  checkSecond(made, world, expected === 'anew');
  rmSync(world, { recursive: true });
}

/** Those that stand in the way of the next night, which says so. */
export const STANDING = KEPT.filter(([, what]) => typeof what !== 'string').map(([name]) => name);

function tearFile(path, size) {
  truncateSync(path, size === 0 ? 0 : Math.floor(readFileSync(path).length * size) - 1);
}

/** Tears each file that a finished night has left, one at a time: the next goes on, or says which one stands in its way. */
export async function tearKept(made, size, each, names = KEPT.map(([name]) => name)) {
  for (const [name, expected] of KEPT.filter(([name]) => names.includes(name))) {
    await each(name, async () => {
      const world = copyOf(made.world, made.home, 'kept');
      const path = join(world, name);
      if (name === 'pipeline.decisions.jsonl')
        must(totsugo(['decide', join(world, 'out'), decisionsFor(world).file], SECOND));
      const before = digestOf(join(world, 'out'));
      tearFile(path, size);
      const { status, stderr } = run(world, SECOND);
      if (typeof expected === 'string') {
        expect(status === 0, `${name} torn: ${stderr}`);
        checkSecond(made, world, expected === 'anew');
      } else if (status !== 0) {
        expect([2, 4].includes(status) && expected.test(stderr), `${name} torn: ${status} ${stderr}`);
        expect(digestOf(join(world, 'out')) === before, `outputs with ${name} torn`);
      }
      rmSync(world, { recursive: true });
    });
  }
}

/** A world whose second night is whole, killed before it took its place: for many replacements of one night. */
export async function wholeNight(made) {
  const world = copyOf(made.world, made.home, 'before');
  await startAndKill(world, runArgs(world, SECOND), SECOND, whole);
  expect(existsSync(join(world, '.out.running')), 'a night that is whole and not in its place');
  return world;
}

/** Kills the command that puts a whole night in its place, and what it does after. */
export async function killReplacement(made, from, moment) {
  const world = copyOf(from, made.home, 'replaced');
  await startAndKill(world, [...runArgs(world, SECOND), '--resume'], SECOND, moment);
  if (existsSync(join(world, 'out'))) checkStanding(made, world);
  must(run(world, SECOND, '--resume'));
  checkSecond(made, world);
  rmSync(world, { recursive: true });
}

/** Kills a purge of the finished second night; the next one must end it. */
export async function killPurge(made, moment) {
  const world = copyOf(made.whole, made.home, 'purged');
  await purgeKilled(made, world, moment);
  rmSync(world, { recursive: true });
}

async function purgeKilled(made, world, moment) {
  const out = join(world, 'out');
  await startAndKill(world, ['purge', out], SECOND, moment);
  expect(digestOf(out) === made.second, 'reports after a killed purge');
  const again = totsugo(['purge', out], SECOND);
  expect(again.status === 0, `purge: ${again.stderr}`);
  for (const name of ['work', '.disposing', '../.out.running', '../.out.previous/work'])
    expect(!existsSync(join(out, name)), `${name} after purge`);
  expect(JSON.parse(readFileSync(join(out, 'run.json'))).status === 'purged', 'status after purge');
  checkLog(world);
}

/** Kills a `decide`; the store holds all of it or nothing, and taking it in again makes it all. */
export async function killDecide(made, moment) {
  const world = copyOf(made.whole, made.home, 'decided');
  await decideKilled(world, moment);
  checkLog(world);
  rmSync(world, { recursive: true });
}

async function decideKilled(world, moment) {
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
  expect(manifestOf(out).status === 'done', 'status after a kill');
  if (found === made.first) expect(digestOfWork(world) === made.work, 'working data of the earlier night');
}

/** @param anew whether the night before could not be taken over from. */
function checkSecond(made, world, anew = false) {
  const out = join(world, 'out');
  expect(digestOf(out) === made.second, 'outputs after going on');
  const reused = manifestOf(out).reused_run;
  expect(reused === (anew ? null : made.firstId), `taken over from ${reused}`);
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

function manifestOf(out) {
  return JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
}

/** Digest of the working data of the night that stands; its seal names the folder that it is in. */
function digestOfWork(world) {
  const work = join(world, 'out', 'work');
  const hash = createHash('sha256');
  for (const name of readdirSync(work, { recursive: true }).toSorted())
    if (statSync(join(work, name)).isFile() && name !== 'kept.json')
      hash.update(`${name}\n`).update(readFileSync(join(work, name)));
  return hash.digest('hex');
}

/** Gives whether it was killed before it ended. */
async function startAndKill(world, args, at, moment) {
  const child = spawn(process.execPath, [CLI, ...args], { env: environment(at), stdio: 'ignore' });
  const dead = once(child, 'exit');
  const ended = { is: false };
  void dead.then(() => {
    ended.is = true;
  });
  if (typeof moment === 'number') await Promise.race([sleep(moment), dead]);
  else while (!ended.is && !moment(world)) await sleep(1);
  const hit = !ended.is;
  child.kill('SIGKILL');
  await dead;
  return hit;
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
  // Paths in run.json and in the seal of the working data are those of the copy's own files.
  for (const name of ['run.json', 'work/kept.json'].flatMap((name) => [
    `out/${name}`,
    `.out.running/${name}`,
  ])) {
    const path = join(copy, name);
    if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(world, copy));
  }
  return copy;
}

function must({ status, stderr }) {
  expect(status === 0, stderr);
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}
