import { z } from 'zod';
import type { Finding } from '../audit/finding.js';
import type { CheckResult } from '../check/index.js';
import {
  bilingual,
  causeId,
  count,
  countsBy,
  day,
  evidence,
  findingKind,
  grade,
  id,
  moment,
  sha256,
  share,
  shareOrNull,
  text,
} from './parts.js';

const rows = { rows: count, accepted: count, rejected: count };
const grades = { A: count, B: count, C: count, U: count };
const cluster = { item: z.enum(['terminal', 'operator', 'day', 'lookup']), value: text };

export const summary = z.strictObject({
  sources: z.record(
    id,
    z
      .strictObject({
        title: bilingual,
        ...rows,
        ...grades,
        findings: countsBy(findingKind),
        causes: countsBy(causeId),
      })
      .describe('rows = accepted + rejected; accepted = A + B + C + U'),
  ),
  register: z.strictObject({ ...rows, findings: countsBy(findingKind) }),
  organisations: z.array(
    z.strictObject({
      organisation: text.describe('as the source writes it; - where it states none'),
      name: text.optional(),
      source: id,
      accepted: count,
      ...grades,
      findings: count,
      causes: countsBy(causeId),
    }),
  ),
  clusters: z.array(z.strictObject({ ...cluster, source: id, links: count, C: count })),
  previous_run: z.strictObject({
    first: count.optional().describe('findings of a run that has none before it'),
    new: count,
    resolved: count,
    continuing: count,
    recurring: count,
  }),
  model_change: z
    .strictObject({
      comparable: z.boolean(),
      moved: z.array(
        z.strictObject({ source: id, comparison: id, level: id, before: z.number(), after: z.number() }),
      ),
      moved_total: count,
      wrong_rates: z.array(z.strictObject({ source: id, before: share, after: share })),
      sources_added: z.array(id),
      sources_removed: z.array(id),
    })
    .nullable()
    .optional(),
});

/** A line of findings.jsonl. */
export const finding = z.strictObject({
  finding_id: text,
  kind: findingKind,
  cause: causeId.nullable(),
  source: id,
  record_id: text,
  organisation: text.nullable(),
  resident_id: text.nullable().describe('the linked resident'),
  grade,
  probability: share.describe('of a wrong link'),
  candidates: z.array(
    z.strictObject({
      resident_id: text,
      probability: share,
      why: z.array(z.strictObject({ id, ...bilingual.shape })),
    }),
  ),
  related: z.array(text),
  incident: text.describe('the worst finding of those that belong together'),
  evidence: z.array(evidence),
  clusters: z.array(z.strictObject(cluster)),
  fingerprint: text,
}) satisfies z.ZodType<Finding>;

const sheets = z.strictObject({
  read: z.array(text),
  unread: z.array(z.strictObject({ name: text, hidden: z.boolean(), rows: count, fits: z.boolean() })),
});

export const run = z.strictObject({
  run_id: id,
  tool: z.strictObject({ name: z.literal('totsugo'), version: text }),
  status: z.enum(['running', 'done', 'failed', 'interrupted', 'purged']),
  as_of: day,
  started_at: moment,
  finished_at: moment.nullable(),
  pipeline: z.strictObject({ name: text, path: text, sha256 }),
  audit_log: text.optional(),
  model: z.union([
    z.strictObject({ origin: z.literal('learned') }),
    z.strictObject({ origin: z.literal('frozen'), path: text, sha256 }),
  ]),
  earlier_run: text.nullable().optional(),
  reused_run: text.nullable().optional(),
  inputs_digest: sha256.nullable(),
  inputs: z.array(
    z.strictObject({ source: id, path: text, sha256, bytes: count, ...rows, sheets: sheets.optional() }),
  ),
  stages: z.array(
    z.strictObject({
      name: id,
      seconds: z.number().min(0),
      rows_in: count,
      rows_out: count,
      work_bytes: count.optional(),
      cpu_seconds: z.number().nonnegative().optional(),
      peak_memory_bytes: count.optional(),
      figures: z.record(text, z.unknown()).optional(),
    }),
  ),
  totals: z
    .strictObject({
      seconds: z.number().min(0),
      input_bytes: count,
      work_bytes: count,
      output_bytes: count,
    })
    .optional(),
});

export const qualityIssue = z.strictObject({
  check: id,
  severity: z.enum(['error', 'warning', 'info']),
  source: id,
  item: id.nullable(),
  count,
  of: count,
  title: bilingual,
  advice: bilingual,
});

export const quality = z.strictObject({
  issues: z.array(qualityIssue),
  profile: z.array(
    z.strictObject({
      source: id,
      item: id,
      rows: count,
      filled: count,
      distinct: count,
      estimated: z.boolean(),
      constant: z.boolean(),
      sampled: count,
      valid: shareOrNull,
      shapes: z.array(z.strictObject({ shape: text, share })),
    }),
  ),
}) satisfies z.ZodType<{ [K in keyof CheckResult]: unknown }>;

/** A line of rejects.jsonl. */
export const reject = z.strictObject({
  source: id,
  file: text,
  line: count.describe('physical, from 1'),
  code: id,
  column: text.nullable(),
  text: bilingual,
});

/** A line of blind-sample.jsonl. */
export const sampledLink = z.strictObject({
  finding_id: text,
  fingerprint: text,
  kind: z.literal('clean-sample'),
  source: id,
  record_id: text,
  resident_id: text.nullable(),
  probability: share,
  candidates: z.array(z.never()),
});

const marks = z.record(id, z.string().regex(/^[0-9a-f]{2}$/));

/** A line of marks.jsonl. */
export const mark = z.strictObject({
  finding_id: text,
  key: text.describe('tells one key from another; empty without a key'),
  record: marks,
  resident: marks,
  levels: z.record(id, id),
  candidates: z.array(text),
});

const toldCount = count.nullable().describe('null: small, or one from which a small one could be worked out');
const publicCounts = {
  checked: toldCount,
  to_check: toldCount,
  settled: toldCount,
  wrong: toldCount,
  undecided: toldCount,
  causes: z.partialRecord(causeId, toldCount),
};

export const publicSummary = z.strictObject({
  as_of: text,
  least_told: count.describe('counts from 1 to below it are not told'),
  note: bilingual,
  sources: z.record(id, z.strictObject({ title: bilingual, ...publicCounts })),
  total: z.strictObject(publicCounts),
  organisations: z.array(
    z.strictObject({
      organisation: text,
      name: text.optional(),
      source: id,
      checked: toldCount,
      to_check: toldCount,
    }),
  ),
});

/** A line of audit-log.jsonl; what else it tells depends on what was done. */
export const logLine = z.looseObject({
  n: count,
  at: moment,
  who: text,
  run_id: text,
  action: id,
  chain: z.enum(['sha256', 'hmac-sha256']),
  previous: text,
  hash: sha256,
});

export const logHead = z.strictObject({
  schema: z.literal('totsugo-log-head/1'),
  log: text,
  lines: count,
  hash: text,
  key: text.nullable(),
  seal: text,
});

/** disposal.json, as `purge` leaves it. */
export const disposal = z.strictObject({
  run_id: id,
  disposed_at: moment,
  folder: z.literal('work'),
  files: count,
  bytes: count,
  logged: z.boolean().optional(),
});
