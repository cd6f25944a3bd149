// What each part of the judgement is worth: one world judged with each part left out, and by what peers and analysts use.
// `npm run bench:ablation [-- RESIDENTS SEED WRONG_RATE]`; without arguments it writes the table into docs/ablation.md.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

const dir = await mkdtemp(join(tmpdir(), 'totsugo-ablation-'));
const truth = join(dir, 'truth.csv');
const rows = [];
try {
  await synthesise({ out: dir, residents, seed, wrongRate });
  const loaded = await loadPipeline(join(dir, 'pipeline.yaml'));
  const pipeline = { ...loaded, report: { ...loaded.report, formats: [] } };
  for (const [i, [title, without]] of PARTS.entries())
    rows.push(await judged(title, await run(pipeline, i, without)));
  for (const [i, [title, sql]] of RULES.entries())
    rows.push(await judged(title, await apply(pipeline, i, sql)));
} finally {
  await rm(dir, { recursive: true, force: true });
}
const table = [
  `${residents.toLocaleString('en')} residents, seed ${seed}, wrong rate ${wrongRate}: ${rows[0].links.toLocaleString('en')} links, ${rows[0].wrong} of them wrong.`,
  '',
  '| judged by | recall | precision | owner first | false alarms | calibration error |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
  ...rows.map(
    ({ title, recall, precision, owner, falseAlarms, calibration }) =>
      `| ${title} | ${percent(recall)} | ${percent(precision)} | ${owner.links > 0 ? percent(owner.first) : '–'} | ${falseAlarms} | ${calibration.toFixed(4)} |`,
  ),
].join('\n');
console.log(table);
if (process.argv.length === 2) await record('docs/ablation.md', 'bench:ablation', table);

/** The folder of a run without some parts. */
async function run(pipeline, i, without) {
  const out = join(dir, `run-${i}`);
  await runPipeline(pipeline, { out, without: new Set(without) });
  return out;
}

/** A folder with what a rule in SQL would flag, in the shape of a run; it names no owner. */
async function apply(pipeline, i, sql) {
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

async function judged(title, out) {
  const { sources, calibration } = await evaluate(out, truth);
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
