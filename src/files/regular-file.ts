import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Failure } from '../text/failure.js';

const MB = 2 ** 20;

/** What a file may hold at most, by what it is: beyond that it is something else. */
export const LIMITS = {
  pipeline: 4 * MB,
  key: MB / 16,
  model: 64 * MB,
  state: 64 * MB,
  decisions: 512 * MB,
} as const;

/**
 * Opens a file for reading that must be a regular one: a pipe would keep the program waiting, a device never ends.
 *
 * @throws {Failure} `not-a-file` (exit code 2); other errors as the system gives them (ENOENT …).
 */
export async function openRegular(path: string): Promise<FileHandle> {
  // O_NONBLOCK: opening a pipe would else wait for a writer. Windows has neither.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const info = await file.stat().catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  if (info.isFile()) return file;
  await file.close();
  throw new Failure('not-a-file', { values: { path } });
}

/**
 * The bytes of a regular file of at most `limit` bytes.
 *
 * @throws {Failure} `not-a-file`, `file-too-large` (exit code 2); other errors as the system gives them.
 */
export async function readRegular(path: string, limit: number): Promise<Buffer> {
  const file = await openRegular(path);
  try {
    const { size } = await file.stat();
    // Files of /proc say 0 and hold something: what is read counts, not what is said.
    const parts: Buffer[] = [];
    let length = 0;
    while (length <= limit) {
      const room = Buffer.allocUnsafe(Math.min(Math.max(size + 1 - length, 64 * 1024), limit + 1 - length));
      const { bytesRead } = await file.read(room, 0, room.length, null);
      if (bytesRead === 0) return Buffer.concat(parts, length);
      parts.push(room.subarray(0, bytesRead));
      length += bytesRead;
      if (length > limit) break;
    }
    throw new Failure('file-too-large', {
      values: { path, limit: Math.ceil(limit / MB) },
    });
  } finally {
    await file.close();
  }
}
