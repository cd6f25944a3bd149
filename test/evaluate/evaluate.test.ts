import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { type Evaluation, evaluate, formatEvaluation } from '../../src/evaluate/index.js';
import { snakeKeys } from '../../src/text/snake-keys.js';

const TRUTH = `source,record_id,resident_id,true_resident_id,wrong,cause,note
cards,c1,R1,R1,0,,
cards,c2,R2,R3,1,family,parent-number
cards,c3,R4,R5,1,namesake,stale-address
cards,c4,R6,R6,0,,address-notation
cards,c5,R7,R8,1,number-typo,
cards,c6,,R9,1,number-typo,unknown-number
cards,c7,R10,R10,0,,duplicate-link
accounts,a1,R1,R1,0,,
accounts,a1,R2,R1,1,family,shared-record
accounts,a2,R3,R4,1,namesake,kana-only
accounts,a3,R5,,1,shared-terminal,nobody-fits
accounts,a4,R6,R6,0,,
accounts,a5,R7,R7,0,,
accounts,a5,R7,R8,1,row-shift,
`;

/** source, row, record, resident, grade, probability: the second a5 is the wrong one. c9 stands in no truth. */
const GRADES: readonly (readonly [string, number, string, string | null, string, number])[] = [
  ['cards', 1, 'c1', 'R1', 'A', 0],
  ['cards', 2, 'c2', 'R2', 'C', 0.99],
  ['cards', 3, 'c3', 'R4', 'C', 0.8],
  ['cards', 4, 'c4', 'R6', 'C', 0.6],
  ['cards', 5, 'c5', 'R7', 'B', 0.2],
  ['cards', 6, 'c6', null, 'C', 1],
  ['cards', 7, 'c7', 'R10', 'A', 0],
  ['cards', 8, 'c9', 'R11', 'A', 0],
  ['accounts', 1, 'a1', 'R1', 'A', 0],
  ['accounts', 2, 'a1', 'R2', 'C', 0.95],
  ['accounts', 3, 'a2', 'R3', 'A', 0],
  ['accounts', 4, 'a3', 'R5', 'C', 0.7],
  ['accounts', 5, 'a4', 'R6', 'U', 0.3],
  ['accounts', 6, 'a5', 'R7', 'A', 0],
  ['accounts', 7, 'a5', 'R7', 'C', 0.9],
];

const finding = (kind: string, source: string, record: string, resident: string | null, more: object) =>
  JSON.stringify({
    kind,
    source,
    record_id: record,
    resident_id: resident,
    candidates: [],
    evidence: [],
    ...more,
  });
const owners = (...ids: string[]) => ids.map((resident_id) => ({ resident_id, probability: 0.5, why: [] }));
const told = [{ item: 'birth_date', level: 'different', weight: -5 }];
const kanaOnly = [
  { item: 'family_name', level: 'equal', weight: 9 },
  { item: 'birth_date', level: 'missing', weight: 0 },
];

const TWICE = `resident_id,other_resident_id,relation
R2,R1,duplicate-resident
R3,R4,duplicate-resident
`;

const FINDINGS = [
  finding('duplicate-resident', 'register', 'R1', 'R2', { cause: null }),
  finding('duplicate-resident', 'register', 'R2', 'R1', { cause: null }),
  finding('duplicate-resident', 'register', 'R6', 'R5', { cause: null }),
  finding('wrong-resident', 'cards', 'c2', 'R2', {
    cause: 'family',
    candidates: owners('R3'),
    evidence: told,
  }),
  finding('defunct-resident', 'cards', 'c2', 'R2', { cause: null, candidates: owners('R77') }),
  finding('wrong-resident', 'cards', 'c3', 'R4', {
    cause: 'unknown',
    candidates: owners('R9', 'R5'),
    evidence: told,
  }),
  finding('wrong-resident', 'cards', 'c4', 'R6', {
    cause: 'family',
    candidates: owners('R1'),
    evidence: told,
  }),
  finding('unknown-number', 'cards', 'c6', null, { cause: null }),
  finding('wrong-resident', 'accounts', 'a1', 'R2', {
    cause: 'family',
    candidates: owners('R1'),
    evidence: kanaOnly,
  }),
  finding('shared-record', 'accounts', 'a1', 'R2', { cause: null }),
  finding('nobody-fits', 'accounts', 'a3', 'R5', { cause: 'shared-terminal', evidence: kanaOnly }),
  finding('wrong-resident', 'accounts', 'a5', 'R7', {
    cause: 'row-shift',
    candidates: owners('R8'),
    evidence: kanaOnly,
  }),
];

