import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
