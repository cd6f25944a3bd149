import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Marks } from '../audit/marks.js';
import { json } from '../text/failure.js';

/** Beside findings.jsonl, which must be the same bytes whatever the key; not in work/, so it survives `purge`. */
export const MARKS_FILE = 'marks.jsonl';

const BYTES = z.record(z.string(), z.string());

export const MARKS = z.object({
  key: z.string(),
  record: BYTES,
  resident: BYTES,
  levels: z.record(z.string(), z.string()),
  candidates: z.array(z.string()),
});

/** Marks of the cases wanted, line by line. Runs of earlier versions have none, and a damaged line counts as none. */
export async function readMarks(
  runDir: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Marks>> {
  const found = new Map<string, Marks>();
  const path = join(runDir, MARKS_FILE);
  if (!existsSync(path)) return found;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const id = /^\{"finding_id":"([^"]+)"/.exec(line)?.[1];
    if (id === undefined || !wanted.has(id)) continue;
    const parsed = MARKS.safeParse(json(line));
    if (parsed.success) found.set(id, parsed.data);
  }
  return found;
}
