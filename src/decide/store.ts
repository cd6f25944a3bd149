import { open, readFile, rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { DECISION_CODES, type KeptDecision } from '../audit/decision.js';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { json } from '../text/failure.js';
import { fileFailure } from './decide-failures.js';
import { MARKS } from './read-marks.js';

/**
 * Everything reviewers have decided, oldest first; it is only ever added to. Lives beside the pipeline file, not
 * in a run, so it survives `purge`. Holds case ids, record and resident ids and reviewer codes, no names.
 */
export interface DecisionStore {
  readonly kept: readonly KeptDecision[];
  readonly byCase: ReadonlyMap<string, readonly KeptDecision[]>;
}

const STORE_SCHEMA = 'totsugo-decision-store/1';

const LINE = z.object({
  case: z.string().min(1),
  fingerprint: z.string(),
  decision: z.enum([...DECISION_CODES, 'withdrawn']),
  resident: z.string().nullable(),
  reason: z.string().nullable(),
  reviewer: z.string().min(1),
  at: z.string(),
  runId: z.string(),
  link: z
    .object({
      kind: z.string(),
      source: z.string(),
      record_id: z.string(),
      resident_id: z.string().nullable(),
    })
    .optional(),
  marks: MARKS.optional(),
});

export function storeOf(kept: readonly KeptDecision[]): DecisionStore {
  const byCase = new Map<string, KeptDecision[]>();
  for (const decision of kept) {
    const list = byCase.get(decision.case);
    if (list) list.push(decision);
    else byCase.set(decision.case, [decision]);
  }
  return { kept, byCase };
}

/** Reads the store; an absent file is an empty store. Throws `Failure` (exit 2) with the line that is damaged. */
export async function readStore(path: string): Promise<DecisionStore> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (text === '') return storeOf([]);
  const [head, ...lines] = text.split('\n');
  if (!isHead(head!)) throw fileFailure('decisions-store', { file: path, line: 1 });
  const kept = lines.flatMap((line, index): KeptDecision[] => {
    if (line === '') return [];
    const parsed = LINE.safeParse(json(line));
    if (!parsed.success) throw fileFailure('decisions-store', { file: path, line: index + 2 });
    return [parsed.data];
  });
  return storeOf(kept);
}

/** Whether a file is a store, and not a file that a page exported. */
export async function isStore(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return isHead(text.slice(0, Math.max(0, text.indexOf('\n'))));
}

/** Replaces the file whole: written beside it, forced to disk, renamed over it. */
export async function writeStore(path: string, store: DecisionStore): Promise<void> {
  const lines = [{ schema: STORE_SCHEMA }, ...store.kept].map((line) => `${JSON.stringify(line)}\n`);
  const beside = `${path}.new`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(lines.join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

function isHead(line: string): boolean {
  return z.object({ schema: z.literal(STORE_SCHEMA) }).safeParse(json(line)).success;
}

/** Where reviewers' decisions are kept between runs: as the pipeline says, else beside the pipeline file. */
export function decisionsPath(pipeline: PipelineFile): string {
  if (pipeline.decisions) return resolve(pipeline.dir, pipeline.decisions);
  return `${pipeline.path.replace(/\.(ya?ml)$/i, '')}.decisions.jsonl`;
}
