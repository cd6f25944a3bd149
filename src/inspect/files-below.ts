import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RUN_MARKER } from '../files/run-marker.js';

/** Folders within folders that are looked into: a delivery has one for each office or month, and seldom more. */
const DEEPEST = 3;
/** What holds programs, and no exports. */
const PROGRAMS = /^node_modules$/i;

/** Files of a folder and of the folders in it, from there and by name; those of the folder itself first. Hidden ones and the reports of runs are left out. */
export async function filesBelow(dir: string, depth = DEEPEST): Promise<readonly string[]> {
  const all = await readdir(dir, { withFileTypes: true });
  if (depth < DEEPEST && all.some(({ name }) => name === RUN_MARKER)) return [];
  const entries = all.filter(({ name }) => !name.startsWith('.'));
  const named = (isWanted: (entry: (typeof entries)[number]) => boolean) =>
    entries
      .filter(isWanted)
      .map(({ name }) => name)
      .toSorted();
  const files = named((entry) => entry.isFile());
  if (depth === 0) return files;
  const below: string[] = [];
  for (const folder of named((entry) => entry.isDirectory() && !PROGRAMS.test(entry.name))) {
    const found = await filesBelow(join(dir, folder), depth - 1).catch(
      (error: unknown): readonly string[] => {
        if ((error as NodeJS.ErrnoException).code === 'EACCES') return [];
        throw error;
      },
    );
    below.push(...found.map((name) => join(folder, name)));
  }
  return [...files, ...below];
}
