import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayHoldExports, skippedText } from '../../src/commands/init/skipped-texts.js';
import { filesBelow } from '../../src/inspect/files-below.js';
import { findExports } from '../../src/inspect/index.js';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-unread-'));
  for (const below of ['介護/閉', '国保']) mkdirSync(join(dir, below), { recursive: true });
  for (const file of ['a.zip', '国保/b.LZH', '国保/c.tar.gz', 'd.docx']) writeFileSync(join(dir, file), 'x');
  return dir;
}

test('a folder that may not be read is told, and the others are looked into', async () => {
  // Tests may run as root, who may read everything.
  const closed = (dir: string) =>
    dir.endsWith('閉')
      ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
      : readdir(dir, { withFileTypes: true });
  expect(await filesBelow(folder(), 3, closed)).toEqual({
    files: ['a.zip', 'd.docx', '国保/b.LZH', '国保/c.tar.gz'],
    unread: ['介護/閉'],
  });
  const skipped = { path: '介護/閉', why: 'folder' } as const;
  expect(mayHoldExports(skipped)).toBe(true);
  expect(skippedText(skipped, 'ja')).toMatch(/フォルダ .*閉 は見ていません。読み取る権限がありません/);
  expect(skippedText(skipped, 'en')).toMatch(/no right to read it/);
});

test('archives are told to be unpacked, in both languages', async () => {
  const { skipped } = await findExports(folder());
  expect(skipped.map(({ path, why }) => `${path.split('/').at(-1)}: ${String(why)}`)).toEqual([
    'a.zip: packed',
    'd.docx: ending',
    'b.LZH: packed',
    'c.tar.gz: packed',
  ]);
  expect(skipped.map(mayHoldExports)).toEqual([true, false, true, true]);
  expect(skippedText(skipped[0]!, 'ja')).toMatch(/a\.zip は使いません。圧縮ファイルです。.*取り出してから/);
  expect(skippedText(skipped[0]!, 'en')).toMatch(/a\.zip is skipped: it is an archive\. Unpack/);
});
