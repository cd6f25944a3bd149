import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, SAMPLE, temporary, totsugo } from './program.js';

const listed = (dir: string) => readdirSync(dir, { recursive: true }).sort();

test('totsugo check prints files, rows, what it takes and the stages, and writes nothing', () => {
  const dir = temporary();
  cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
  cpSync(SAMPLE, join(dir, 'pipelines', 'audit.yaml'));
  const before = listed(dir);
  const { code, stdout, stderr } = totsugo(['check', join(dir, 'pipelines', 'audit.yaml'), '--lang', 'en']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(listed(dir)).toEqual(before);
  // Rows as sample-data/README.md and the run state them: all five files are of one block and so counted.
  for (const row of [
    /^register +\.\.\/sample-data\/residents\.csv +0\.5 MB +3,005 +csv +cp932 +- +17$/m,
    /^cards +\.\.\/sample-data\/cards\.csv +0\.\d MB +2,183 +csv +cp932 +my_number +10$/m,
    /^accounts +\.\.\/sample-data\/accounts\.txt +0\.\d MB +1,495 +fixed +cp932 +my_number +6$/m,
    /^services +\.\.\/sample-data\/services\.jsonl +0\.\d MB +706 +jsonl +utf-8 +auth_serial +8$/m,
    /^Stages: Read files → Check data → .* → Report$/m,
    /^Disk: about \d+\.\d MB \(\d+\.\d [MG]B free\)$/m,
    /^Memory: about \d+\.\d MB \(\d+\.\d [MG]B free\)/m,
  ]) {
    expect(stdout).toMatch(row);
  }
});
