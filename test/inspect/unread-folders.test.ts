import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { mayHoldExports, skippedText } from '../../src/commands/init/skipped-texts.js';
import { filesBelow } from '../../src/inspect/files-below.js';
import { findExports } from '../../src/inspect/index.js';

/** Tests may run as root, who may read everything. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const readdir = (path: string, ...rest: unknown[]) =>
    path.endsWith('閉')
      ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
      : (real.readdir as (...all: unknown[]) => unknown)(path, ...rest);
  return { ...real, default: { ...real, readdir }, readdir };
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-unread-'));
  for (const below of ['介護/閉', '国保']) mkdirSync(join(dir, below), { recursive: true });
  for (const file of ['a.zip', '国保/b.LZH', '国保/c.tar.gz', 'd.docx']) writeFileSync(join(dir, file), 'x');
  return dir;
}

test('a folder that may not be read is told, and the others are looked into', async () => {
  expect(await filesBelow(folder())).toEqual({
    files: ['a.zip', 'd.docx', '国保/b.LZH', '国保/c.tar.gz'],
    unread: ['介護/閉'],
  });
});

test('archives are told to be unpacked, in both languages', async () => {
  const { skipped } = await findExports(folder());
  expect(skipped.map(({ path, why }) => `${path.split('/').at(-1)}: ${String(why)}`)).toEqual([
    '閉: folder',
    'a.zip: packed',
    'd.docx: ending',
    'b.LZH: packed',
    'c.tar.gz: packed',
  ]);
  expect(skipped.map(mayHoldExports)).toEqual([true, true, false, true, true]);
  const [closed, zip] = skipped;
  expect(skippedText(closed!, 'ja')).toMatch(/フォルダ .*閉 は見ていません。読み取る権限がありません/);
  expect(skippedText(closed!, 'en')).toMatch(/no right to read it/);
  expect(skippedText(zip!, 'ja')).toMatch(/a\.zip は使いません。圧縮ファイルです。.*取り出してから/);
  expect(skippedText(zip!, 'en')).toMatch(/a\.zip is skipped: it is an archive\. Unpack/);
});
