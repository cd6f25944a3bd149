import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RUN_MARKER } from '../files/run-marker.js';

/** Folders within folders that are looked into: a delivery has one for each office or month, and seldom more. */
const DEEPEST = 3;
/** What holds programs, and no exports. */
const PROGRAMS = /^node_modules$/i;

/** Files and folders, from the folder on that was looked into. */
interface Below {
  readonly files: readonly string[];
  /** Folders that may not be read. */
  readonly unread: readonly string[];
}

function entriesIn(dir: string): Promise<readonly Dirent[]> {
  return readdir(dir, { withFileTypes: true });
}

const UNREAD = ['EACCES', 'EPERM'];

/**
 * Files of a folder and of the folders in it, by name; those of the folder itself first. Hidden ones and the reports of runs are left out.
 *
 * @param entriesOf what lists a folder: `readdir`, but in tests.
 */
export async function filesBelow(dir: string, depth = DEEPEST, entriesOf = entriesIn): Promise<Below> {
  const all = await entriesOf(dir);
  if (depth < DEEPEST && all.some(({ name }) => name === RUN_MARKER)) return { files: [], unread: [] };
  const entries = all.filter(({ name }) => !name.startsWith('.'));
  const named = (isWanted: (entry: (typeof entries)[number]) => boolean) =>
    entries
      .filter(isWanted)
      .map(({ name }) => name)
      .toSorted();
  const files = named((entry) => entry.isFile());
  const unread: string[] = [];
  const folders = depth === 0 ? [] : named((entry) => entry.isDirectory() && !PROGRAMS.test(entry.name));
  for (const folder of folders) {
    const below = await filesBelow(join(dir, folder), depth - 1, entriesOf).catch(
      (error: NodeJS.ErrnoException) => {
        if (UNREAD.includes(error.code ?? '')) return null;
        throw error;
      },
    );
    if (below === null) unread.push(folder);
    else {
      files.push(...below.files.map((name) => join(folder, name)));
      unread.push(...below.unread.map((name) => join(folder, name)));
    }
  }
  return { files, unread };
}
