import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { type Secret, secret } from '../audit/secret.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { Failure } from '../text/failure.js';

/**
 * The key of the audit log's hash chain, from `privacy.key_file` (`~` is the home folder, else relative to the pipeline
 * file). Null where none is named or the file is not there: the chain is then a plain one. Throws a Failure with exit
 * code 2 where the file is there and cannot be read, or is empty.
 */
export async function auditKey({
  dir,
  privacy,
}: Pick<PipelineFile, 'dir' | 'privacy'>): Promise<Secret<Buffer> | null> {
  const path = keyPath({ dir, privacy });
  return path === null ? null : readKey(path);
}

/** The key of a file; null where there is none. Throws as `auditKey`. */
export async function readKey(path: string): Promise<Secret<Buffer> | null> {
  const key = await readRegular(path, LIMITS.key).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    if (error instanceof Failure) throw error;
    throw unusable(path, error);
  });
  if (key !== null && key.length === 0) throw unusable(path);
  return key === null ? null : secret(key);
}

/**
 * Keys that were replaced, from the files of the folder `<key file>.retired`: lines that were written under them can still
 * be checked, and nothing is written under them. Throws as `auditKey`.
 */
export async function retiredKeys(
  pipeline: Pick<PipelineFile, 'dir' | 'privacy'>,
): Promise<Secret<Buffer>[]> {
  const path = keyPath(pipeline);
  if (path === null) return [];
  const dir = retiredFolder(path);
  const names = await readdir(dir).catch(() => []);
  return Promise.all(
    names.sort().map(async (name) => secret(await readRegular(join(dir, name), LIMITS.key))),
  );
}

/** Where keys go that were replaced. */
export function retiredFolder(key: string): string {
  return `${key}.retired`;
}

/** Where the key is, or null where the pipeline names none. */
export function keyPath({ dir, privacy }: Pick<PipelineFile, 'dir' | 'privacy'>): string | null {
  return privacy.keyFile === null ? null : resolve(dir, privacy.keyFile.replace(/^~(?=[\\/]|$)/, homedir()));
}

function unusable(path: string, cause?: unknown): Failure {
  return new Failure('key-unusable', { values: { path }, cause });
}
