import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const caseOf = (id: string, part: Partial<SampleCase>): SampleCase => ({ ...familyCase(id), ...part });
const low = { severity: 'low', kind: 'defunct-resident', cause: null } as const;
const rowsFirst = {
  id: 'R-1',
  kind: 'duplicate-resident',
  how: { ja: 'C1とC2が同じ人か', en: 'one person?' },
};
const RELATED = [{ ...rowsFirst, order: 'first', elsewhere: { organisation: '-', isLed: true } }] as const;
/** Two towns and one whose code is the name of the folder itself; each has its cases worst first. */
const CASES = new Map<string, readonly SampleCase[]>([
  [
    '141010',
    [
      caseOf('A-1', { organisation: '141010' }),
      caseOf('A-2', { organisation: '141010', ...low }),
      caseOf('S-1', { organisation: '141010', blind: true, kind: 'clean-sample', cause: null }),
    ],
  ],
  [
    '142999',
    [
      caseOf('B-1', { organisation: '142999' }),
      caseOf('B-2', { organisation: '142999', incident: 'B-1', ...low }),
      caseOf('B-3', { organisation: '142999', ...low }),
    ],
  ],
  ['all', [caseOf('C-1', { organisation: 'all', ...low })]],
]);
/** A tie between two rows of the register, which have a case of their own: it is settled first. */
const WITH_ROWS = new Map<string, readonly SampleCase[]>([
  ['141010', [caseOf('A-1', {}), caseOf('A-2', { related: ['R-1'], relatedCases: RELATED })]],
  [
    '-',
    [
      caseOf('R-2', { ...low, kind: 'duplicate-resident' }),
      caseOf('R-1', { ...low, kind: 'duplicate-resident' }),
    ],
  ],
]);

describe.skipIf(!hasBrowser())('the list over all organisations', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(resultOf(CASES), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const ids = async (page: Page) =>
    (await page.locator('#table tbody .line bdi:first-child').allInnerTexts()).filter((text) =>
      /^[A-Z]-\d$/.test(text),
    );
  const ready = (page: Page) => page.waitForSelector('body[data-ready=yes]', { state: 'attached' });

  test('has every case once, worst first, incidents whole, without the blind sample', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open('index.html');
    await page.locator('.top a', { hasText: '全機関の一覧' }).click();
    await ready(page);
    expect(await page.locator('#matches').innerText()).toBe('事案 全 6 件のうち 6 件（5 のまとまり）');
    expect(await ids(page)).toEqual(['A-1', 'B-1', 'A-2', 'B-3', 'C-1']);
    // It shows, and changes nothing.
    for (const hidden of ['#transfer', '#bulk', '#start-samples'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('has the case of two rows before the tie between them, and both pages say so', async () => {
    const other = temporaryFolder();
    await writeReports(resultOf(WITH_ROWS), other, ['html']);
    const { page, open, context } = await visit(other);
    await open('all/index.html');
    expect(await ids(page)).toEqual(['A-1', 'R-1', 'A-2', 'R-2']);
    await open('141010/index.html#case=A-2');
    expect(await page.locator('.related').innerText()).toBe(
      '関連する事案: 先に判断: C1とC2が同じ人か（住民の二重登録） R-1（フォルダー org-none が手元になければ、取りまとめの担当が開きます）',
    );
    await context.close();
    rmSync(other, { recursive: true, force: true });
  });

  test('is filtered by organisation; a case opens in its folder, with the way back, and its decision is told here', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open('all/index.html');
    const boxes = page.locator('#facets input[data-facet=organisation]');
    expect(await boxes.count()).toBe(3);
    await page.locator('#facets input[data-facet=organisation][value="142999"]').check();
    await expect.poll(() => ids(page)).toEqual(['B-1', 'B-3']);
    await page.locator('#facets input[data-facet=kind][value="defunct-resident"]').check();
    await page.locator('#table tbody a', { hasText: /./ }).first().click();
    await page.waitForSelector('#case:not([hidden])');
    expect(new URL(page.url()).pathname).toMatch(/\/142999\/index\.html$/);
    expect(await page.locator('.facts').innerText()).toContain('B-2');
    // The filter goes along, so that the next case is the next of the list.
    expect(await page.locator('#position').innerText()).toBe('1 / 2 件');
    await page.keyboard.press('3');
    await expect.poll(() => page.locator('.facts').innerText()).toContain('B-3');
    await page.locator('#up-list').click();
    await ready(page);
    expect(new URL(page.url()).pathname).toMatch(/\/all\/index\.html$/);
    await expect.poll(() => ids(page)).toEqual(['B-2', 'B-3']);
    expect(await page.locator('#table td.decided').allInnerTexts()).toEqual(['理由があり残す']);
    await page.keyboard.press('u');
    expect(await page.locator('#table td.decided').count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('goes on to the next organisation behind the last case of one, past its blind sample, and says what is not exported', async () => {
    const { page, open, complaints, context } = await visit(dir);
    const facts = () => page.locator('.facts').innerText();
    const press = async (key: string, then: string) => {
      await page.keyboard.press(key);
      await expect.poll(() => facts().catch(() => '')).toContain(then);
    };
    await open('all/index.html');
    await page.locator('#start').click();
    await page.waitForSelector('#case:not([hidden])');
    await press('2', 'A-2');
    // Stepping ends at the last case: the blind sample behind it is another queue.
    await page.keyboard.press('j');
    expect(await page.locator('#live').innerText()).toBe('最後の事案です（Esc で一覧へ）');
    expect(await facts()).toContain('A-2');
    await press('3', 'B-1');
    expect(new URL(page.url()).pathname).toMatch(/\/142999\/index\.html$/);
    expect(await page.locator('#live').innerText()).toMatch(/^判断を保存し、次の機関 .* に移りました。/);
    await press('2', 'B-2');
    await press('3', 'B-3');
    // C-1 stands in a folder whose name comes of its code.
    await press('3', 'C-1');
    await page.keyboard.press('3');
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/all\/index\.html$/);
    await ready(page);
    expect(await page.locator('#live').innerText()).toBe(
      'ほかの機関に未判断の事案はありません（この一覧の未判断 0 件）',
    );
    const links = page.locator('#left-behind a');
    expect(await links.count()).toBe(3);
    expect(await links.first().getAttribute('href')).toBe('../141010/index.html#from=all');
    expect(await page.locator('#left-behind').innerText()).toMatch(/ 2 件 ・ .* 3 件 ・ .* 1 件$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('starts with the first that waits, leads a case of its address on, and keeps apart from an organisation called so', async () => {
    const { page, open, context } = await visit(dir);
    await open('all/index.html');
    expect(await page.locator('#start').innerText()).toBe('未判断の 6 件を始める');
    await page.locator('#start').click();
    await page.waitForSelector('#case:not([hidden])');
    expect(page.url()).toContain('/141010/index.html');
    expect(await page.locator('#position').innerText()).toBe('1 / 2 件');
    await page.goto('about:blank');
    await page.goto(`file://${dir}/all/index.html#case=C-1`);
    await page.waitForSelector('#case:not([hidden])');
    expect(page.url()).toMatch(/\/org-[0-9a-fx]+\/index\.html/);
    await context.close();
  });
});
