import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Tells this very program from every other: its code and data, the versions of its libraries (package.json pins them), and
 * of what the runtime knows of letters. What a stage has finished, and what a pure function has made of a text, is taken over only
 * where this is the same.
 */
export function programDigest(): Promise<string> {
  digest ??= digestOfFiles();
  return digest;
}

/** Read once: a program whose files are replaced while it runs goes on as what it was. */
let digest: Promise<string> | undefined;

async function digestOfFiles(): Promise<string> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.(d\.ts|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  const { node, v8, icu, unicode } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode]));
  hash.update(await readFile(new URL('../../package.json', import.meta.url)));
  for (const path of paths) {
    const bytes = await readFile(path);
    hash.update(`\n${relative(root, path).split(sep).join('/')} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
