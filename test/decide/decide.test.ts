import { describe, expect, test } from 'vitest';
import type { Decision, KeptDecision } from '../../src/audit/decision.js';
import { applyDecisions, type DecidedFinding } from '../../src/decide/apply-decisions.js';
import { historyOf, statusOf } from '../../src/decide/case-status.js';
import { labelsOf, linkLabels } from '../../src/decide/labels.js';
import { reviewCounts, upperBound } from '../../src/decide/review-counts.js';
import { type DecisionStore, storeOf } from '../../src/decide/store.js';

const FINDINGS: Readonly<Record<string, DecidedFinding>> = {
  c1: { fingerprint: 'f1', candidates: ['R-1', 'R-2'] },
  c2: { fingerprint: 'f2', candidates: [] },
  c3: { fingerprint: 'f3', candidates: ['R-9'] },
};
const options = { runId: 'run-1', finding: (id: string) => FINDINGS[id] };

function said(over: Partial<Decision> = {}): Decision {
  return {
    case: 'c1',
    fingerprint: 'f1',
    decision: 'right',
    candidate: null,
    reason: null,
    reviewer: 'a',
    at: '2023-06-22T01:00:00.000Z',
    ...over,
  };
}
const decided = (...decisions: Decision[]): DecisionStore =>
  applyDecisions(storeOf([]), decisions, options).store;

describe('statusOf', () => {
  const b = { reviewer: 'b', at: '2023-06-22T02:00:00.000Z' };
  test.each<[string, Decision[], 1 | 2, string]>([
    ['nobody decided', [], 1, 'open'],
    ['one person, one needed', [said()], 1, 'closed'],
    ['one person, two needed', [said()], 2, 'second-needed'],
    ['two people, two needed', [said(), said(b)], 2, 'closed'],
    ['the same person twice, two needed', [said(), said({ at: b.at, reason: 'form' })], 2, 'second-needed'],
    [
      'the same person, code typed in full width',
      [said(), said({ ...b, reviewer: ' Ａ ' })],
      2,
      'second-needed',
    ],
    ['two people differ', [said(), said({ ...b, decision: 'wrong-unknown' })], 1, 'disagreement'],
    [
      'two people name different residents',
      [
        said({ decision: 'wrong-candidate', candidate: 'C1' }),
        said({ ...b, decision: 'wrong-candidate', candidate: 'C2' }),
      ],
      2,
      'disagreement',
    ],
    [
      'one gives way',
      [
        said(),
        said({ ...b, decision: 'wrong-unknown' }),
        said({ decision: 'wrong-unknown', at: '2023-06-23T00:00:00.000Z' }),
      ],
      2,
      'closed',
    ],
    ['hold keeps it open', [said(), said({ ...b, decision: 'hold' })], 1, 'on-hold'],
    ['withdrawn', [said(), said({ decision: 'withdrawn', at: b.at })], 1, 'open'],
    ['an older line taken in later', [said({ at: b.at }), said({ decision: 'wrong-unknown' })], 1, 'closed'],
  ])('%s: %s', (_, decisions, needed, state) => {
    expect(statusOf(decided(...decisions), 'c1', 'f1', needed).state).toBe(state);
  });

  test('changed evidence reopens, and shows what was decided before', () => {
    const store = decided(said({ decision: 'wrong-candidate', candidate: 'C2', reason: 'form' }));
    expect(statusOf(store, 'c1', 'f1', 1)).toEqual({
      state: 'closed',
      verdict: { decision: 'wrong-candidate', resident: 'R-2' },
    });
    expect(statusOf(store, 'c1', 'f1-changed', 1)).toEqual({ state: 'reopened', verdict: null });
    expect(historyOf(store, 'c1', 'f1-changed')).toEqual([
      {
        decision: 'wrong-candidate',
        candidate: 'R-2',
        reason: 'form',
        reviewer: 'a',
        at: '2023-06-22T01:00:00.000Z',
        current: false,
      },
    ]);
  });
});

describe('applyDecisions', () => {
  test('takes what fits the run and says why it refuses the rest', () => {
    const applied = applyDecisions(
      storeOf([]),
      [
        said(),
        said({ case: 'c9' }),
        said({ fingerprint: 'old' }),
        said({ case: 'c2', fingerprint: 'f2', decision: 'wrong-candidate', candidate: 'C1' }),
        said({ decision: 'wrong-candidate', reviewer: 'b' }),
        said({ case: 'c3', fingerprint: 'f3', decision: 'wrong-candidate' }),
      ],
      options,
    );
    expect(applied).toMatchObject({ taken: 2, known: 0 });
    expect(applied.refused).toEqual([
      { case: 'c9', why: 'unknown-case' },
      { case: 'c1', why: 'other-evidence' },
      { case: 'c2', why: 'no-candidate' },
      { case: 'c1', why: 'no-candidate' },
    ]);
    expect(applied.store.byCase.get('c3')?.[0]?.resident).toBe('R-9');
  });

  test('a resident named by the file is taken wherever the case has it tonight, and no other', () => {
    const named = (resident: string) =>
      said({ decision: 'wrong-candidate', candidate: 'C1', named: resident });
    const { store } = applyDecisions(storeOf([]), [named('R-2')], options);
    expect(store.kept[0]).toMatchObject({ resident: 'R-2' });
    expect(store.kept[0]).not.toHaveProperty('named');
    expect(applyDecisions(storeOf([]), [named('R-7')], options).refused).toEqual([
      { case: 'c1', why: 'no-candidate' },
    ]);
  });

  test('taking the same decisions in twice changes nothing', () => {
    const once = applyDecisions(storeOf([]), [said(), said({ reviewer: 'b' })], options);
    const twice = applyDecisions(once.store, [said(), said({ reviewer: 'b' })], options);
    expect(twice).toMatchObject({ taken: 0, known: 2 });
    expect(twice.store).toBe(once.store);
  });
});

