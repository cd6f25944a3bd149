import { closeSync, constants, fstatSync, fsyncSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const ZEROS = Buffer.alloc(1024 * 1024);

/** What was disposed of. */
export interface Disposed {
  readonly files: number;
  readonly bytes: number;
}

/** Of a link, the link: what it leads to is somebody else's. Windows has no such flag. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * Overwrites every file below a folder, then removes the folder; nothing where there is none. Links are removed and never
 * followed, also where the folder itself is one.
 */
export async function disposeOf(dir: string): Promise<Disposed> {
  const paths = await filesBelow(dir);
  let bytes = 0;
  for (const path of paths) bytes += await overwrite(path);
  await rm(dir, { recursive: true, force: true });
  return { files: paths.length, bytes };
}

/** Paths of the regular files below a folder, in the order of their names. */
export async function filesBelow(dir: string): Promise<string[]> {
  const info = await lstat(dir).catch(() => null);
  if (!info?.isDirectory()) return [];
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function overwrite(path: string): Promise<number> {
  const file = await open(path, constants.O_RDWR | NO_LINK);
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size; at += ZEROS.length) {
      await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    }
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

/** As `disposeOf` a folder or `disposeOfFile`, whichever stands there. */
export async function disposeOfEither(path: string): Promise<void> {
  const info = await lstat(path).catch(() => null);
  if (info?.isDirectory()) await disposeOf(path);
  else disposeOfFile(path);
}

/** Overwrites a file and removes it, at once; of a link the link; nothing where there is none. */
export function disposeOfFile(path: string): void {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (info === undefined) return;
  if (info.isFile()) {
    const file = openSync(path, constants.O_RDWR | NO_LINK);
    try {
      const { size } = fstatSync(file);
      for (let at = 0; at < size; at += ZEROS.length)
        writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - at), at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
  rmSync(path, { force: true });
}
