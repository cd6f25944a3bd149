import { sep } from 'node:path';
import { literal } from './sql.js';

/**
 * SQL of a path that means just that file: to the engine `*`, `?` and `[` in a name are patterns, by which `[a].csv`
 * would read a.csv. Folders like `氏名=偽物/` need `hive_partitioning = false` beside it.
 */
export function enginePath(path: string): string {
  return literal(enginePattern(path));
}

/** The pattern that fits a path and no other. */
export function enginePattern(path: string): string {
  if (!/[*?[]/.test(path)) return path;
  const plain = sep === '\\' ? path.replaceAll('\\', '/') : path;
  return plain.replace(/[*?[\\]/g, (mark) => (mark === '\\' ? '\\\\' : `[${mark}]`));
}
