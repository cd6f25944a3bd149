import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DecidedLink } from '../audit/decision.js';
import type { Marks } from '../audit/marks.js';
import { lockPathOf, withLock } from '../files/lock.js';
import { type Applied, applyDecisions, type DecidedFinding } from './apply-decisions.js';
import { type ReadDecisions, type ReadOptions, readDecisions } from './read-decisions.js';
import { readMarks } from './read-marks.js';
import { type RecordsAtOdds, recordsAtOdds } from './records-at-odds.js';
import { addToStore, type DecisionStore, readStore, storeOf } from './store.js';

export interface DecideOptions extends ReadOptions {
  /** Where decisions are kept between runs. */
  readonly storePath: string;
  /** Called before anything is kept, such as to log it. */
  readonly onApplied?: (applied: Decided) => Promise<void>;
}

/** What became of the decisions, and the places of rows that are half filled in. */
export type Decided = Applied & Pick<ReadDecisions, 'incomplete' | 'leftOut' | 'revealed'>;

/**
 * Takes decision files on a run into the store. All files are read and checked before anything is written; a
 * damaged one or one of another run throws `Failure` (exit 2) and changes nothing. With `keepGood` the rows of tables that
 * can be taken are, and the others told.
 */
export async function decideRun(
  runDir: string,
  files: readonly string[],
  options: DecideOptions,
): Promise<Decided & { readonly atOdds: readonly RecordsAtOdds[] }> {
  return withLock(lockPathOf(options.storePath), LOCK_WAIT_MS, async () => {
    const applied = await applyFiles(runDir, files, options, (cases) => readStore(options.storePath, cases));
    await options.onApplied?.(applied);
    if (applied.taken > 0) await addToStore(options.storePath, applied.added);
    return { ...applied, atOdds: await recordsAtOdds(runDir, applied.added, options.storePath) };
  });
}

/** Others who decide hold the store while they go through it. */
const LOCK_WAIT_MS = 120_000;

/** The decisions of exported files alone, held against a run; nothing is kept. Throws as `decideRun` does. */
export async function storeOfFiles(
  runDir: string,
  files: readonly string[],
  options: ReadOptions,
): Promise<DecisionStore> {
  return (await applyFiles(runDir, files, options, async () => storeOf([]))).store;
}

async function applyFiles(
  runDir: string,
  files: readonly string[],
  options: ReadOptions,
  storeOfCases: (cases: ReadonlySet<string>) => Promise<DecisionStore>,
): Promise<Decided> {
  const { decisions, incomplete, leftOut, revealed } = await readDecisions(files, options);
  const cases = new Set(decisions.map((decision) => decision.case));
  const marks = await readMarks(runDir, cases);
  const findings = await decidedFindings(runDir, cases, marks);
  const store = await storeOfCases(cases);
  const applied = applyDecisions(store, decisions, {
    runId: options.runId,
    finding: (id) => findings.get(id),
  });
  return { ...applied, incomplete, leftOut, revealed };
}

/** A line of a case file; the blind sample of earlier versions does not tell its link. */
interface FindingLine extends Partial<DecidedLink> {
  readonly finding_id: string;
  readonly fingerprint: string;
  readonly candidates: readonly { readonly resident_id: string }[];
}

/** Files of a run that hold cases: findings, and links drawn for blind review where there are any. */
const CASE_FILES = ['findings.jsonl', 'blind-sample.jsonl'];

/** The cases decided on, line by line: findings.jsonl of a whole country does not fit into memory. */
async function decidedFindings(
  runDir: string,
  wanted: ReadonlySet<string>,
  marks: ReadonlyMap<string, Marks>,
): Promise<ReadonlyMap<string, DecidedFinding>> {
  const found = new Map<string, DecidedFinding>();
  for (const path of CASE_FILES.map((name) => join(runDir, name)).filter(existsSync)) {
    for await (const line of createInterface({ input: createReadStream(path) })) {
      if (line === '') continue;
      const finding: FindingLine = JSON.parse(line);
      if (!wanted.has(finding.finding_id)) continue;
      const { fingerprint, candidates, kind, source, record_id, resident_id } = finding;
      found.set(finding.finding_id, {
        fingerprint,
        candidates: candidates.map((candidate) => candidate.resident_id),
        ...(kind && source && record_id
          ? { link: { kind, source, record_id, resident_id: resident_id ?? null } }
          : {}),
        marks: marks.get(finding.finding_id),
      });
    }
  }
  return found;
}
