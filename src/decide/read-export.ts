import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Decision } from '../audit/decision.js';
import { DECISION_CODES } from '../audit/decision.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { json } from '../text/failure.js';
import { fileFailure } from './decide-failures.js';

const EXPORT_SCHEMA = 'totsugo-decisions/1';

const HEAD = z.object({
  schema: z.literal(EXPORT_SCHEMA),
  run_id: z.string(),
  organisation: z.string(),
  reviewer: z.string().trim().min(1),
  count: z.number().int().nonnegative(),
  checksum: z.string(),
});

const LINE = z.object({
  case: z.string().min(1),
  fingerprint: z.string().min(1),
  decision: z.enum([...DECISION_CODES, 'withdrawn']),
  candidate: z
    .string()
    .regex(/^C[1-3]$/)
    .nullable(),
  reason: z
    .string()
    .regex(/^[a-z-]{1,20}$/)
    .nullable(),
  at: z.iso.datetime(),
});

/** Decisions of one exported file, and the run they were taken on. */
export interface DecisionFile {
  readonly runId: string | null;
  readonly decisions: readonly Decision[];
}

/** CRC-32 of everything after the first line, as the page writes it. */
function checksumOf(body: string): string {
  return `crc32:${crc32(body).toString(16).padStart(8, '0')}`;
}

/**
 * Reads decisions.jsonl as the page exports it. Throws `Failure` (exit 2) when the head is missing, the checksum
 * or the count does not hold, or a line is not a decision; a file is taken whole or not at all.
 */
export async function readExport(path: string): Promise<DecisionFile> {
  const text = (await readRegular(path, LIMITS.decisions)).toString('utf8');
  const end = text.indexOf('\n');
  const head = HEAD.safeParse(json(text.slice(0, Math.max(0, end))));
  if (!head.success) throw fileFailure('decisions-head', { file: path });
  const body = text.slice(end + 1);
  const lines = body.split('\n').filter((line) => line !== '');
  if (checksumOf(body) !== head.data.checksum || lines.length !== head.data.count) {
    throw fileFailure('decisions-checksum', { file: path });
  }
  const decisions = lines.map((line, index): Decision => {
    const parsed = LINE.safeParse(json(line));
    if (!parsed.success) throw fileFailure('decisions-line', { file: path, line: index + 2 });
    return { ...parsed.data, reviewer: head.data.reviewer };
  });
  return { runId: head.data.run_id, decisions };
}
