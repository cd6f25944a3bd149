// What a whole night costs against what no program can do without: `npm run bench -- --residents N`. One process reads
// every input with DuckDB and sums the hash of each row (best of three), then runs the audit with all its outputs on the same files, on
// the same machine, one after the other. Prints JSON: the ratio of the two, links a second, memory, bytes, and the processor's
// time by stage and by statement; `--html FILE` draws the statements, `--record` puts the line into docs/performance.md.
// `--second-night` measures the night after one in a hundred rows has changed (second-night.mjs) instead.
// Worlds are made once and kept in `--folder` (default: below the temporary folder).
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { flame } from './flame.mjs';
import { recordNights, recordSecondNights } from './record-nights.mjs';
import { secondNight } from './second-night.mjs';
import { totsugo } from './totsugo.mjs';

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '90001' },
    rate: { type: 'string', default: '0.001' },
    memory: { type: 'string' },
    folder: { type: 'string', default: join(tmpdir(), 'totsugo-bench') },
    html: { type: 'string' },
    record: { type: 'boolean', default: false },
    ladder: { type: 'boolean', default: false },
    'second-night': { type: 'boolean', default: false },
  },
});

/** Residents of the nights that `--ladder` measures. */
const LADDER = ['100000', '1000000', '10000000'];

for (const residents of values.ladder ? LADDER : [values.residents]) {
  if (values['second-night']) {
    const load_before = round(loadavg()[0]);
    const nights = await secondNight(await worldOf(residents), join(values.folder, `second-${residents}`));
    const told = { residents: Number(residents), load_before, ...nights };
    console.log(JSON.stringify(told, null, 2));
    if (values.record) await recordSecondNights(told);
    continue;
  }
  const night = await measure(residents);
  const { statements, ...shown } = night;
  console.log(JSON.stringify({ ...shown, statements: statements.slice(0, 25) }, null, 2));
  if (values.html) writeFileSync(values.html, flame(night));
  if (values.record) await recordNights(night);
}

/** The folder of a world of so many residents, which is made where there is none. */
async function worldOf(residents) {
  const world = join(values.folder, `world-${residents}-${values.seed}-${values.rate}`);
  if (!existsSync(join(world, 'pipeline.yaml'))) {
    mkdirSync(values.folder, { recursive: true });
    const args = ['--residents', residents, '--seed', values.seed, '--wrong-rate', values.rate];
    await totsugo(['synth', '--out', world, ...args]);
  }
  return world;
}

async function measure(residents) {
  const world = await worldOf(residents);
  const busy = loadavg()[0];
  const limit = await rawLimit(world);
  const out = join(values.folder, 'night');
  const memory = values.memory ? ['--memory', values.memory] : [];
  const started = performance.now();
  const told = await totsugo(['run', join(world, 'pipeline.yaml'), '--out', out, '--quiet', ...memory], {
    TOTSUGO_SQL: '1',
  });
  const seconds = (performance.now() - started) / 1000;
  const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  const links = summary.totals?.links ?? run.inputs.slice(1).reduce((sum, { rows }) => sum + rows, 0);
  const sum = (of) => run.stages.reduce((all, stage) => all + of(stage), 0);
  return {
    residents: Number(residents),
    links,
    memory: values.memory ?? null,
    cores: cpus().length,
    load_before: round(busy),
    input_bytes: run.totals.input_bytes,
    raw_limit: limit,
    seconds: round(seconds),
    cpu_seconds: round(sum((stage) => stage.cpu_seconds)),
    ratio: round(seconds / limit.seconds),
    links_a_second: Math.round(links / seconds),
    peak_memory_bytes: Math.max(...run.stages.map((stage) => stage.peak_memory_bytes)),
    work_bytes: run.totals.work_bytes,
    output_bytes: run.totals.output_bytes,
    stages: run.stages.map(({ name, seconds, cpu_seconds, peak_memory_bytes }) => ({
      name,
      seconds,
      cpu_seconds,
      peak_memory_bytes,
    })),
    statements: told
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((cells) => cells.length === 5)
      .map(([stage, rows, ms, cpu, sql]) => ({
        stage,
        rows: Number.parseInt(rows, 10),
        ms: Number.parseInt(ms, 10),
        cpu_ms: Number.parseInt(cpu, 10),
        sql: sql.slice(0, 160),
      }))
      .toSorted((a, b) => b.cpu_ms - a.cpu_ms),
  };
}

/** Seconds, on the wall and of the processor, in which the engine reads the inputs and hashes every line: best of three. */
async function rawLimit(world) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = readdirSync(world).filter((name) => /^(?!truth).*\.(csv|jsonl|txt)$/.test(name));
  const rows = files.map((name) => {
    const path = join(world, name);
    // Not in UTF-8, it is hashed as a whole: the engine alone cannot tell its lines.
    if (name.endsWith('.txt')) return `SELECT hash(content) FROM read_blob('${path}')`;
    const csv = name.endsWith('.csv');
    const head = readFileSync(path).subarray(0, 4096).toString('utf8').split('\n')[0];
    const names = (csv ? head.split(',') : ['line']).map((_, i) => `'c${i}': 'VARCHAR'`);
    const shape = csv ? '' : ", delim = '\u0001', quote = '', escape = ''";
    return `SELECT sum(hash(r)) FROM read_csv('${path}', header = false, auto_detect = false${shape},
      columns = {${names.join(', ')}}) r`;
  });
  let best = { seconds: Number.POSITIVE_INFINITY, cpu_seconds: 0 };
  for (let turn = 0; turn < 3; turn++) {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    for (const sql of rows) await connection.run(sql);
    const seconds = (performance.now() - wall) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    if (seconds < best.seconds)
      best = { seconds: round(seconds, 3), cpu_seconds: round((user + system) / 1e6, 3) };
  }
  connection.closeSync();
  instance.closeSync();
  return { ...best, bytes: files.reduce((sum, name) => sum + statSync(join(world, name)).size, 0) };
}

function round(value, digits = 2) {
  return Number(value.toFixed(digits));
}
