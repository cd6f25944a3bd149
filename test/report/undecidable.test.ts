import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditResult } from '../../src/audit/result.js';
import { UNDECIDABLE, UNDECIDABLE_NEXT } from '../../src/audit/unchecked.js';
import { writeReports } from '../../src/report/index.js';
import { temporaryFolder } from './browser.js';
import { sampleResult } from './sample-result.js';

const dir = temporaryFolder();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let details: readonly string[];
let page: string;

beforeAll(async () => {
  await writeReports(sampleResult(), dir, ['html']);
  page = readFileSync(join(dir, 'unchecked.html'), 'utf8');
  details = page.split('<details').slice(1);
});

test('each link has record, linked resident and whom else it may fit side by side, with what differs marked', () => {
  expect(details).toHaveLength(2);
  const [open] = details;
  expect(open).toContain('142999-0001');
  for (const text of ['霞が関２丁目１番地２号', '大阪市北区中之島', 'R-101', 'R-300', '同姓同名']) {
    expect(open).toContain(text);
  }
  expect(open).toContain('Bは氏がAと一致します。');
  expect(open).toContain('class="tag different"');
  expect(open).toContain('住所が一致しません');
});

test('of somebody protected no address is there, nor how it compares', () => {
  const [, hidden] = details;
  expect(hidden).toContain('表示しません（支援措置）');
  expect(hidden).not.toMatch(/霞が関|大阪|住所が一致しません/);
});

test('a link that has a case leads to it', () => {
  expect(page).toContain('href="01130012/index.html#case=C-0003"');
});

test('how many are shown, why, and what to do next', () => {
  expect(page).toContain('はじめの 3 件を示します。');
  expect(page).toContain(UNDECIDABLE.little.ja);
  expect(page).toContain(UNDECIDABLE_NEXT.little.ja);
  expect(page).toContain(UNDECIDABLE_NEXT.little.en);
});

test('with minimum disclosure nobody is shown', async () => {
  const result: AuditResult = sampleResult();
  const other = join(dir, 'minimum');
  await writeReports({ ...result, run: { ...result.run, disclosure: 'minimum' } }, other, ['html']);
  const text = readFileSync(join(other, 'unchecked.html'), 'utf8');
  expect(text).toContain('最小開示のため値は示しません');
  expect(text).not.toMatch(/霞が関|大阪|美咲/);
});
