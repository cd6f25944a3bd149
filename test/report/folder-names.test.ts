import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskNumbers, spacedTime } from '../../src/audit/mask.js';
import { folderNames } from '../../src/report/folder-names.js';

describe('folderNames', () => {
  test('plain codes keep their names', () => {
    expect([...folderNames(['01130012', 'bank_0001', 'a-b'])]).toEqual([
      ['01130012', '01130012'],
      ['bank_0001', 'bank_0001'],
      ['a-b', 'a-b'],
    ]);
  });

  test.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    'CON',
    'com1',
    'assets',
    'work',
    '健保',
    'a b',
    '-x',
    'org-1',
    'x'.repeat(41),
    '123456789012',
    'a\u0000',
    'index.html',
  ])('%j becomes a hash', (name) => {
    expect(folderNames([name]).get(name)).toMatch(/^org-[0-9a-f]{4}(x[0-9a-f]{4}){3}$/);
  });

  test('links without an organisation have a folder of their own', () => {
    expect(folderNames(['-']).get('-')).toBe('org-none');
  });

  test('no two folders are the same on a disk that ignores case, and none leaves the report', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('ab', 'AB', 'Ab', '../ab'))),
        (names) => {
          const folders = [...folderNames(names).values()];
          expect(new Set(folders.map((folder) => folder.toLowerCase())).size).toBe(names.length);
          for (const folder of folders) expect(folder).toMatch(/^[A-Za-z0-9_-]+$/);
        },
      ),
    );
  });
});

describe('maskNumbers', () => {
  test.each([
    ['983205673214', '＊＊＊＊＊＊＊＊3214'],
    ['番号９８３２０５６７３２１４です', '番号＊＊＊＊＊＊＊＊３２１４です'],
    ['9832-0567-3214', '＊＊＊＊＊＊＊＊3214'],
    ['9832 0567 3214', '＊＊＊＊＊＊＊＊3214'],
    ['1234.5678.9012', '＊＊＊＊＊＊＊＊9012'],
    ['1234 - 5678 - 9012', '＊＊＊＊＊＊＊＊9012'],
    ['１２３４ー５６７８ー９０１２', '＊＊＊＊＊＊＊＊９０１２'],
    ['99832056732141', '＊＊＊＊＊＊＊＊2141'],
    ['090-1234-5678', '090-1234-5678'],
    ['1234-5678', '1234-5678'],
    ['霞が関2-1-2', '霞が関2-1-2'],
  ])('%s becomes %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });
});

test.each([
  ['20230601123456', '2023-06-01 12:34:56'],
  ['202306011234', '2023-06-01 12:34'],
  ['2023-06-01', '2023-06-01'],
])('spacedTime(%s) is %s', (text, spaced) => {
  expect(spacedTime(text)).toBe(spaced);
});
