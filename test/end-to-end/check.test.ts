import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

test('everything that is wrong comes in one pass: keys, files, columns; and nothing reassuring beside it', () => {
  const dir = temporary();
  cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
  const text = readFileSync(SAMPLE, 'utf8')
    .replace('terminal: 端末番号', 'terminal: 端末')
    .replace('title: {ja: 健康保険証', 'titel: {ja: 健康保険証')
    .replace('services.jsonl', 'service.jsonl');
  mkdirSync(join(dir, 'pipelines'));
  const path = join(dir, 'pipelines', 'audit.yaml');
  writeFileSync(path, text);
  const { code, stdout, stderr } = totsugo(['check', path, '--lang', 'en']);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/audit\.yaml:\d+:\d+: .*"titel"/);
  expect(stderr).toMatch(/"端末"/);
  expect(stderr).toMatch(/service\.jsonl/);
});

test('check --json tells the plan, notes and counts with snake_case keys', () => {
  const { code, stdout } = totsugo(['check', SAMPLE, '--json']);
  expect(code).toBe(0);
  const { inputs, notes } = JSON.parse(stdout);
  expect(notes).toEqual([]);
  expect(inputs[1]).toMatchObject({ source: 'cards', via: 'my_number' });
  const { later, ...first } = inputs[1].items[0];
  expect(later.rows).toBeGreaterThan(0);
  expect(later.read + later.unreadable + later.empty).toBe(later.rows);
  expect(first).toEqual({
    item: 'record_id',
    columns: ['発行番号'],
    rows: 1997,
    read: 1997,
    unreadable: 0,
    empty: 0,
    distinct: 1997,
  });
});
