import { relative } from 'node:path';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { type Pseudonyms, pseudonymsOf } from '../audit/pseudonyms.js';
import { Failure } from '../text/failure.js';
import { keyPath, readKey } from './audit-key.js';
import { newKey } from './keys.js';
import type { RunFolders } from './run-folders.js';

type Keyed = Pick<PipelineFile, 'dir' | 'privacy'>;

/**
 * Where the key of pseudonyms is: beside the key of the audit log, and apart from it, for that one can be replaced without
 * reopening a case. Null where the pipeline file names no key.
 */
function pseudonymKeyPath(pipeline: Keyed): string | null {
  const path = keyPath(pipeline);
  return path === null ? null : pseudonymKeyBeside(path);
}

export function pseudonymKeyBeside(key: string): string {
  return `${key}.pseudonyms`;
}

/** The pseudonyms of a pipeline; null where it names no key, or none was made yet. Throws as `auditKey`. */
export async function pseudonymsFor(pipeline: Keyed): Promise<Pseudonyms | null> {
  const path = pseudonymKeyPath(pipeline);
  const key = path === null ? null : await readKey(path);
  return key === null ? null : pseudonymsOf(key);
}

/**
 * Makes the key of pseudonyms where the pipeline file names a key and there is none yet: random, its owner's only.
 *
 * @throws {Failure} `key-in-outputs` (exit code 2): who is given the outputs would be given the key.
 */
export async function makeOnFirstUse(pipeline: Keyed, folders: RunFolders): Promise<void> {
  const path = pseudonymKeyPath(pipeline);
  if (path === null) return;
  for (const dir of Object.values(folders) as string[])
    if (!/^\.\.(?:[\\/]|$)|^(?:[A-Za-z]:)?[\\/]/.test(relative(dir, path)))
      throw new Failure('key-in-outputs', { values: { path: keyPath(pipeline)!, dir: folders.target } });
  if ((await readKey(path)) !== null) return;
  await newKey(path).catch((error: unknown) => {
    // Another run was first.
    if (!(error instanceof Failure) || error.code !== 'key-exists') throw error;
  });
}