let dir: string;
let evaluation: Evaluation;

async function makeRun(): Promise<void> {
  const engine = await openDuckDb();
  const rows = GRADES.map(
    ([source, row, record, resident, grade, p]) =>
      `('${source}', 'f', ${row}, '${record}', ${resident ? `'${resident}'` : 'NULL'}, '${grade}', ${p}::DOUBLE)`,
  );
  await engine.run(`COPY (SELECT * FROM (VALUES ${rows.join(', ')})
    v(source, file, "row", record_id, resident_id, grade, probability)) TO '${join(dir, 'grades.parquet')}' (FORMAT parquet)`);
  engine.close();
  await writeFile(join(dir, 'findings.jsonl'), `${FINDINGS.join('\n')}\n`);
  await writeFile(join(dir, 'truth.csv'), TRUTH);
  await writeFile(join(dir, 'truth-residents.csv'), TWICE);
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'totsugo-test-'));
  await makeRun();
  evaluation = await evaluate(dir, join(dir, 'truth.csv'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('evaluate', () => {
  test('matches graded links with the truth, repeated keys one by one', () => {
    expect(evaluation.matching).toEqual({ truth: 14, graded: 15, matched: 14 });
  });

  test('counts over all sources', () => {
    expect(evaluation.sources[0]).toEqual({
      source: 'all',
      links: 13,
      wrong: 6,
      unshowable: 1,
      found: 5,
      falseAlarms: 1,
      recall: 5 / 6,
      precision: 5 / 6,
      owner: { links: 4, first: 3 / 4, firstThree: 1 },
      ownerTold: { links: 2, first: 1 / 2, firstThree: 1 },
      sound: { A: 4, B: 0, C: 1, U: 1 },
    });
  });

  test('counts by source', () => {
    const figures = evaluation.sources
      .slice(1)
      .map(({ source, wrong, recall, precision }) => [source, wrong, recall, precision]);
    expect(figures).toEqual([
      ['cards', 3, 2 / 3, 2 / 3],
      ['accounts', 3, 1, 1],
    ]);
  });

  test('sees causes and their confusion', () => {
    expect(evaluation.confusion).toEqual({
      family: { family: 2 },
      namesake: { unknown: 1 },
      'row-shift': { 'row-shift': 1 },
      'shared-terminal': { 'shared-terminal': 1 },
      sound: { family: 1 },
    });
    expect(evaluation.causeAccuracy).toBe(4 / 5);
    const typo = evaluation.causes.find(({ source, cause }) => source === 'all' && cause === 'number-typo');
    expect(typo).toEqual({
      source: 'all',
      cause: 'number-typo',
      wrong: 1,
      found: 0,
      recall: 0,
      ownerFirst: null,
      causeRight: null,
    });
  });

  test('looks up what else was planted', () => {
    expect(evaluation.planted).toEqual([
      { kind: 'unknown-number', planted: 1, found: 1, recall: 1 },
      { kind: 'duplicate-link', planted: 1, found: 0, recall: 0 },
      { kind: 'shared-record', planted: 1, found: 1, recall: 1 },
    ]);
  });

  test('compares residents entered twice, in either order', () => {
    expect(evaluation.duplicates).toEqual({
      planted: 2,
      reported: 2,
      found: 1,
      recall: 1 / 2,
      precision: 1 / 2,
      missed: [['R3', 'R4']],
      mistaken: [['R5', 'R6']],
    });
  });

  test('lists misses and false alarms by key', () => {
    expect(
      evaluation.misses.links.map(({ record_id, true_resident_id }) => [record_id, true_resident_id]),
    ).toEqual([['c5', 'R8']]);
    expect(evaluation.falseAlarms.links.map(({ record_id }) => record_id)).toEqual(['c4']);
  });

  test('tells what a review of the likeliest links finds', () => {
    const at = (reviewed: number) => evaluation.budget.find((point) => point.reviewed === reviewed);
    expect(at(3)).toEqual({ reviewed: 3, found: 3, recall: 3 / 6, precision: 1 });
    // 0.99, 0.95, 0.9, 0.8, 0.7 are wrong, 0.6 and 0.3 are not, 0.2 is.
    expect(at(8)).toEqual({ reviewed: 8, found: 6, recall: 1, precision: 6 / 8 });
  });

  test('bins probabilities', () => {
    const bin = evaluation.calibration.bins.find(({ from }) => from === 0.9);
    // One of one: the lower limit is the share that gives one of one with a probability of 2.5 %.
    expect(bin).toEqual({
      from: 0.9,
      to: 0.95,
      links: 1,
      meanProbability: 0.9,
      wrongShare: 1,
      low: expect.closeTo(0.025, 12),
      high: 1,
    });
    const linksIn = (bins: typeof evaluation.calibration.bins) =>
      bins.reduce((sum, { links }) => sum + links, 0);
    expect(linksIn(evaluation.calibration.bins)).toBe(12);
    // Each source has its own, and together they are all.
    const { sources } = evaluation.calibration;
    expect(sources.map(({ source }) => source)).toEqual(
      [...new Set(sources.map(({ source }) => source))].sort(),
    );
    expect(sources.reduce((sum, { bins }) => sum + linksIn(bins), 0)).toBe(12);
  });

  test('writes the answer into the run folder, for the auditor alone', async () => {
    expect(JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8'))).toEqual(snakeKeys(evaluation));
    const page = await readFile(join(dir, 'evaluation.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="ja"/);
    expect(page).toContain('<span lang="ja">再現率</span><span lang="en">recall</span>');
    expect(page.match(/(src|href)="[^#"][^"]*"/g)).toEqual(['href="style.css"', 'src="pages.js"']);
  });

  test.each([
    ['ja', '再現率', '見逃し'],
    ['en', 'recall', 'Misses'],
  ] as const)('prints aligned tables in %s', (language, recall, misses) => {
    const lines = formatEvaluation(evaluation, language).split('\n');
    expect(lines.some((line) => line.includes(recall))).toBe(true);
    expect(lines).toContain(misses);
    expect(lines.find((line) => /^(all|全体) /.test(line))).toContain('83.3 %');
  });

  test.each([
    ['ja', '番号の住民がいない紐付けが 1 件（うち誤り 1 件、要確認 1 件）'],
    ['en', '1 links lead to nobody (1 of them wrong, 1 of these graded C)'],
  ] as const)('says in %s what the first table leaves out', async (language, line) => {
    expect(evaluation.ownerless).toEqual({ links: 1, wrong: 1, found: 1 });
    expect(formatEvaluation(evaluation, language)).toContain(line);
    expect(await readFile(join(dir, 'evaluation.html'), 'utf8')).toContain(line);
  });

  test.each([
    ['a missing truth file', 'nowhere.csv', 'evaluate-missing-file'],
    ['a file that is no truth file', 'other.csv', 'evaluate-truth-columns'],
  ])('refuses %s', async (_what, file, code) => {
    await writeFile(join(dir, 'other.csv'), 'a,b\n1,2\n');
    await expect(evaluate(dir, join(dir, file))).rejects.toMatchObject({ code, exitCode: 2 });
  });
});
