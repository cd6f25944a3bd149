import { access, constants } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Decision } from '../audit/decision.js';
import { fileFailure } from './decide-failures.js';
import { readExport } from './read-export.js';
import { readHandOff } from './read-hand-off.js';

/**
 * Reads decision files of any kind: decisions.jsonl of the page, findings.csv or findings.xlsx with the decision
 * column filled in. `runId` is the run they must belong to; `now` stands in where a file tells no time.
 * Throws `Failure` (exit 2) on the first file that cannot be taken whole, before anything is kept.
 */
export async function readDecisions(
  files: readonly string[],
  options: { readonly runId: string; readonly now: string },
): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  for (const file of files) {
    await mustOpen(file);
    const read = await readOne(file, options.now);
    if (read.runId !== null && read.runId !== options.runId) throw fileFailure('decisions-run', { file });
    decisions.push(...read.decisions);
  }
  return decisions;
}

async function mustOpen(file: string): Promise<void> {
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) throw fileFailure('decisions-missing', { file });
}

function readOne(file: string, now: string) {
  switch (extname(file).toLowerCase()) {
    case '.jsonl':
      return readExport(file);
    case '.csv':
    case '.xlsx':
      return readHandOff(file, now);
    default:
      throw fileFailure('decisions-format', { file });
  }
}
