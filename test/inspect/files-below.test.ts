import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { commonFolder } from '../../src/commands/init/common-folder.js';
import { filesBelow } from '../../src/inspect/files-below.js';

function folder(...files: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-below-'));
  for (const file of files) {
    mkdirSync(join(dir, dirname(file)), { recursive: true });
    writeFileSync(join(dir, file), '');
  }
  return dir;
}

test('files of the folders in a folder are found behind its own, each by name', async () => {
  const dir = folder('b.csv', '介護/本庁.xlsx', 'a/c.csv', 'a/2024/04/d.csv', 'juki/x.txt');
  expect((await filesBelow(dir)).files).toEqual([
    'b.csv',
    'a/c.csv',
    'a/2024/04/d.csv',
    'juki/x.txt',
    '介護/本庁.xlsx',
  ]);
});

test('what is hidden, programs, folders of runs and what lies too deep is left', async () => {
  const dir = folder(
    'a.csv',
    '.hidden.csv',
    '.git/b.csv',
    'node_modules/x/c.csv',
    'reports/2024-04-01/.totsugo-run.json',
    'reports/2024-04-01/run.json',
    'reports/2024-04-01/findings.csv',
    'reports/2024-04-01/work/raw.parquet',
    '1/2/3/4/e.csv',
  );
  expect((await filesBelow(dir)).files).toEqual(['a.csv']);
});

test('a folder that is itself that of a run is looked into where somebody names it', async () => {
  expect((await filesBelow(folder('.totsugo-run.json', 'findings.csv'))).files).toEqual(['findings.csv']);
});

test('a file that is called as ours are makes no run of a folder', async () => {
  expect((await filesBelow(folder('export/run.json', 'export/a.csv'))).files).toEqual([
    'export/a.csv',
    'export/run.json',
  ]);
});

test.each([
  [['/d/a.csv', '/d/b.csv'], '/d'],
  [['/d/x/a.csv', '/d/b.csv'], '/d'],
  [['/d/x/a.csv', '/d/xy/a.csv'], '/d'],
  [['/d/x/a.csv', '/e/a.csv'], '/'],
])('%j lie in %s', (paths, common) => {
  expect(commonFolder(paths)).toBe(common);
});
