// `npm run disk-test -- [--residents N]`: fills a small disk at every stage of a night, and at its end, over CSV and over Parquet files, and over CSV files that lie
// with the pipeline file on that very disk, so that neither the audit log nor what is kept of nights has room. Each time the run must
// say so, leave the last good night as it was, and go on once there is room, to the bytes of a night that had it. Needs the right
// to mount in a namespace of its own (`unshare -rm`).
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { digestOf } from './scenarios.mjs';

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '300' },
    places: { type: 'string', default: '0,1,2,3,4,5,6,7,8,9' },
    worlds: { type: 'string', default: 'csv,parquet,beside' },
    mounted: { type: 'boolean', default: false },
  },
});
if (!values.mounted) {
  const { status } = spawnSync(
    'unshare',
    ['-rm', process.execPath, process.argv[1], ...process.argv.slice(2), '--mounted'],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const WORLD = 'world';
const home = mkdtempSync(join(tmpdir(), 'totsugo-disk-'));
const PLACES = values.places.split(',').map(Number);
const counts = {};
const wrong = [];
for (const kind of values.worlds.split(',')) {
  const disk = join(home, `${kind}-disk`);
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]);
  const world = join(kind === 'beside' ? disk : home, WORLD);
  rmSync(world, { recursive: true, force: true });
  must(['synth', '--out', world, '--residents', values.residents, '--seed', '5', '--wrong-rate', '0.01']);
  if (kind === 'parquet') await toParquet(world);
  must(night(world, join(disk, 'good'), '2023-06-22'));
  must(night(world, join(home, `${kind}-whole`), '2023-06-23'));
  const whole = digestOf(join(home, `${kind}-whole`));
  for (const place of PLACES) {
    const title = `${kind}, disk full after stage ${place}`;
    try {
      const said = await fullAfter(world, disk, place, whole);
      counts[said] = (counts[said] ?? 0) + 1;
      console.error(`${title}: ${said}`);
    } catch (error) {
      wrong.push(`${title}: ${error.message}`);
      console.error(wrong.at(-1));
    }
  }
  execFileSync('umount', [disk]);
}
console.log(JSON.stringify({ counts, wrong }, null, 2));
rmSync(home, { recursive: true });
process.exitCode = wrong.length > 0 ? 1 : 0;

async function fullAfter(world, disk, place, whole) {
  const out = join(disk, 'out');
  for (const name of readdirSync(disk).filter((name) => !['good', 'latest', WORLD].includes(name)))
    rmSync(join(disk, name), { recursive: true });
  cpSync(join(disk, 'good'), out, { recursive: true });
  const before = digestOf(out);
  const args = night(world, out, '2023-06-23');
  const child = spawn(process.execPath, [CLI, ...args], {
    env: at(args),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const dead = once(child, 'close');
  const ended = { is: false };
  void dead.then(() => {
    ended.is = true;
  });
  const work = join(disk, '.out.running', 'work');
  const reached = () =>
    existsSync(work) &&
    (place === 0 ||
      readdirSync(work).some((name) => name.startsWith(`stage-${place}-`) && name.endsWith('.json')));
  while (!ended.is && !reached()) await sleep(1);
  fill(join(disk, 'filler'));
  const [code] = await dead;
  expect(code === 0 || code === 1, `exit code ${code}: ${said}`);
  if (code === 1) {
    expect(/no space is left on the disk/.test(said), `said: ${said}`);
    expect(digestOf(out) === before, 'the last good night changed');
  }
  rmSync(join(disk, 'filler'));
  must([...args, '--resume']);
  expect(digestOf(out) === whole, 'the bytes after going on');
  const log = spawnSync(process.execPath, [CLI, 'log', out], { encoding: 'utf8' });
  expect(log.status === 0, `log: ${log.stderr}`);
  return code === 0 ? 'done before it was full' : 'said so, nothing lost, went on';
}

/** Writes until nothing more can be. */
function fill(path) {
  const file = openSync(path, 'w');
  try {
    for (const size of [2 ** 20, 4096, 1])
      try {
        for (;;) writeSync(file, Buffer.alloc(size));
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
      }
  } finally {
    closeSync(file);
  }
}

async function toParquet(world) {
  const connection = await (await DuckDBInstance.create()).connect();
  for (const name of ['residents', 'cards', 'insurance']) {
    const [from, to] = ['csv', 'parquet'].map((kind) => join(world, `${name}.${kind}`));
    await connection.run(
      `COPY (SELECT * FROM read_csv('${from}', all_varchar = true)) TO '${to}' (FORMAT parquet)`,
    );
    rmSync(from);
  }
  const path = join(world, 'pipeline.yaml');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replaceAll(/(residents|cards|insurance)\.csv/g, '$1.parquet'),
  );
}

function night(world, out, day) {
  return ['run', join(world, 'pipeline.yaml'), '--out', out, '--as-of', day, '--quiet', '--lang', 'en'];
}

/** Pages tell the run, and runs are told by when they began: each day has its moment. */
function at(args) {
  const day = args[args.indexOf('--as-of') + 1];
  return args.includes('--as-of') ? { ...process.env, TOTSUGO_NOW: `${day}T15:00:00.000Z` } : process.env;
}

function must(args) {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env: at(args) });
  expect(status === 0, stderr);
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}
