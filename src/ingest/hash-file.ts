import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { InputFile } from './input-file.js';

/** SHA-256 of a file as it is on disk, hex. For formats that are not read from beginning to end. */
export async function hashFile(file: InputFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file.absolute, { highWaterMark: 1 << 20 }))
    hash.update(block as Buffer);
  return hash.digest('hex');
}
