import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KeptDecision } from '../../src/audit/decision.js';
import { storeOf } from '../../src/decide/store.js';
import { evaluateDecisions } from '../../src/evaluate/evaluate-decisions.js';
import { formatReview } from '../../src/evaluate/format.js';
import type { ReviewEvaluation } from '../../src/evaluate/review-evaluation.js';
import { snakeKeys } from '../../src/text/snake-keys.js';

/** id, kind, cause, source, probability, candidates; two of the blind sample follow. */
const FINDINGS: readonly (readonly [string, string, string | null, string, number, string[]])[] = [
  ['F1', 'wrong-resident', 'family', 'cards', 0.999, ['R1', 'R2']],
  ['F2', 'wrong-resident', 'family', 'cards', 0.97, ['R3', 'R4']],
  ['F3', 'wrong-resident', 'namesake', 'insurance', 0.6, ['R5']],
  ['F4', 'nobody-fits', 'unknown', 'insurance', 0.995, []],
  ['F5', 'wrong-resident', 'namesake', 'insurance', 0.7, ['R6']],
  ['F6', 'defunct-resident', null, 'cards', 0, []],
  ['F7', 'wrong-resident', 'swap', 'cards', 0.8, ['R7']],
];
const SAMPLE = ['S1', 'S2', 'S3'];

const line = (
  id: string,
  kind: string,
  source: string,
  probability: number,
  ids: string[],
  cause: string | null,
) =>
  JSON.stringify({
    ...{ finding_id: id, fingerprint: `${id}-print`, kind, cause, source, probability },
    ...{ record_id: 'c', resident_id: 'R', candidates: ids.map((resident_id) => ({ resident_id })) },
  });

/** Two reviewers say the same of a case. */
const both = (id: string, decision: KeptDecision['decision'], resident: string | null = null) =>
  ['a', 'b'].map(
    (reviewer): KeptDecision => ({
      ...{ case: id, fingerprint: `${id}-print`, decision, resident, reason: null, reviewer },
      ...{ at: '2023-06-22T01:00:00.000Z', runId: 'run-1' },
    }),
  );

const STORE = storeOf([
  ...both('F1', 'wrong-candidate', 'R1'),
  ...both('F2', 'wrong-candidate', 'R4'),
  ...both('F3', 'right'),
  ...both('F4', 'wrong-unknown'),
  both('F5', 'right')[0]!,
  ...both('F6', 'right'),
  ...both('F7', 'bad-data'),
  ...both('S1', 'right'),
  ...both('S2', 'right'),
]);

let dir: string;
let evaluation: ReviewEvaluation;
const options = { language: 'en', oneIsEnough: false } as const;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'totsugo-test-'));
  const lines = FINDINGS.map(([id, kind, cause, source, p, ids]) => line(id, kind, source, p, ids, cause));
  await writeFile(join(dir, 'findings.jsonl'), `${lines.join('\n')}\n`);
  const sample = SAMPLE.map((id) => line(id, 'clean-sample', 'cards', 0.00001, [], null));
  await writeFile(join(dir, 'blind-sample.jsonl'), `${sample.join('\n')}\n`);
  evaluation = await evaluateDecisions(dir, STORE, '/x/town.decisions.jsonl', options);
});
afterAll(() => rm(dir, { recursive: true }));

describe('an evaluation by decisions', () => {
  test('counts what was settled, with precision and its exact interval', () => {
    // 3 of 4 wrong: 0.1941 to 0.9937 (R, binom.test).
    expect(evaluation.sources[0]).toEqual({
      ...{ name: 'all', findings: 6, wrong: 3, right: 1, badData: 1, open: 1 },
      precision: { share: 0.75, low: expect.closeTo(0.1941, 4), high: expect.closeTo(0.9937, 4) },
    });
    const counts = (groups: ReviewEvaluation['sources']) =>
      groups.map(({ name, findings, wrong, right, badData, open }) => [
        name,
        findings,
        wrong,
        right,
        badData,
        open,
      ]);
    expect(counts(evaluation.sources.slice(1))).toEqual([
      ['cards', 3, 2, 0, 1, 0],
      ['insurance', 3, 1, 1, 0, 1],
    ]);
    expect(counts(evaluation.kinds)).toEqual([
      ['nobody-fits', 1, 1, 0, 0, 0],
      ['wrong-resident', 5, 2, 1, 1, 1],
    ]);
    expect(counts(evaluation.causes)).toEqual([
      ['family', 2, 2, 0, 0, 0],
      ['namesake', 2, 0, 1, 0, 1],
      ['swap', 1, 0, 0, 1, 0],
      ['unknown', 1, 1, 0, 0, 0],
    ]);
    expect(counts(evaluation.others)).toEqual([['defunct-resident', 1, 0, 1, 0, 0]]);
  });

  test('sees whether the resident named was a candidate', () => {
    expect(evaluation.owner).toMatchObject({ named: 2, first: { share: 1 / 2 }, firstThree: { share: 1 } });
  });

  test('bins what was settled, the blind sample with it', () => {
    expect(
      evaluation.calibration.bins.map(({ from, links, wrongShare }) => [from, links, wrongShare]),
    ).toEqual([
      [0, 2, 0],
      [0.6, 1, 0],
      [0.95, 1, 1],
      [0.99, 2, 1],
    ]);
  });

  test('bounds what was missed', () => {
    // None of two: 1 - 0.05^(1/2).
    expect(evaluation.sample).toEqual({
      drawn: 3,
      reviewed: 2,
      wrong: 0,
      upper: expect.closeTo(1 - 0.05 ** 0.5, 9),
    });
  });

  test('stands in evaluation.json and on a page, and is told on the terminal', async () => {
    expect(JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8'))).toEqual(snakeKeys(evaluation));
    expect(await readFile(join(dir, 'evaluation.html'), 'utf8')).toContain('3 of 4 settled links are wrong');
    expect(formatReview(evaluation, 'ja')).toContain(
      '確定した 4 件のうち 3 件が誤り（適合率 75.0 %、95%区間 19.4 % – 99.4 %）',
    );
  });

  test('of a file that is named, one reviewer’s word is enough', async () => {
    const { sources } = await evaluateDecisions(dir, STORE, 'x.jsonl', { ...options, oneIsEnough: true });
    expect(sources[0]).toMatchObject({ wrong: 3, right: 2, open: 0 });
  });

  test('needs something settled', async () => {
    await expect(evaluateDecisions(dir, storeOf([]), 'x.jsonl', options)).rejects.toMatchObject({
      code: 'evaluate-nothing-settled',
      exitCode: 2,
    });
  });
});
