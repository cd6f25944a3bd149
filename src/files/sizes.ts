import { stat } from 'node:fs/promises';
import { filesBelow } from './dispose.js';

/** Bytes of the regular files below a folder, of those that `of` takes. */
export async function bytesBelow(dir: string, of: (path: string) => boolean = () => true): Promise<number> {
  let bytes = 0;
  for (const path of (await filesBelow(dir)).filter(of)) bytes += (await stat(path)).size;
  return bytes;
}
