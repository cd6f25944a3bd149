import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a file that only its owner may read: reports name people. */
export function putPrivate(
  dir: string,
  name: string,
  content: string | Iterable<string | Uint8Array>,
): Promise<void> {
  return writeFile(join(dir, name), content, { mode: 0o600 });
}
