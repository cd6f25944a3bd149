import type { Calibration, Evaluation, ListedLink } from '../../src/evaluate/evaluation.js';
import type { ReviewEvaluation } from '../../src/evaluate/review-evaluation.js';

const BINS: Calibration['bins'] = [
  {
    from: 0,
    to: 0.01,
    links: 9000,
    meanProbability: 0.0002,
    wrongShare: 0.0002,
    low: 0.0001,
    high: 0.0009,
  },
  { from: 0.5, to: 0.9, links: 20, meanProbability: 0.7, wrongShare: 0.75, low: 0.509, high: 0.9134 },
  { from: 0.99, to: 1, links: 60, meanProbability: 0.998, wrongShare: 1, low: 0.9404, high: 1 },
];
const CALIBRATION: Calibration = {
  bins: BINS,
  sources: [
    { source: 'cards', bins: BINS.slice(0, 2) },
    { source: 'insurance', bins: BINS },
  ],
  error: 0.0001,
  suspectError: 0.012,
};

const share = { share: 0.75, low: 0.1941, high: 0.9937 };
const group = (name: string) => ({
  ...{ name, findings: 6, wrong: 3, right: 1, badData: 1, open: 1 },
  precision: share,
});

/** An evaluation by reviewers' decisions, for what its page looks like. */
export const SAMPLE_REVIEW: ReviewEvaluation = {
  ...{ basis: 'decisions', run: '20230622-001', decisions: 'town.decisions.jsonl' },
  sources: [group('all'), group('insurance')],
  kinds: [group('wrong-resident'), group('swapped-links')],
  causes: [group('family'), group('namesake')],
  others: [group('defunct-resident')],
  owner: { named: 3, first: share, firstThree: { share: 1, low: 0.2924, high: 1 } },
  calibration: CALIBRATION,
  sample: { drawn: 300, reviewed: 120, wrong: 0, upper: 0.0247 },
};

const LINK: ListedLink = {
  ...{
    source: 'insurance',
    record_id: '01130012-3-7-02',
    resident_id: '0000012',
    true_resident_id: '0000034',
  },
  ...{ cause: 'family', found_cause: 'namesake', grade: 'B', probability: 0.31, note: 'moved' },
  explanation: {
    evidence: [
      {
        ...{ item: 'given', level: 'different', weight: -9.5 },
        title: { ja: '名', en: 'Given name' },
        text: { ja: '名が一致しません', en: 'Given names differ' },
      },
    ],
    total: -9.5,
    candidates: [
      {
        resident_id: '0000034',
        probability: 0.31,
        why: [{ ja: '同じ世帯', en: 'Same household' }],
        levels: [{ ja: '名が一致します', en: 'Given names agree' }],
      },
    ],
  },
};

const SOURCE = {
  ...{ links: 9000, wrong: 41, unshowable: 2, found: 40, falseAlarms: 3, recall: 0.9756, precision: 0.9302 },
  owner: { links: 40, first: 0.95, firstThree: 1 },
  ownerTold: { links: 38, first: 1, firstThree: 1 },
  sound: { A: 8100, B: 830, C: 3, U: 26 },
};

/** An evaluation against known truth, for what its page looks like. */
export const SAMPLE_EVALUATION: Evaluation = {
  ...{ run: '20230622-001', truth: 'truth.csv', matching: { truth: 9000, graded: 9000, matched: 9000 } },
  ownerless: { links: 5, wrong: 4, found: 4 },
  sources: [
    { source: 'all', ...SOURCE },
    { source: 'insurance', ...SOURCE },
  ],
  causes: [
    {
      ...{ source: 'insurance', cause: 'family', wrong: 20, found: 20 },
      ...{ recall: 1, ownerFirst: 0.95, causeRight: 0.9 },
    },
  ],
  confusion: { family: { family: 18, namesake: 2 }, sound: { unknown: 3 } },
  causeAccuracy: 0.9,
  calibration: CALIBRATION,
  budget: Array.from({ length: 12 }, (_, index) => ({
    reviewed: 5 * (index + 1),
    found: Math.min(40, 5 * (index + 1)),
    recall: Math.min(1, (index + 1) / 8),
    precision: Math.min(1, 8 / (index + 1)),
  })),
  blocking: {
    sources: [{ source: 'all', wrong: 41, suspects: 41, found: 40, recall: 0.9756 }],
    rules: [
      {
        ...{
          rule: 'household',
          title: { ja: '同じ世帯', en: 'Same household' },
          pairs: 812,
          cut: 0,
          ownersCut: 0,
        },
        sources: { all: { found: 20, only: 3 } },
      },
    ],
    missed: {
      total: 1,
      causes: { 'not-suspected': 0, 'no-rule': 1, cut: 0 },
      links: [
        {
          ...{ source: 'insurance', record_id: '01130012-3-7-02', resident_id: '0000012' },
          ...{ true_resident_id: '0000034', cause: 'namesake', grade: 'C', why: 'no-rule', cut_by: [] },
        },
      ],
    },
  },
  planted: [{ kind: 'defunct-resident', planted: 12, found: 12, recall: 1 }],
  duplicates: { planted: 4, reported: 4, found: 4, recall: 1, precision: 1, missed: [], mistaken: [] },
  misses: { total: 1, links: [LINK] },
  falseAlarms: { total: 1, links: [LINK] },
};
