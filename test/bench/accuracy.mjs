// What a run finds of what is known to be wrong: makes worlds, judges and evaluates them, writes the tables into docs/accuracy.md
// and the READMEs.
// `npm run bench:accuracy [-- RESIDENTS WRONG_RATE SEED...]`; without arguments the worlds that the page states; others are
// only printed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockingLine } from '../../dist/evaluate/blocking-line.js';
import { evaluate } from '../../dist/evaluate/index.js';
import { loadPipeline } from '../../dist/pipeline/file/load.js';
import { runPipeline } from '../../dist/pipeline/run.js';
import { VERSION } from '../../dist/pipeline/version.js';
import { synthesise } from '../../dist/synth/synthesise.js';
import { record } from './record.mjs';

// Seeds that nobody looked at while the model was built.
const UNSEEN = [
  { residents: 1_000_000, wrongRate: 0.001, seed: 883 },
  { residents: 1_000_000, wrongRate: 0.0001, seed: 884 },
];
const [residents, wrongRate, ...seeds] = process.argv.slice(2).map(Number);
const planned = residents === undefined ? UNSEEN : seeds.map((seed) => ({ residents, wrongRate, seed }));

const worlds = [];
for (const world of planned) worlds.push({ ...world, ...(await measure(world)) });
const text = [`Made with totsugo ${VERSION}.`, headline(worlds), ...worlds.flatMap(worldText)].join('\n\n');
console.log(text);
if (residents === undefined) {
  await record('docs/accuracy.md', 'bench:accuracy', text);
  for (const language of ['en', 'ja']) {
    await record(
      language === 'en' ? 'README.md' : 'README.ja.md',
      'bench:accuracy',
      summary(worlds, language),
    );
  }
}

/** The evaluation of one world, and the seconds that making and judging it took. */
async function measure({ residents, wrongRate, seed }) {
  const dir = await mkdtemp(join(tmpdir(), 'totsugo-accuracy-'));
  try {
    const started = performance.now();
    await synthesise({ out: dir, residents, seed, wrongRate });
    const made = performance.now();
    const out = join(dir, 'run');
    await runPipeline(await loadPipeline(join(dir, 'pipeline.yaml')), { out });
    const judged = performance.now();
    const evaluation = await evaluate(out, join(dir, 'truth.csv'));
    return { evaluation, synth: (made - started) / 1000, run: (judged - made) / 1000 };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** What the README says of the worlds. */
function summary(measured, language) {
  const heads = {
    en: [
      'wrong rate',
      'links',
      'wrong links',
      'found (recall)',
      'right among grade C (precision)',
      'rightful owner first',
      '… where the record has more than a kana name',
      'cause right',
    ],
    ja: [
      '誤りの割合',
      '紐付け',
      '誤った紐付け',
      '見つけた割合（再現率）',
      '区分 C のうち本当に誤り（適合率）',
      '本来の持ち主が第1候補',
      '同（カナ氏名以外の項目がある記録）',
      '原因が正しい',
    ],
  };
  const rows = measured.map(({ wrongRate, evaluation }) => {
    const [all] = evaluation.sources;
    const { recall, precision, owner, ownerTold } = all;
    const shares = [recall, precision, owner.first, ownerTold.first, evaluation.causeAccuracy].map(percent);
    return [wrongRate, count(all.links), count(all.wrong), ...shares];
  });
  return table(heads[language], rows);
}

function headline(measured) {
  const rows = measured.map(({ residents, wrongRate, seed, evaluation, run }) => {
    const [all] = evaluation.sources;
    const figures = [
      all.recall,
      all.precision,
      all.owner.first,
      all.ownerTold.first,
      evaluation.causeAccuracy,
    ];
    const world = [seed, count(residents), wrongRate, count(all.links), all.wrong];
    return [...world, ...figures.map(percent), `${run.toFixed(0)} s`];
  });
  const head = [
    'seed',
    'residents',
    'wrong rate',
    'links',
    'wrong',
    'recall',
    'precision',
    'owner first',
    'owner first, more than kana',
    'cause right',
  ];
  return table([...head, 'run'], rows);
}

function worldText({ residents, wrongRate, seed, evaluation }) {
  const { calibration, duplicates } = evaluation;
  return [
    `## ${count(residents)} residents, seed ${seed}, wrong rate ${wrongRate}`,
    sources(evaluation),
    causes(evaluation),
    sound(evaluation),
    [
      `Expected calibration error: ${calibration.error.toFixed(6)} over all links,`,
      `${calibration.suspectError.toFixed(3)} over links with a probability of 1 % or more.`,
      duplicates &&
        `Of ${duplicates.planted} pairs of register rows that are one person ${duplicates.found} were reported, with ${duplicates.reported - duplicates.found} others.`,
      evaluation.blocking && blockingLine(evaluation.blocking).en,
    ]
      .filter(Boolean)
      .join('\n'),
  ];
}

function sources(evaluation) {
  const head = [
    'source',
    'links',
    'wrong',
    'found',
    'false alarms',
    'recall',
    'precision',
    'owner first',
    'in first three',
  ];
  const rows = evaluation.sources.map((s) => [
    s.source,
    count(s.links),
    s.unshowable > 0 ? `${s.wrong} (+${s.unshowable})` : s.wrong,
    s.found,
    s.falseAlarms,
    ...[s.recall, s.precision, s.owner.first, s.owner.firstThree].map(percent),
  ]);
  return table(head, rows);
}

function causes(evaluation) {
  const rows = evaluation.causes
    .filter(({ source }) => source === 'all')
    .map((c) => [c.cause, c.wrong, c.found, ...[c.recall, c.ownerFirst, c.causeRight].map(percent)]);
  return table(['cause', 'wrong', 'found', 'recall', 'owner first', 'cause right'], rows);
}

function sound({ sources: all }) {
  const rows = all.map(({ source, sound: grades }) => [
    source,
    ...['A', 'B', 'C', 'U'].map((grade) => count(grades[grade])),
  ]);
  return table(['links that are right', 'A', 'B', 'C', 'U'], rows);
}

/** A Markdown table; the first column is text, the others are figures. */
function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function count(n) {
  return n.toLocaleString('en');
}

function percent(share) {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}
