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
  expect(open).toContain(
    'Bは住所がAと一致しません。C1は生年月日・住所がAと一致しません。手がかり: すぐ前後の行に、Bと同じ世帯の方の記録があります（他の記録）。',
  );
  expect(open).toContain('class="tag different"');
  expect(open).toContain('住所が一致しません');
});

test('of somebody protected no address is there, nor how it compares', () => {
  const [, hidden] = details;
  expect(hidden).toContain('表示しません（支援措置）');
  // Nobody could decide from what is left: whom to ask stands in the row.
  expect(hidden).toContain('支援措置の担当（住所を閲覧できる職員）に伝え');
  expect(hidden).toContain('staff in charge of protected persons');
  expect(hidden).not.toMatch(/霞が関|大阪|住所が一致しません/);
});

test('what could decide stands below what was compared: status and move, household, registration, other records', () => {
  const [open] = details;
  const rows = open!.split('<tr class="fact">').slice(1).map(textOf);
  expect(rows).toEqual([
    '状態 － 住民 転出',
    '異動日 － － 20211201',
    '世帯番号 － H-0101 H-0300',
    '登録日時 2023-04-03 10:11:12 － －',
    '他の記録 － 健康保険証（要確認 F-0123-4567-89ab ） なし',
  ]);
  expect(open!.indexOf('class="fact"')).toBeGreaterThan(open!.lastIndexOf('class="tag'));
});

test('of somebody protected neither household nor other records are told', () => {
  const [, hidden] = details;
  expect(hidden).not.toMatch(/世帯番号|手がかり|A clue|H-0101|H-0300|健康保険証/);
  // That there are other records is no place; whose office has them would be one.
  expect(hidden).toMatch(/他の記録<\/span>.*表示しません（支援措置）/);
  expect(hidden).toContain('2023-04-03 10:11:12');
});

test('a case that is named among other records is opened from the list of all, in either language', () => {
  const [open, hidden] = details;
  expect(open!.split('href="all/index.html#case=F-0123-4567-89ab"')).toHaveLength(3);
  expect(hidden).not.toContain('F-0123');
});

test('a link that has a case leads to it, and those that have no line here are found in the list of all', () => {
  expect(page).toContain('href="01130012/index.html#case=C-0003"');
  expect(page).toContain('このうち 3 件は、');
  expect(page).toContain(
    'href="all/index.html#kind=defunct-resident%2Cstale-binding&amp;source=cards&amp;from=all"',
  );
  expect(page).toContain('ほか 2 件の事案（全機関の一覧）');
});

test('a certificate of nobody stands under a head of its own, which leads to its case and denies no decision', async () => {
  const sample = sampleResult();
  const [little] = sample.unchecked!.undecidable;
  const serial = { ...little!, reason: 'serial', count: 27, cases: 27, kinds: ['stale-binding'] } as const;
  const other = join(dir, 'serial');
  const unchecked = { rejected: [], undecidable: [serial, little!] };
  await writeReports({ ...sample, unchecked }, other, ['html']);
  const text = readFileSync(join(other, 'unchecked.html'), 'utf8');
  const [untold, serials] = text.split('証明書の確認待ちの紐付け 27 件（判定不能）');
  expect(untold).toContain('紐付け 592 件（材料が足りない 565 件と、証明書の確認待ち 27 件）と、');
  expect(untold).toContain('材料が足りない紐付け 565 件（判定不能）');
  expect(untold).toContain('ここでは判断を記録しません');
  expect(untold).not.toContain(UNDECIDABLE.serial.ja);
  expect(serials).toContain(UNDECIDABLE.serial.ja);
  expect(serials).toContain('それぞれの事案で判断して記録します');
  expect(serials).not.toContain('誤りとも正しいとも言えません');
  // Both are what the figure of the undecidable leads to.
  expect(text.match(/id="undecidable"/g)).toHaveLength(1);
});

test('how many are shown, why, and what to do next', () => {
  // Of the 562 that are no cases two are shown.
  expect(page).toContain('はじめの 2 件を示します。');
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

/** A row as a reader of Japanese sees it. */
function textOf(html: string): string {
  const row = html.split('</tr>')[0]!.replace(/<span lang="en">.*?<\/span>/g, '');
  return row
    .replace(/<[^>]+>/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
