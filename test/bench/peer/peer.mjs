// Beside Splink 5 on the same files and machine, one after the other: cards and insurance of worlds of 50,000, 200,000 and a million
// residents. `npm run bench:peer [-- --residents 50000 --residents 200000 --record]`; without Python it says so and ends.
// Each is run three times in turn, and the median of the processor's seconds counts. Splink gets the files cleaned (cleaned.mjs), and
// the threshold that is best on this world's truth; we read the files as they are and write all reports.
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { parse as parseYaml, stringify } from 'yaml';
import { evaluate } from '../../../dist/evaluate/index.js';
import { record } from '../record.mjs';
import { totsugo } from '../totsugo.mjs';
import { writeCleaned } from './cleaned.mjs';

const here = (path) => new URL(path, import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    residents: { type: 'string', multiple: true, default: ['50000', '200000', '1000000'] },
    seed: { type: 'string', default: '90001' },
    rate: { type: 'string', default: '0.001' },
    runs: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(tmpdir(), 'totsugo-peer') },
    record: { type: 'boolean', default: false },
  },
});
const SPLINK = 'splink==5.0.0';
const SOURCES = ['cards', 'insurance'];

const seconds = (number) => `${number.toFixed(1)} s`;
const gigabytes = (number) => `${(number / 1e9).toFixed(2)} GB`;
const percent = (share) => `${(100 * share).toFixed(1)} %`;

const costs = {
  head: [
    'residents',
    'links',
    'CPU',
    'Splink’s',
    'ours / Splink’s',
    'wall',
    'Splink’s',
    'memory',
    'Splink’s',
    'load before',
  ],
  cells: ({ residents, links, ours, theirs, load }) => [
    residents.toLocaleString('en'),
    links.toLocaleString('en'),
    ...[ours.cpu, theirs.cpu].map(seconds),
    (ours.cpu / theirs.cpu).toFixed(2),
    ...[ours.seconds, theirs.seconds].map(seconds),
    ...[ours.memory, theirs.memory].map(gigabytes),
    load.toFixed(2),
  ],
};
const verdicts = {
  head: ['residents', 'wrong', 'recall', 'Splink’s', 'precision', 'Splink’s', 'owner first', 'Splink’s'],
  cells: ({ residents, wrong, ours, theirs }) => [
    residents.toLocaleString('en'),
    wrong,
    ...['recall', 'precision', 'owner'].flatMap((key) => [percent(ours[key]), percent(theirs[key])]),
  ],
};

const python = pythonWithSplink();
if (python === null) console.log('bench:peer: no python3 with venv and PyPI here, so nothing is compared');
else {
  const worlds = [];
  for (const residents of values.residents) worlds.push(await compared(Number(residents)));
  const text = [rowsOf(worlds, costs), rowsOf(worlds, verdicts)].join('\n\n');
  console.log(text);
  if (values.record) await record('docs/performance.md', 'peer', text);
}

/** The interpreter of an environment that this script makes once; null where Python or PyPI is not to be had. */
function pythonWithSplink() {
  const venv = join(values.folder, 'venv');
  const made = join(venv, 'bin/python');
  mkdirSync(values.folder, { recursive: true });
  const has = () => spawnSync(made, ['-c', 'import splink'], { stdio: 'ignore' }).status === 0;
  if (has()) return made;
  spawnSync('python3', ['-m', 'venv', venv], { stdio: 'ignore' });
  spawnSync(made, ['-m', 'pip', 'install', '--quiet', SPLINK], { stdio: 'ignore' });
  return has() ? made : null;
}

