// What each part of the judgement is worth: one world judged with each part left out, and by what peers and analysts use.
// `npm run bench:ablation [-- RESIDENTS SEED WRONG_RATE]`; without arguments it writes the table into docs/ablation.md.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDb } from '../../dist/engine/duckdb.js';
import { literal } from '../../dist/engine/sql.js';
import { evaluate } from '../../dist/evaluate/index.js';
import { loadPipeline } from '../../dist/pipeline/file/load.js';
import { runPipeline } from '../../dist/pipeline/run.js';
import { synthesise } from '../../dist/synth/synthesise.js';
import { record } from './record.mjs';

const [residents = 100_000, seed = 6007, wrongRate = 0.001] = process.argv.slice(2).map(Number);

const PARTS = [
  ['everything', []],
  ['no rivals: nobody else is looked for', ['rivals']],
  ['no term frequencies', ['frequencies']],
  ['no learned readings', ['readings']],
  ['no renamed places', ['renamings']],
  ['no sex and generation of given names', ['generations']],
  ['no sex and age of who changes the family name', ['name-changers']],
  ['no clusters: every link of a source weighed alike', ['clusters']],
  ['plain Fellegi–Sunter: match weight below 0', ['hypotheses']],
];

// The analyst knows to drop spaces and to read dates and kana in one notation; kana counts where a record has no name.
const bare = (text) => `replace(replace(${text}, ' ', ''), '　', '')`;
const NAME = `CASE WHEN l.name IS NOT NULL AND r.name IS NOT NULL THEN ${bare('l.name')} <> ${bare('r.name')} ELSE l.kw <> r.kw END`;
const differs = (sql) => `coalesce(CAST(${sql} AS INTEGER), 0)`;
const RULES = [
  ['name or date of birth differs (SQL)', `${differs(NAME)} + ${differs('l.dob <> r.dob')} >= 1`],
  [
    'two of name, date of birth and address differ (SQL)',
    `${differs(NAME)} + ${differs('l.dob <> r.dob')} + ${differs('l.address <> r.address')} >= 2`,
  ],
  [
    'byte-wise Jaro-Winkler of the name below 0.88 (DuckDB)',
    'coalesce(jaro_winkler_similarity(coalesce(l.name, l.kw), CASE WHEN l.name IS NULL THEN r.kw ELSE r.name END) < 0.88, false)',
  ],
];

/** Towns of the register that got a new name since the sources were written. */
const RENAMED = [
  ['光が丘', 'さつき野'],
  ['青葉台', 'みどり坂'],
  ['旭町', '朝日通'],
  ['東山', 'ひがしやま台'],
  ['港町', 'みなと中央'],
];
/** Parts that concern places and names; the rest is measured on the first world. */
const OF_NAMES = PARTS.filter(([, without]) =>
  without.every((part) => ['readings', 'renamings', 'generations'].includes(part)),
);

const figures = [await table('', PARTS, RULES, async () => {})];
figures.push(await table(', five towns of it renamed since', OF_NAMES, [], rename));
console.log(figures.join('\n\n'));
if (process.argv.length === 2) await record('docs/ablation.md', 'bench:ablation', figures.join('\n\n'));

/** What parts and rules find in one world, as a table; `change` changes the world's files. */
async function table(title, parts, rules, change) {
  const dir = await mkdtemp(join(tmpdir(), 'totsugo-ablation-'));
  try {
    await synthesise({ out: dir, residents, seed, wrongRate });
    await change(dir);
    const loaded = await loadPipeline(join(dir, 'pipeline.yaml'));
    const pipeline = { ...loaded, report: { ...loaded.report, formats: [] } };
    const rows = [];
    for (const [i, [part, without]] of parts.entries())
      rows.push(await judged(dir, part, await run(dir, pipeline, i, without)));
    for (const [i, [rule, sql]] of rules.entries())
      rows.push(await judged(dir, rule, await apply(dir, pipeline, i, sql)));
    return [
      `${residents.toLocaleString('en')} residents, seed ${seed}, wrong rate ${wrongRate}${title}: ${rows[0].links.toLocaleString('en')} links, ${rows[0].wrong} of them wrong.`,
      '',
      '| judged by | recall | precision | owner first | false alarms | calibration error |',
      '| --- | ---: | ---: | ---: | ---: | ---: |',
      ...rows.map(
        ({ title, recall, precision, owner, falseAlarms, calibration }) =>
          `| ${title} | ${percent(recall)} | ${percent(precision)} | ${owner.links > 0 ? percent(owner.first) : '–'} | ${falseAlarms} | ${calibration.toFixed(4)} |`,
      ),
    ].join('\n');
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Renames towns in the register's present addresses. */
async function rename(dir) {
  const file = join(dir, 'residents.csv');
  const [header, ...rows] = (await readFile(file, 'utf8')).split('\n');
  const address = header.split(',').indexOf('住所');
  const renamed = rows.map((row) => {
    const cells = row.split(',');
    for (const [old, now] of RENAMED) cells[address] = cells[address]?.replace(old, now);
    return cells.join(',');
  });
  await writeFile(file, [header, ...renamed].join('\n'));
}

/** The folder of a run without some parts. */
async function run(dir, pipeline, i, without) {
  const out = join(dir, `run-${i}`);
  await runPipeline(pipeline, { out, without: new Set(without) });
  return out;
}

/** A folder with what a rule in SQL would flag, in the shape of a run; it names no owner. */
async function apply(dir, pipeline, i, sql) {
  const out = await mkdtemp(join(dir, `rule-${i}-`));
  const engine = await openDuckDb({ path: join(dir, 'run-0', 'work', 'totsugo.duckdb') });
  const names = pipeline.links.map(({ id }, src) => `WHEN ${src} THEN ${literal(id)}`).join(' ');
  await engine.run(`
    COPY (
      SELECT CASE l.src ${names} END AS source, l.file, l."row", l.record_id, r.resident_id,
        CASE WHEN ${sql} THEN 'C' ELSE 'A' END AS grade, CASE WHEN ${sql} THEN 1.0 ELSE 0.0 END AS probability
      FROM links l LEFT JOIN residents r ON r.rid = l.rid ORDER BY l.lid
    ) TO ${literal(join(out, 'grades.parquet'))} (FORMAT parquet)`);
  engine.close();
  await writeFile(join(out, 'findings.jsonl'), '');
  return out;
}

async function judged(dir, title, out) {
  const { sources, calibration } = await evaluate(out, join(dir, 'truth.csv'));
  const { links, wrong, recall, precision, falseAlarms, owner } = sources[0];
  // A rule flags but names nobody: its owners are all missing, which is not the same as wrong.
  const named = owner.first > 0 ? owner : { links: 0, first: null };
  return {
    title,
    links,
    wrong,
    recall,
    precision,
    falseAlarms,
    owner: named,
    calibration: calibration.suspectError,
  };
}

function percent(share) {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}
