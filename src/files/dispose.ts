import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ZEROS = Buffer.alloc(1024 * 1024);

/** What was disposed of. */
export interface Disposed {
  readonly files: number;
  readonly bytes: number;
}

/** Overwrites every file below a folder, then removes the folder; nothing where there is none. Links are not followed. */
export async function disposeOf(dir: string): Promise<Disposed> {
  const paths = await filesBelow(dir);
  let bytes = 0;
  for (const path of paths) bytes += await overwrite(path);
  await rm(dir, { recursive: true, force: true });
  return { files: paths.length, bytes };
}

/** Paths of the regular files below a folder, in the order of their names. */
export async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function overwrite(path: string): Promise<number> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  try {
    for (let at = 0; at < size; at += ZEROS.length) {
      await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return size;
}
