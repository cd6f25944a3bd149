import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { secret } from '../audit/secret.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { syncFolder } from '../files/write-whole.js';
import { Failure } from '../text/failure.js';
import { chainKey } from './audit-chain.js';
import { retiredFolder } from './audit-key.js';

/** Where the key is unless a pipeline file names another place. */
export const DEFAULT_KEY = join(homedir(), '.totsugo', 'key');

const KEY_BYTES = 32;

/**
 * Makes a key: random, its owner's only, and never in the place of another.
 *
 * @returns its id, which tells nothing of it.
 * @throws {Failure} `key-exists` (exit code 2).
 */
export async function newKey(path: string): Promise<string> {
  await privateFolder(dirname(path));
  const bytes = Buffer.from(`${randomBytes(KEY_BYTES).toString('hex')}\n`);
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new Failure('key-exists', { values: { path } });
    throw error;
  });
  try {
    await file.chmod(0o600);
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
  return chainKey(secret(bytes)).id;
}

/**
 * Puts a new key in the place of the one there, which is kept among the retired: logs go on with the new one, and lines
 * under the old one can still be checked.
 *
 * @throws {Failure} `key-none` (exit code 2).
 */
export async function rotateKey(path: string): Promise<{ readonly before: string; readonly now: string }> {
  const bytes = await readRegular(path, LIMITS.key).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Failure('key-none', { values: { path } });
    throw error;
  });
  const before = chainKey(secret(bytes)).id;
  const folder = retiredFolder(path);
  await privateFolder(folder);
  const retired = join(folder, `${before}.key`);
  await rename(path, retired);
  await chmod(retired, 0o600);
  return { before, now: await newKey(path) };
}

async function privateFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
}
