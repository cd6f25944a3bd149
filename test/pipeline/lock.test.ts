import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/pipeline/lock.js';

const folder = () => mkdtemp(join(tmpdir(), 'totsugo-lock-'));

describe('lockFolder', () => {
  it('refuses a second holder with exit code 4 and lets the next one in afterwards', async () => {
    const dir = await folder();
    const unlock = await lockFolder(dir);
    await expect(lockFolder(dir)).rejects.toMatchObject({ code: 'folder-held', exitCode: 4 });
    await unlock();
    await (await lockFolder(dir))();
  });

  it('takes over the lock of a process that is gone', async () => {
    const dir = await folder();
    // Process ids end far below this number on every system.
    await writeFile(join(dir, '.lock'), '2147483646');
    await (await lockFolder(dir))();
  });
});
