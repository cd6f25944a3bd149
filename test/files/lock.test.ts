import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { lockPathOf, takeLock, withLock } from '../../src/files/lock.js';

const LOCK = fileURLToPath(new URL('../../dist/files/lock.js', import.meta.url));

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'totsugo-lock-')), '.night.lock');
});

/** Another process that takes the lock, says "taken" or the code of its failure, and holds it for a while. */
function other(ms: number) {
  const code = `import { takeLock } from ${JSON.stringify(LOCK)};
    try { await takeLock(${JSON.stringify(path)}); console.log('taken'); await new Promise((r) => setTimeout(r, ${ms})); }
    catch (error) { console.log(error.code); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, said: once(child.stdout, 'data').then(([data]) => String(data).trim()) };
}

describe('takeLock', () => {
  it('refuses a second holder in the same process, and lets the next one in afterwards', async () => {
    const unlock = await takeLock(path);
    await expect(takeLock(path)).rejects.toMatchObject({ code: 'held', exitCode: 4 });
    await unlock();
    await (await takeLock(path))();
  });

  it('refuses one that another process holds, naming file, process and what frees it', async () => {
    const { child, said } = other(60_000);
    expect(await said).toBe('taken');
    await expect(takeLock(path)).rejects.toMatchObject({
      code: 'held',
      message: expect.stringMatching(
        new RegExp(`process ${child.pid} .*${path}.*freed when that process ends`),
      ),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    // Nothing to take over: the system freed it with the process.
    await (await takeLock(path))();
  });

  it('lets one of five in at once over a killed one', async () => {
    const killed = other(60_000);
    await killed.said;
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    const five = Array.from({ length: 5 }, () => other(3_000));
    const answers = await Promise.all(five.map(({ said }) => said));
    for (const { child } of five) child.kill('SIGKILL');
    expect(answers.sort()).toEqual(['held', 'held', 'held', 'held', 'taken']);
  });

  it.each(['', 'torn', '4711', '{"pid":1}'])(
    'does not take a lock file that holds %j for free, and says how to clear it',
    async (text) => {
      writeFileSync(path, text);
      await expect(takeLock(path)).rejects.toMatchObject({
        code: 'lock-damaged',
        exitCode: 4,
        message: expect.stringContaining(path),
      });
    },
  );

  it.each([1, 4096, 12287])('nor one that was cut at %d bytes', async (bytes) => {
    await (await takeLock(path))();
    truncateSync(path, bytes);
    await expect(takeLock(path)).rejects.toMatchObject({ code: 'lock-damaged', exitCode: 4 });
  });

  it('waits for a holder as long as it is told', async () => {
    const unlock = await takeLock(path);
    setTimeout(unlock, 200);
    await (await takeLock(path, { wait: 10_000 }))();
  });

  it('leaves nothing but the lock file, also when many begin at once', async () => {
    let inside = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withLock(path, 20_000, async () => {
          inside += 1;
          expect(inside).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, 5));
          inside -= 1;
        }),
      ),
    );
    expect(readdirSync(join(path, '..'))).toEqual(['.night.lock']);
  });
});

it('lockPathOf stands beside what is locked, hidden', () => {
  expect(lockPathOf('/data/reports/tonight')).toBe('/data/reports/.tonight.lock');
  expect(lockPathOf('/data/.hidden')).toBe('/data/.hidden.lock');
});
