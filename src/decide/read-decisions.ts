import type { Decision } from '../audit/decision.js';
import type { ReviewerRule } from '../audit/reviewer.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { Failure } from '../text/failure.js';
import { cellFailure, type PlacedProblem } from './cell-problem.js';
import { type Container, containerOf } from './container.js';
import { type FileProblem, fileFailure } from './decide-failures.js';
import { type Revealed, readExport } from './read-export.js';
import { type Answers, answerKey, readHandOff } from './read-hand-off.js';

export interface ReadOptions {
  /** The run that exported files must belong to. */
  readonly runId: string;
  /** ISO time that stands in where a file tells none; no decision is of a later one. */
  readonly now: string;
  /** Codes that the office uses; without them any of the right form. */
  readonly reviewers?: ReviewerRule;
  /** Takes the rows of tables that can be taken, and tells of the others. A file that is none is refused all the same. */
  readonly keepGood?: boolean;
}

/** Decisions of files, and the places of rows that are half filled in. */
export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly incomplete: readonly string[];
  /** What was not taken beside the decisions; empty unless good ones are kept. */
  readonly leftOut: readonly PlacedProblem[];
  /** What reviewers had shown that minimum disclosure hides. */
  readonly revealed: readonly Revealed[];
}

/**
 * Reads decision files of any kind: decisions.jsonl of the page, findings.csv or findings.xlsx with the decision column
 * filled in, told apart by what they hold.
 *
 * @throws {Failure} (exit code 2), before anything is kept: the first file that is none, or all cells at once that
 *   cannot be taken, unless `keepGood`.
 */
export async function readDecisions(files: readonly string[], options: ReadOptions): Promise<ReadDecisions> {
  const { runId, now, reviewers = null, keepGood = false } = options;
  const decisions: Decision[] = [];
  const listed = new Set<Decision>();
  const problems: PlacedProblem[] = [];
  const incomplete: string[] = [];
  const revealed: Revealed[] = [];
  const answers: Answers = { first: new Map(), disputed: new Set() };
  for (const file of files) {
    const bytes = await bytesOf(file);
    const container = containerOf(bytes);
    const refused = REFUSED[container];
    if (refused) throw fileFailure(refused, { file });
    if (isExport(file, container)) {
      const read = readExport(file, bytes, { now, reviewers });
      if (read.runId !== runId) throw fileFailure('decisions-run', { file });
      decisions.push(...read.decisions);
      revealed.push(...read.revealed);
      continue;
    }
    if (container === 'text' && !/\.(csv|tsv|txt)$/i.test(file))
      throw fileFailure('decisions-format', { file });
    const read = await readHandOff(file, bytes, container === 'workbook', { at: now, reviewers, answers });
    decisions.push(...read.decisions);
    for (const decision of read.decisions) listed.add(decision);
    problems.push(...read.problems);
    incomplete.push(...read.incomplete);
  }
  // Of two answers of one reviewer neither is the good one.
  const isGood = (decision: Decision) => !listed.has(decision) || !answers.disputed.has(answerKey(decision));
  const good = decisions.filter(isGood);
  if (problems.length > 0 && !keepGood) throw cellFailure(problems, good.length);
  return { decisions: good, incomplete, leftOut: problems, revealed };
}

const REFUSED: Readonly<Partial<Record<Container, FileProblem>>> = {
  password: 'decisions-password',
  'old-workbook': 'decisions-old-workbook',
  page: 'decisions-page',
  document: 'decisions-format',
};

function isExport(file: string, container: Container): boolean {
  return container !== 'workbook' && (container === 'export' || /\.jsonl$/i.test(file));
}

function bytesOf(file: string): Promise<Buffer> {
  return readRegular(file, LIMITS.decisions).catch((error: unknown) => {
    if (error instanceof Failure) throw error;
    throw fileFailure('decisions-missing', { file });
  });
}
