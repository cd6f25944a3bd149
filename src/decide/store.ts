import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { DECISION_CODES, type KeptDecision } from '../audit/decision.js';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { openRegular } from '../files/regular-file.js';
import { syncFolder } from '../files/write-whole.js';
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

/** The first version knew the decisions on links only; both heads are of one length. */
const STORE_SCHEMA = 'totsugo-decision-store/2';
const FIRST_SCHEMA = 'totsugo-decision-store/1';

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

/** A line is some hundred bytes; one of this length is no decision. */
const LONGEST_LINE = 1_000_000;

/**
 * Reads the store, or the decisions on some cases of it; an absent file is an empty store. Goes through it line by
 * line: a store of millions is longer than a string may be.
 *
 * @throws {Failure} (exit code 2) `decisions-store` with the line that is damaged, `not-a-file`.
 */
export async function readStore(path: string, wanted?: ReadonlySet<string>): Promise<DecisionStore> {
  const kept: KeptDecision[] = [];
  for await (const decision of decisionsIn(path)) {
    if (wanted === undefined || wanted.has(decision.case)) kept.push(decision);
  }
  return storeOf(kept);
}

/** Throws as `readStore` where the store cannot be read whole; keeps nothing of it. */
export async function checkStore(path: string): Promise<void> {
  for await (const _ of decisionsIn(path));
}

async function* decisionsIn(path: string): AsyncGenerator<KeptDecision> {
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (line === 1 && isHead(text)) continue;
    if (line > 1 && text === '') continue;
    const parsed = line === 1 || text.length > LONGEST_LINE ? null : LINE.safeParse(json(text));
    if (!parsed?.success) throw fileFailure('decisions-store', { file: path, line });
    yield parsed.data;
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = await openRegular(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return;
  yield* file.readLines({ encoding: 'utf8' });
}

/** Whether a file is a store, and not a file that a page exported. */
export async function isStore(path: string): Promise<boolean> {
  for await (const line of linesOf(path)) return isHead(line);
  return false;
}

/**
 * Adds decisions to the store. The file is replaced whole: copied, added to, forced to disk, renamed over the old one.
 * The caller holds the store's lock since it read what it adds to.
 */
export async function addToStore(path: string, added: readonly KeptDecision[]): Promise<void> {
  const aside = `${path}.part`;
  await rm(aside, { force: true });
  const isNew = await copyFile(path, aside, constants.COPYFILE_FICLONE).then(
    () => false,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return true;
    },
  );
  if (!isNew) await writeHead(aside);
  const file = await open(aside, isNew ? 'w' : 'a', 0o600);
  try {
    await file.chmod(0o600);
    if (isNew) await file.write(HEAD);
    for (let at = 0; at < added.length; at += LINES_PER_WRITE) {
      const lines = added.slice(at, at + LINES_PER_WRITE).map((line) => `${JSON.stringify(line)}\n`);
      await file.write(lines.join(''));
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  await syncFolder(dirname(path));
}

const LINES_PER_WRITE = 1_000;
const HEAD = `${JSON.stringify({ schema: STORE_SCHEMA })}\n`;

/** A store of the first version says from now on that it may hold more than that version knew. */
async function writeHead(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(HEAD, 0);
  } finally {
    await file.close();
  }
}

function isHead(line: string): boolean {
  return z.object({ schema: z.enum([STORE_SCHEMA, FIRST_SCHEMA]) }).safeParse(json(line)).success;
}

/** Where reviewers' decisions are kept between runs: as the pipeline says, else beside the pipeline file. */
export function decisionsPath(pipeline: PipelineFile): string {
  if (pipeline.decisions) return resolve(pipeline.dir, pipeline.decisions);
  return `${pipeline.path.replace(/\.(ya?ml)$/i, '')}.decisions.jsonl`;
}
