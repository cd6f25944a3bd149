import { lockPathOf, takeLock } from '../files/lock.js';
import { Failure } from '../text/failure.js';

/**
 * Takes an output folder for this process; the returned function gives it back. The lock is beside the folder, which a
 * new night replaces.
 *
 * @throws {Failure} `folder-held` (exit code 4) while another process holds it.
 */
export async function lockRun(dir: string, wait = 0): Promise<() => Promise<void>> {
  return takeLock(lockPathOf(dir), { wait }).catch((error: unknown) => {
    if (!(error instanceof Failure) || error.code !== 'held') throw error;
    throw new Failure('folder-held', { values: { dir, why: error.text }, cause: error });
  });
}
