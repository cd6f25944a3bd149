import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Tells this very program from every other: its code and data, the versions of its libraries (package.json pins them), and
 * of what the runtime knows of letters. What a stage has finished, and what a pure function has made of a text, is taken over only
 * where this is the same.
 */
export function programDigest(): string {
  digest ??= digestOfFiles();
  return digest;
}

/** Read once: a program whose files are replaced while it runs goes on as what it was. */
let digest: string | undefined;

// At once, file after file: a thousand small files cost four times as much through the threads that wait for a disk.
function digestOfFiles(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.(d\.ts|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  const { node, v8, icu, unicode } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode]));
  hash.update(readFileSync(new URL('../../package.json', import.meta.url)));
  for (const path of paths) {
    const bytes = readFileSync(path);
    hash.update(`\n${relative(root, path).split(sep).join('/')} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
