import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { DECISION_CODES, type Decision } from '../audit/decision.js';
import { REVIEWER_PROBLEMS, type ReviewerRule, reviewerCode, reviewerKey } from '../audit/reviewer.js';
import type { Bilingual } from '../text/bilingual.js';
import { json } from '../text/failure.js';
import { fileFailure } from './decide-failures.js';

/**
 * The file as pages write it; as they wrote it before kinds had answers of their own; and as those of version 0.1.0 wrote it: no
 * reviewer in its lines, its head unchecked.
 */
const EXPORT_SCHEMA = 'totsugo-decisions/3';
const SECOND_SCHEMA = 'totsugo-decisions/2';
const FIRST_SCHEMA = 'totsugo-decisions/1';

const HEAD = z.object({
  schema: z.enum([EXPORT_SCHEMA, SECOND_SCHEMA, FIRST_SCHEMA]),
  run_id: z.string(),
  organisation: z.string(),
  reviewer: z.string(),
  count: z.number().int().nonnegative(),
  checksum: z.string(),
});

/** Stands in the place of a decision where a reviewer had what agrees in a case shown (minimum disclosure). */
const REVEALED = 'revealed';

const LINE = z.object({
  case: z.string().min(1),
  fingerprint: z.string().min(1),
  decision: z.enum([...DECISION_CODES, 'withdrawn', REVEALED]),
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
  readonly runId: string;
  readonly decisions: readonly Decision[];
  readonly revealed: readonly Revealed[];
}

/** That a reviewer had hidden characters of a case shown. */
export interface Revealed {
  readonly case: string;
  readonly reviewer: string;
  readonly at: string;
}

/** How far the clock of a reviewer's machine may be ahead. */
const CLOCK_APART_MS = 5 * 60_000;

/**
 * Reads decisions.jsonl as the page exports it; a file is taken whole or not at all, and holds one reviewer's decisions.
 *
 * @throws {Failure} (exit code 2) when the head is missing, the checksum or the count does not hold, a line is not a
 *   decision, another reviewer's, or of the future.
 */
export function readExport(
  file: string,
  bytes: Buffer,
  { now, reviewers }: { readonly now: string; readonly reviewers: ReviewerRule },
): DecisionFile {
  const text = bytes.toString('utf8');
  const end = text.indexOf('\n');
  const said = json(text.slice(0, Math.max(0, end)));
  const head = HEAD.safeParse(said);
  if (!head.success) throw fileFailure('decisions-head', { file });
  const isFirst = head.data.schema === FIRST_SCHEMA;
  const isFormer = head.data.schema !== EXPORT_SCHEMA;
  const body = text.slice(end + 1);
  const lines = body.split('\n').filter((line) => line !== '');
  const covered = isFirst ? body : coveredBy(said as object, body);
  if (checksumOf(covered) !== head.data.checksum || lines.length !== head.data.count) {
    throw fileFailure('decisions-checksum', { file });
  }
  const reviewer = reviewerIn(file, 1, head.data.reviewer, reviewers);
  const latest = Date.parse(now) + CLOCK_APART_MS;
  const decisions: Decision[] = [];
  const revealed: Revealed[] = [];
  for (const [index, line] of lines.entries()) {
    const value = json(line);
    const parsed = LINE.safeParse(value);
    const number = index + 2;
    if (!parsed.success) throw fileFailure('decisions-line', at(file, number, NO_DECISION));
    const own = isFirst ? reviewer : reviewerIn(file, number, reviewerOf(value), reviewers);
    if (reviewerKey(own) !== reviewerKey(reviewer))
      throw fileFailure('decisions-reviewer', at(file, number, ANOTHERS));
    if (!(Date.parse(parsed.data.at) <= latest))
      throw fileFailure('decisions-line', at(file, number, FUTURE));
    const { decision, ...rest } = parsed.data;
    if (decision === REVEALED) revealed.push({ case: rest.case, reviewer, at: rest.at });
    else
      decisions.push({
        ...rest,
        decision,
        reviewer,
        place: `${file}:${number}`,
        ...(isFormer ? { isFormer } : {}),
      });
  }
  return { runId: head.data.run_id, decisions, revealed };
}

/** The head without the checksum, as the page wrote it, and all lines. */
function coveredBy(head: object, body: string): string {
  const { checksum: _, ...rest } = head as { readonly checksum?: unknown };
  return `${JSON.stringify(rest)}\n${body}`;
}

function checksumOf(text: string): string {
  return `crc32:${crc32(text).toString(16).padStart(8, '0')}`;
}

function reviewerOf(line: unknown): string {
  const said = (line as { readonly reviewer?: unknown }).reviewer;
  return typeof said === 'string' ? said : '';
}

function reviewerIn(file: string, line: number, typed: string, rule: ReviewerRule): string {
  const read = reviewerCode(typed, rule);
  if ('code' in read) return read.code;
  throw fileFailure('decisions-reviewer', at(file, line, REVIEWER_PROBLEMS[read.problem]));
}

function at(file: string, line: number, { ja, en }: Bilingual) {
  return { file, places: { ja: `  ${line} 行目: ${ja}`, en: `  line ${line}: ${en}` } };
}

const NO_DECISION = { ja: '判断として読めません', en: 'cannot be read as a decision' };
const ANOTHERS = {
  ja: 'ほかの点検担当者の判断です。書き出しには本人の判断だけが入ります',
  en: 'another reviewer’s decision; an export holds one’s own only',
};
const FUTURE = {
  ja: '時刻が未来です。書き出した端末の時計を確認してください',
  en: 'a time in the future: check the clock of the machine that exported it',
};