test('counts and labels follow the verdicts', () => {
  const verdict = (decision: 'right' | 'wrong-unknown' | 'bad-data') => ({
    state: 'closed' as const,
    verdict: { decision, resident: null },
  });
  const open = (state: 'open' | 'on-hold' | 'disagreement') => ({ state, verdict: null });
  const statuses = [
    verdict('right'),
    verdict('wrong-unknown'),
    verdict('wrong-unknown'),
    verdict('bad-data'),
    open('open'),
    open('on-hold'),
    open('disagreement'),
  ];
  const link = { source: 'cards', cause: 'family' };
  // A second record that somebody took for wrong is no wrong link.
  const counted = [
    ...statuses.map((status) => ({ ...status, link })),
    { ...verdict('wrong-unknown'), link: null },
  ];
  expect(reviewCounts(counted)).toEqual({
    links: [{ source: 'cards', settled: 4, wrong: 2, causes: { family: 2 } }],
    confirmedWrong: 2,
    confirmedRight: 1,
    onHold: 1,
    secondNeeded: 0,
    reopened: 0,
    badData: 1,
    disagreements: 1,
    pending: 3,
  });
  expect(labelsOf(statuses.map((status, index) => [`c${index}`, status] as const))).toEqual([
    { findingId: 'c0', wrong: false, resident: null },
    { findingId: 'c1', wrong: true, resident: null },
    { findingId: 'c2', wrong: true, resident: null },
  ]);
});

describe('linkLabels', () => {
  const link = (record_id: string, kind = 'wrong-resident', resident_id: string | null = 'R-1') => ({
    kind,
    source: 'cards',
    record_id,
    resident_id,
  });
  const kept = (over: Partial<KeptDecision>): KeptDecision => ({
    ...{ case: 'c1', fingerprint: 'f1', decision: 'wrong-unknown', resident: null, reason: null },
    ...{ reviewer: 'a', at: '2023-06-22T01:00:00.000Z', runId: 'run-1', link: link('1') },
    ...over,
  });
  const label = (recordId: string, wrong: boolean, resident: string | null = null) => ({
    source: 'cards',
    recordId,
    residentId: 'R-1',
    wrong,
    resident,
  });
  const b = { reviewer: 'b' };
  test.each<[string, KeptDecision[], unknown[]]>([
    ['nothing', [], []],
    ['one person on a grave case', [kept({})], []],
    ['two who agree', [kept({}), kept(b)], [label('1', true)]],
    [
      'two who name one resident',
      [
        kept({ decision: 'wrong-candidate', resident: 'R-9' }),
        kept({ ...b, decision: 'wrong-candidate', resident: 'R-9' }),
      ],
      [label('1', true, 'R-9')],
    ],
    ['two who disagree', [kept({}), kept({ ...b, decision: 'right' })], []],
    ['faulty data', [kept({ decision: 'bad-data' }), kept({ ...b, decision: 'bad-data' })], []],
    [
      'the blind sample, by one',
      [kept({ decision: 'right', link: link('2', 'clean-sample') })],
      [label('2', false)],
    ],
    ['a case that is not about the person', [kept({ link: link('3', 'defunct-resident') })], []],
    [
      'a number of nobody',
      [kept({ link: link('4', 'nobody-fits', null) }), kept({ ...b, link: link('4', 'nobody-fits', null) })],
      [],
    ],
    ['what earlier versions kept', [kept({ link: undefined }), kept({ ...b, link: undefined })], []],
    [
      'other evidence than was seen last',
      [kept({}), kept(b), kept({ fingerprint: 'f2', at: '2023-06-23T01:00:00.000Z' })],
      [],
    ],
    [
      'two cases of one link: the later word',
      [
        kept({ decision: 'right', link: link('5', 'clean-sample') }),
        kept({ case: 'c2', at: '2023-07-01T00:00:00.000Z', link: link('5', 'clean-sample') }),
      ],
      [label('5', true)],
    ],
  ])('%s', (_name, decisions, expected) => {
    expect(linkLabels(storeOf(decisions))).toEqual(expected);
  });
});

// 1 - 0.05^(1/n) for none wrong; the others from tables of the Clopper-Pearson limit.
test.each([
  [300, 0, 1 - 0.05 ** (1 / 300)],
  [1, 0, 0.95],
  [20, 1, 0.21611],
  [10, 2, 0.5069],
  [0, 0, 1],
  [5, 5, 1],
])('upperBound(%i, %i) is %f', (reviewed, wrong, bound) => {
  expect(upperBound(reviewed, wrong)).toBeCloseTo(bound, 4);
});
