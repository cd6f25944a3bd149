import { join } from 'node:path';
import { Failure } from '../text/failure.js';
import { filesBelow } from './files-below.js';
import { inspectFile } from './inspect-file.js';
import type { Inspection } from './inspection.js';
import { isDescription } from './layout-beside.js';

const EXPORT = /\.(csv|tsv|psv|txt|dat|jsonl|ndjson|parquet|xlsx|xlsm|ods)(\.gz)?$/i;

/** What this program keeps beside a pipeline file, and pipeline files. */
const OWN = /\.ya?ml$|\.audit-log\.jsonl(\..*)?$|(^|\.)decisions\.jsonl$|\.nights$|\.lock$|\.owner$/i;

/** Why a file of a folder is not read: it cannot be made out, or it is called like no export, or it describes records. */
export interface SkippedFile {
  readonly path: string;
  readonly why: Failure | 'ending' | 'description';
}

/** Files of a folder and of those in it that could be exports, by name, and all others but our own with the reason why they are none. */
export async function findExports(
  dir: string,
): Promise<{ found: readonly Inspection[]; skipped: readonly SkippedFile[] }> {
  const found: Inspection[] = [];
  const skipped: SkippedFile[] = [];
  for (const path of await filesOf(dir)) {
    try {
      if (!EXPORT.test(path)) skipped.push({ path, why: 'ending' });
      else if (await isDescription(path)) skipped.push({ path, why: 'description' });
      else found.push(await inspectFile(path));
    } catch (failure) {
      if (!(failure instanceof Failure)) throw failure;
      skipped.push({ path, why: failure });
    }
  }
  return { found, skipped };
}

/** Files of a folder and of those in it that could be exports, by their names alone. */
export async function namedLikeExports(dir: string): Promise<readonly string[]> {
  return (await filesOf(dir)).filter((path) => EXPORT.test(path));
}

async function filesOf(dir: string): Promise<readonly string[]> {
  return (await filesBelow(dir)).filter((name) => !OWN.test(name)).map((name) => join(dir, name));
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
