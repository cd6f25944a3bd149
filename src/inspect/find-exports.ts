import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../text/failure.js';
import { inspectFile } from './inspect-file.js';
import type { Inspection } from './inspection.js';
import { isDescription } from './layout-beside.js';

const EXPORT = /\.(csv|tsv|psv|txt|dat|jsonl|ndjson|parquet|xlsx|xlsm|ods)(\.gz)?$/i;

/**
 * Files of a folder that could be exports, by name; what cannot be made out is given with the reason. Descriptions of records are no
 * exports.
 */
export async function findExports(
  dir: string,
): Promise<{ found: readonly Inspection[]; refused: readonly { path: string; failure: Failure }[] }> {
  const names = (await readdir(dir, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && EXPORT.test(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .toSorted();
  const found: Inspection[] = [];
  const refused: { path: string; failure: Failure }[] = [];
  for (const name of names) {
    const path = join(dir, name);
    try {
      if (await isDescription(path)) continue;
      found.push(await inspectFile(path));
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      refused.push({ path, failure });
    }
  }
  return { found, refused };
}

/** A source's name from a file name: letters, digits, hyphen and underscore of its stem. */
export function keyOf(file: string): string {
  const stem = file.split(/[\\/]/).at(-1)!.split('.')[0]!;
  const key = stem
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^[-]+|-+$/g, '');
  return key === '' || key === 'register' ? 'source' : key.slice(0, 40);
}
