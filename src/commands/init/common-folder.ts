import { dirname, relative } from 'node:path';

/** The folder in which all files lie, there or below. */
export function commonFolder([first, ...others]: readonly string[]): string {
  let folder = dirname(first!);
  const isAbove = (path: string) => !relative(folder, path).startsWith('..');
  while (!others.every(isAbove) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
