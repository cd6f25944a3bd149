import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a file that only its owner may read: reports name people. */
export function putPrivate(dir: string, name: string, text: string): Promise<void> {
  return writeFile(join(dir, name), text, { mode: 0o600 });
}
