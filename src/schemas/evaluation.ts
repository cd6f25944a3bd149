import { z } from 'zod';
import { bilingual, causeId, count, grade, id, share, shareOrNull, text } from './parts.js';

const owner = z.strictObject({ links: count, first: shareOrNull, first_three: shareOrNull });

const bins = z.array(
  z.strictObject({
    from: share,
    to: share,
    links: count,
    mean_probability: share,
    wrong_share: share,
    low: share,
    high: share,
  }),
);
const calibration = z.strictObject({
  bins,
  sources: z.array(z.strictObject({ source: text, bins })),
  error: z.number().min(0),
  suspect_error: z.number().min(0),
});

const explanation = z.strictObject({
  evidence: z.array(
    z.strictObject({ item: id, title: bilingual, level: id, weight: z.number(), text: bilingual }),
  ),
  total: z.number().nullable(),
  candidates: z.array(
    z.strictObject({
      resident_id: text,
      probability: shareOrNull,
      why: z.array(bilingual),
      levels: z.array(bilingual),
    }),
  ),
});

const keyList = z.strictObject({
  total: count,
  links: z.array(
    z.strictObject({
      source: id,
      record_id: text,
      resident_id: text,
      true_resident_id: text.nullable(),
      cause: text.nullable(),
      found_cause: causeId.nullable(),
      grade,
      probability: share,
      note: text.nullable(),
      explanation: explanation.nullable().optional(),
    }),
  ),
});

const why = z.enum(['not-suspected', 'no-rule', 'cut']);

const blocking = z.strictObject({
  sources: z.array(
    z.strictObject({ source: id, wrong: count, suspects: count, found: count, recall: shareOrNull }),
  ),
  rules: z.array(
    z.strictObject({
      rule: id,
      title: bilingual,
      pairs: count,
      cut: count,
      owners_cut: count,
      sources: z.record(id, z.strictObject({ found: count, only: count })),
    }),
  ),
  missed: z.strictObject({
    total: count,
    causes: z.record(why, count),
    links: z.array(
      z.strictObject({
        source: id,
        record_id: text,
        resident_id: text.nullable(),
        true_resident_id: text,
        cause: text.nullable(),
        grade,
        why,
        cut_by: z.array(id),
      }),
    ),
  }),
});

const pair = z.tuple([text, text]);

const againstTruth = z.strictObject({
  run: text,
  truth: text,
  matching: z.strictObject({ truth: count, graded: count, matched: count }),
  sources: z.array(
    z.strictObject({
      source: id.describe('all, then every source'),
      links: count,
      wrong: count,
      unshowable: count,
      found: count,
      false_alarms: count,
      recall: shareOrNull,
      precision: shareOrNull,
      owner,
      owner_told: owner,
      sound: z.record(grade, count),
    }),
  ),
  ownerless: z.strictObject({ links: count, wrong: count, found: count }),
  causes: z.array(
    z.strictObject({
      source: id,
      cause: text,
      wrong: count,
      found: count,
      recall: shareOrNull,
      owner_first: shareOrNull,
      cause_right: shareOrNull,
    }),
  ),
  confusion: z.record(text, z.record(text, count)),
  cause_accuracy: shareOrNull,
  calibration,
  budget: z.array(z.strictObject({ reviewed: count, found: count, recall: share, precision: share })),
  blocking: blocking.nullable(),
  planted: z.array(z.strictObject({ kind: text, planted: count, found: count, recall: shareOrNull })),
  duplicates: z
    .strictObject({
      planted: count,
      reported: count,
      found: count,
      recall: shareOrNull,
      precision: shareOrNull,
      missed: z.array(pair),
      mistaken: z.array(pair),
    })
    .nullable(),
  misses: keyList,
  false_alarms: keyList,
});

/** What evaluation.json holds of a run that is held against a known truth. */
export type AgainstTruth = z.infer<typeof againstTruth>;

const withInterval = z.strictObject({ share: shareOrNull, low: share, high: share });
const group = z.strictObject({
  name: text,
  findings: count,
  wrong: count,
  right: count,
  bad_data: count,
  open: count,
  precision: withInterval,
});

const byDecisions = z.strictObject({
  basis: z.literal('decisions'),
  run: text,
  decisions: text,
  sources: z.array(group),
  kinds: z.array(group),
  causes: z.array(group),
  others: z.array(group),
  owner: z.strictObject({ named: count, first: withInterval, first_three: withInterval }),
  calibration,
  sample: z.strictObject({ drawn: count, reviewed: count, wrong: count, upper: share }),
});

/** evaluation.json: against a known truth, or against what reviewers have decided. */
export const evaluation = z.union([againstTruth, byDecisions]);
