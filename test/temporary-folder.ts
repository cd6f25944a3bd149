import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A folder for all that the tests leave, taken away with it at the end. */
export function setup(): () => Promise<void> {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'totsugo-tests-'));
  process.env.TMPDIR = folder;
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await remove(folder);
  };
}

/** A browser of a worker that has just ended still writes into its profile for a moment. */
async function remove(folder: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      if (tries === 100) throw error;
      await setTimeout(100);
    }
  }
}
