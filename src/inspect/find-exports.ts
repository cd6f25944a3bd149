import { join } from 'node:path';
import { Failure } from '../text/failure.js';
import { filesBelow } from './files-below.js';
import { inspectFile } from './inspect-file.js';
import type { Inspection } from './inspection.js';
import { isDescription } from './layout-beside.js';

const EXPORT = /\.(csv|tsv|psv|txt|dat|jsonl|ndjson|parquet|xlsx|xlsm|ods)(\.gz)?$/i;

/** What this program keeps beside a pipeline file, and pipeline files. */
const OWN = /\.ya?ml$|\.audit-log\.jsonl(\..*)?$|(^|\.)decisions\.jsonl$|\.nights$|\.lock$|\.owner$/i;

/** Files in which exports may be packed. */
const PACKED = /\.(zip|lzh|7z|rar|cab|tar|tgz|tar\.gz|bz2|xz|zst|z)$/i;

/**
 * Why a file of a folder is not read: it cannot be made out, or it is called like no export, or exports may be packed in it, or it describes records;
 * or it is a folder that may not be read.
 */
export interface SkippedFile {
  readonly path: string;
  readonly why: Failure | 'ending' | 'packed' | 'description' | 'folder';
}

/** Files of a folder and of those in it that could be exports, by name, and all others but our own with the reason why they are none. */
export async function findExports(
  dir: string,
): Promise<{ found: readonly Inspection[]; skipped: readonly SkippedFile[] }> {
  const found: Inspection[] = [];
  const { files, unread } = await filesOf(dir);
  const skipped: SkippedFile[] = unread.map((path) => ({ path, why: 'folder' }));
  for (const path of files) {
    try {
      if (PACKED.test(path)) skipped.push({ path, why: 'packed' });
      else if (!EXPORT.test(path)) skipped.push({ path, why: 'ending' });
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
  return (await filesOf(dir)).files.filter((path) => EXPORT.test(path));
}

async function filesOf(dir: string): ReturnType<typeof filesBelow> {
  const { files, unread } = await filesBelow(dir);
  return {
    files: files.filter((name) => !OWN.test(name)).map((name) => join(dir, name)),
    unread: unread.map((name) => join(dir, name)),
  };
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
