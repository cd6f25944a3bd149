import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Applied, applyDecisions, type DecidedFinding } from './apply-decisions.js';
import { fileFailure } from './decide-failures.js';
import { readDecisions } from './read-decisions.js';
import { readStore, writeStore } from './store.js';

export interface DecideOptions {
  /** Where decisions are kept between runs. */
  readonly storePath: string;
  /** ISO time that stands in where a hand-off file tells none. */
  readonly now: string;
}

/**
 * Takes decision files on a run into the store. All files are read and checked before anything is written; a
 * damaged one or one of another run throws `Failure` (exit 2) and changes nothing.
 */
export async function decideRun(
  runDir: string,
  files: readonly string[],
  options: DecideOptions,
): Promise<Applied> {
  const runId = await runIdOf(runDir);
  const decisions = await readDecisions(files, { runId, now: options.now });
  const wanted = new Set(decisions.map((decision) => decision.case));
  const findings = await decidedFindings(join(runDir, 'findings.jsonl'), wanted);
  const store = await readStore(options.storePath);
  const applied = applyDecisions(store, decisions, { runId, finding: (id) => findings.get(id) });
  if (applied.taken > 0) await writeStore(options.storePath, applied.store);
  return applied;
}

async function runIdOf(runDir: string): Promise<string> {
  const path = join(runDir, 'run.json');
  try {
    const run: { run_id?: unknown } = JSON.parse(await readFile(path, 'utf8'));
    if (typeof run.run_id === 'string') return run.run_id;
  } catch {
    // Said below, with the file's name.
  }
  throw fileFailure('decisions-no-run', { file: path });
}

interface FindingLine {
  readonly finding_id: string;
  readonly fingerprint: string;
  readonly candidates: readonly { readonly resident_id: string }[];
}

/** The findings decided on, line by line: findings.jsonl of a whole country does not fit into memory. */
async function decidedFindings(
  path: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, DecidedFinding>> {
  const found = new Map<string, DecidedFinding>();
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === '') continue;
    const { finding_id, fingerprint, candidates }: FindingLine = JSON.parse(line);
    if (!wanted.has(finding_id)) continue;
    found.set(finding_id, { fingerprint, candidates: candidates.map((candidate) => candidate.resident_id) });
  }
  return found;
}
