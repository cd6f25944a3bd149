import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchingFiles } from '../../src/ingest/matching-files.js';

/** A folder whose own name looks like a pattern. */
const ROOT = join(mkdtempSync(join(tmpdir(), 'glob-')), '[a]{b} (1)');
const FILES = [
  'b.csv',
  'a.csv',
  'B.csv',
  '台帳 (1).csv',
  '台帳 (2).csv',
  '台帳1.csv',
  '!x.csv',
  'a+b.csv',
  'aab.csv',
  '.~lock.a.csv#',
  '._a.csv',
  'sub/a.csv',
  'sub/deep/c.csv',
  'sub/deep/c.txt',
];
for (const file of FILES) {
  mkdirSync(join(ROOT, file, '..'), { recursive: true });
  writeFileSync(join(ROOT, file), 'x');
}
symlinkSync(join(ROOT, 'a.csv'), join(ROOT, 'sub', 'linked.csv'));
mkdirSync(join(ROOT, 'folder.csv'));

describe('files by pattern', () => {
  it.each<[string, readonly string[]]>([
    [
      '*.csv',
      [
        '!x.csv',
        'B.csv',
        'a+b.csv',
        'a.csv',
        'aab.csv',
        'b.csv',
        '台帳 (1).csv',
        '台帳 (2).csv',
        '台帳1.csv',
      ],
    ],
    ['[ab].csv', ['a.csv', 'b.csv']],
    ['{b,a}.csv', ['a.csv', 'b.csv']],
    ['?.csv', ['B.csv', 'a.csv', 'b.csv']],
    ['台帳 (*).csv', ['台帳 (1).csv', '台帳 (2).csv']],
    ['台帳?.csv', ['台帳1.csv']],
    ['!*.csv', ['!x.csv']],
    ['a+*.csv', ['a+b.csv']],
    ['sub/*.csv', ['sub/a.csv', 'sub/linked.csv']],
    ['sub/**/*.csv', ['sub/a.csv', 'sub/deep/c.csv', 'sub/linked.csv']],
    ['**/c.*', ['sub/deep/c.csv', 'sub/deep/c.txt']],
    ['._*.csv', ['._a.csv']],
    ['none*.csv', []],
  ])('%s', async (pattern, files) => {
    expect(await matchingFiles(pattern, ROOT)).toEqual(files);
  });

  it('beside and above the folder, and by an absolute path', async () => {
    const sub = join(ROOT, 'sub');
    expect(await matchingFiles('../[ab].csv', sub)).toEqual(['../a.csv', '../b.csv']);
    const plain = mkdtempSync(join(tmpdir(), 'glob-'));
    for (const name of ['x1.csv', 'x2.csv']) writeFileSync(join(plain, name), '');
    expect(await matchingFiles(join(plain, 'x?.csv'), ROOT)).toEqual(
      ['x1.csv', 'x2.csv'].map((n) => join(plain, n)),
    );
  });
});
