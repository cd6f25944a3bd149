import { isAbsolute, sep } from 'node:path';
import { glob } from 'tinyglobby';

/** Whether a path of a pipeline file is a pattern. */
export function isPattern(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * Paths of the files that match `*`, `?`, `[abc]`, `{a,b}` and `**`, written like the pattern (relative or absolute) and sorted
 * by code point. Other signs stand for themselves: names such as `台帳 (1).csv` are common. Hidden files, which other
 * programs leave beside a file, match only where the pattern writes their dot.
 */
export async function matchingFiles(pattern: string, dir: string): Promise<string[]> {
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const found = await glob(slashed.replace(/[!()+@|]/g, '\\$&'), {
    cwd: dir,
    absolute: isAbsolute(pattern),
    extglob: false,
    expandDirectories: false,
  });
  return found.toSorted((a, b) => (a < b ? -1 : 1));
}