async function compared(residents) {
  const world = await worldOf(residents);
  const cleaned = join(world, 'cleaned');
  if (!existsSync(join(cleaned, 'links.csv'))) {
    mkdirSync(cleaned, { recursive: true });
    await writeCleaned(world, cleaned);
  }
  const load = loadavg()[0];
  const [out, scored] = [join(world, 'run'), join(world, 'scored.json')];
  const ours = [];
  const theirs = [];
  for (let i = 0; i < Number(values.runs); i++) {
    rmSync(out, { recursive: true, force: true });
    ours.push(
      measured([
        process.execPath,
        here('../../../dist/cli.js'),
        'run',
        join(world, 'two.yaml'),
        '--out',
        out,
        '--quiet',
      ]),
    );
    theirs.push(measured([python, here('splink_links.py'), cleaned, scored]));
  }
  const truth = join(world, 'truth.csv');
  const { sources } = await evaluate(out, truth);
  const [all] = sources;
  return {
    residents,
    links: all.links,
    wrong: all.wrong,
    load,
    ours: { ...median(ours), recall: all.recall, precision: all.precision, owner: all.owner.first },
    theirs: { ...median(theirs), ...(await judged(truth, scored)) },
  };
}

/** The folder of a world with a pipeline file of two sources, and the truth of these. */
async function worldOf(residents) {
  const world = join(values.folder, `world-${residents}-${values.seed}-${values.rate}`);
  if (!existsSync(join(world, 'two.yaml'))) {
    const options = ['--residents', residents, '--seed', values.seed, '--wrong-rate', values.rate].map(
      String,
    );
    await totsugo(['synth', '--out', world, ...options]);
    const [head, ...lines] = readFileSync(join(world, 'truth.csv'), 'utf8').split('\n');
    const own = lines.filter((line) => SOURCES.some((source) => line.startsWith(`${source},`)));
    writeFileSync(join(world, 'truth.csv'), `${[head, ...own].join('\n')}\n`);
    const file = parseYaml(readFileSync(join(world, 'pipeline.yaml'), 'utf8'));
    file.links = Object.fromEntries(SOURCES.map((source) => [source, file.links[source]]));
    writeFileSync(join(world, 'two.yaml'), stringify(file));
  }
  return world;
}

/** What a command used; an Error where it fails. */
function measured(command) {
  const told = spawnSync('python3', [here('measure.py'), ...command], { encoding: 'utf8' });
  const used = JSON.parse(told.stdout);
  if (used.code !== 0) throw new Error(`${command[0]} ended with ${used.code}\n${told.stderr.slice(-2000)}`);
  return used;
}

/** The run with the median of the processor's seconds. */
function median(runs) {
  return runs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(runs.length / 2)];
}

/** Recall, precision and owner of Splink's pairs, with the margin under which a link is doubted that gives the best F1. */
async function judged(truth, scored) {
  const byRecord = new Map();
  for (const line of readFileSync(scored, 'utf8').split('\n')) {
    if (line === '') continue;
    const { record, own, other, best } = JSON.parse(line);
    // Against nobody as against the resident who fits better: namesakes fit well, both of them.
    byRecord.set(record, { margin: own === null ? null : own - Math.max(other ?? 0, 0), best });
  }
  const links = [];
  for await (const row of createReadStream(truth).pipe(parse({ columns: true }))) {
    const score = byRecord.get(`${row.source} ${row.record_id}`);
    // A number that no resident has is no link to judge.
    if (score?.margin == null) continue;
    links.push({ ...score, isWrong: row.wrong === '1', owner: row.true_resident_id });
  }
  links.sort((a, b) => a.margin - b.margin);
  const wrong = links.filter(({ isWrong }) => isWrong).length;
  let best = { f1: -1, at: 0 };
  for (let at = 1, found = 0; at <= links.length; at++) {
    if (links[at - 1].isWrong) found++;
    // Links of one weight are doubted together.
    if (links[at]?.margin === links[at - 1].margin) continue;
    const f1 = (2 * found) / (at + wrong);
    if (f1 > best.f1) best = { f1, at, found };
  }
  const found = links.slice(0, best.at).filter(({ isWrong }) => isWrong);
  const owned = found.filter(({ best, owner }) => best === owner);
  return { recall: best.found / wrong, precision: best.found / best.at, owner: owned.length / found.length };
}

function rowsOf(worlds, { head, cells }) {
  const line = (row) => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '--:')), ...worlds.map((world) => line(cells(world)))].join('\n');
}
