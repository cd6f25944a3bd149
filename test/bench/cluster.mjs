// What a night costs with a Trino cluster beside it: `npm run bench:cluster -- --residents N`. A made-up world is audited by DuckDB
// alone, then with a cluster on loopback (a coordinator and two workers, brought up for that night by test/trino/cluster.sh). Prints
// JSON: by stage the seconds of this machine's processors with and without the cluster, those of the cluster's, and rows and bytes that
// went there and came back; and which files are not the same, of which there must be none. `--record` writes the tables of
// docs/cluster.md from all sizes that were measured in `--folder`, with what they come to for a nation.
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { ownCluster } from '../trino/own-cluster.mjs';
import { recordClusterCosts } from './record-cluster.mjs';
import { totsugo } from './totsugo.mjs';

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '7' },
    rate: { type: 'string', default: '0.001' },
    /** Of each of the three Java processes; half of that a statement may take of a worker. */
    heap: { type: 'string', default: '3000m' },
    folder: { type: 'string', default: join(tmpdir(), 'totsugo-bench-cluster') },
    record: { type: 'boolean', default: false },
    /** Measures nothing: with `--record`, writes what was measured. */
    skip: { type: 'boolean', default: false },
  },
});

/** What must be the same whichever engine has done the work; grades are compared row by row. */
const ALIKE = [
  ...['findings.jsonl', 'findings.csv', 'summary.json', 'model.json'],
  ...['blind-sample.jsonl', 'marks.jsonl', 'quality.json'],
];

if (!values.skip) {
  const costs = await measure(Number(values.residents));
  console.log(JSON.stringify(costs, null, 2));
  if (costs.differing.length > 0) process.exitCode = 1;
  else writeFileSync(join(values.folder, `costs-${values.residents}.json`), JSON.stringify(costs));
}
if (values.record)
  await recordClusterCosts(
    readdirSync(values.folder)
      .filter((name) => /^costs-\d+\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(values.folder, name), 'utf8')))
      .toSorted((a, b) => a.residents - b.residents),
  );

async function measure(residents) {
  const cluster = ownCluster({ heap: values.heap });
  if (cluster.lacking !== null) throw new Error(`a cluster needs ${cluster.lacking}`);
  const world = join(values.folder, `world-${residents}-${values.seed}-${values.rate}`);
  if (!existsSync(join(world, 'pipeline.yaml'))) {
    mkdirSync(values.folder, { recursive: true });
    const size = ['--residents', String(residents), '--seed', values.seed, '--wrong-rate', values.rate];
    await totsugo(['synth', '--out', world, ...size]);
  }
  const load_before = Number(loadavg()[0].toFixed(2));
  const alone = await night(world, join(values.folder, `alone-${residents}`), '');
  let there;
  try {
    const url = cluster.start();
    if (url === null) throw new Error('the cluster did not start');
    const shared = cluster.shared;
    there = await night(
      world,
      join(values.folder, `there-${residents}`),
      `\nengine: {trino: {url: "${url}", user: auditor, catalog: lake, schema: totsugo_bench, shared: ${shared}}}\n`,
    );
  } finally {
    cluster.stop();
  }
  return {
    residents,
    links: alone.links,
    load_before,
    heap: values.heap,
    seconds: { alone: alone.seconds, there: there.seconds },
    work_bytes: alone.work_bytes,
    stages: alone.stages.map((stage, i) => ({
      name: stage.name,
      alone: stage.cpu_seconds,
      here: there.stages[i].cpu_seconds,
      ...there.stages[i].cluster,
    })),
    differing: await differing(alone.out, there.out),
  };
}

/** A night over the world in a folder of its own, so that it takes nothing over from another. */
async function night(world, folder, engine) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(world)) {
    const at = join(folder, name);
    if (name === 'pipeline.yaml') writeFileSync(at, `${readFileSync(join(world, name), 'utf8')}${engine}`);
    else linkSync(join(world, name), at);
  }
  const out = join(folder, 'out');
  const started = performance.now();
  await totsugo(['run', join(folder, 'pipeline.yaml'), '--out', out, '--as-of', '2023-06-22', '--quiet']);
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  return {
    out,
    seconds,
    links: run.inputs.slice(1).reduce((sum, { rows }) => sum + rows, 0),
    work_bytes: run.totals.work_bytes,
    stages: run.stages.map(({ name, cpu_seconds, figures }) => ({
      name,
      cpu_seconds,
      cluster: figures?.cluster,
    })),
  };
}

async function differing(a, b) {
  const files = ALIKE.filter((name) => !readFileSync(join(a, name)).equals(readFileSync(join(b, name))));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = ([x, y]) =>
    `SELECT * FROM read_parquet('${join(x, 'grades.parquet')}') EXCEPT ALL SELECT * FROM read_parquet('${join(y, 'grades.parquet')}')`;
  let apart = 0;
  for (const pair of [
    [a, b],
    [b, a],
  ])
    apart += (await connection.runAndReadAll(rows(pair))).currentRowCount;
  connection.closeSync();
  instance.closeSync();
  return apart > 0 ? [...files, 'grades.parquet'] : files;
}
