import { basename } from 'node:path';
import type { InputInfo } from '../result.js';

/**
 * Names by which people know the files of a run: without the folders, unless two files are called alike.
 */
export function fileNames(inputs: readonly Pick<InputInfo, 'path'>[]): (path: string) => string {
  const paths = new Set(inputs.map(({ path }) => path));
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(basename(path), (counts.get(basename(path)) ?? 0) + 1);
  return (path) => ((counts.get(basename(path)) ?? 0) > 1 ? path : basename(path));
}
