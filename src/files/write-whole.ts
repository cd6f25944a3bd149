import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file in one step: a reader sees the old one or the whole new one, never a part, also after the power went.
 * Aside, forced to disk, renamed, and the rename forced to disk too. Mode 0600 unless told.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | AsyncIterable<string>,
  mode = 0o600,
): Promise<void> {
  const part = `${path}.part`;
  const file = await openAside(part, mode);
  try {
    // What a crash left of one may be open to others, and a mask may take rights away.
    await file.chmod(mode);
    if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
    else for await (const piece of gathered(content)) await file.write(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
  await syncFolder(dirname(path));
}

/** Characters gathered before a write: each costs a wake-up of another thread, which a line is not worth. */
const PER_WRITE = 1 << 18;

async function* gathered(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < PER_WRITE) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

const ASIDE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/** A link that stands where the file is to be made is taken away and not followed. */
async function openAside(path: string, mode: number): Promise<FileHandle> {
  return open(path, ASIDE, mode).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOOP') throw error;
    await rm(path);
    return open(path, ASIDE, mode);
  });
}

/** Forces what was renamed or made in a folder to disk; a system that cannot open folders needs no such thing. */
export async function syncFolder(dir: string): Promise<void> {
  const folder = await open(dir, 'r').catch(() => null);
  if (folder === null) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}
