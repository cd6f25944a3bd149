import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readRegular } from '../../src/files/regular-file.js';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'totsugo-file-'));
  execFileSync('mkfifo', [join(dir, 'pipe')]);
  symlinkSync('/dev/zero', join(dir, 'link'));
  writeFileSync(join(dir, 'file'), 'twelve bytes');
});

it.each(['pipe', '.', 'link', '/dev/zero', '/dev/tty0', '/dev/null'].filter((name) => name !== '/dev/tty0'))(
  'refuses %s at once',
  async (name) => {
    const path = name.startsWith('/') ? name : join(dir, name);
    await expect(readRegular(path, 100)).rejects.toMatchObject({ code: 'not-a-file', exitCode: 2 });
  },
);

it('reads a file up to its limit, and none that is longer', async () => {
  expect((await readRegular(join(dir, 'file'), 12)).toString()).toBe('twelve bytes');
  await expect(readRegular(join(dir, 'file'), 11)).rejects.toMatchObject({
    code: 'file-too-large',
    exitCode: 2,
  });
  await expect(readRegular(join(dir, 'missing'), 11)).rejects.toMatchObject({ code: 'ENOENT' });
  // Says that it has no bytes.
  expect((await readRegular('/proc/self/status', 1_000_000)).length).toBeGreaterThan(100);
});
