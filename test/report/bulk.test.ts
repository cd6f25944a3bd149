import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '../../src/findings/kinds/index.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const TOWN = '142999';

function casesOf(kind: string, count: number, part: Partial<SampleCase> = {}): SampleCase[] {
  const { headline } = kindOf(kind);
  return Array.from({ length: count }, (_, at) => ({
    ...familyCase(`${kind}-${at}`),
    ...{ kind, headline, cause: null, candidates: [], severity: 'medium' as const },
    ...part,
  }));
}

/** 1,200 cases stand in several scripts: those of one act come from scripts that are not there yet. */
const CASES: readonly SampleCase[] = [
  ...casesOf('wrong-resident', 1_200, { cause: 'family' }),
  ...casesOf('defunct-resident', 3),
  ...casesOf('stale-binding', 2),
  { ...familyCase('S-1'), blind: true, kind: 'clean-sample', cause: null, candidates: [] },
  { ...familyCase('S-2'), blind: true, kind: 'clean-sample', cause: null, candidates: [] },
];

describe.skipIf(!hasBrowser())('many cases in one act', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(resultOf(new Map([[TOWN, CASES]])), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  async function opened(hash: string) {
    const visited = await visit(dir);
    await visited.open(`${TOWN}/index.html${hash}`);
    if (await visited.page.locator('#bulk').isVisible()) await visited.page.locator('#bulk summary').click();
    return visited;
  }
  const offered = (page: Page) => page.locator('#bulk-choices button').allInnerTexts();
  const decided = (page: Page) => page.locator('#table td.decided').count();

  test('there is none without a filter', async () => {
    const { page, context } = await opened('');
    expect(await page.locator('#bulk').isVisible()).toBe(false);
    await context.close();
  });

  test.each([
    ['#kind=defunct-resident', ['紐付けを終える（3 件）', '保留・要照会（3 件）'], /届出や証明書/],
    ['#kind=stale-binding', ['更新が必要（2 件）', '保留・要照会（2 件）'], /届出や証明書/],
    ['#kind=wrong-resident&q=resident-1', ['保留・要照会（311 件）'], /見比べて/],
    ['#kind=defunct-resident,stale-binding', ['保留・要照会（5 件）'], /種類が混ざって/],
    ['#kind=wrong-resident', ['保留・要照会（500 件）'], /先頭から 500 件/],
    ['#group=sample', [], /抽出点検/],
  ])('%s offers %j, and says why', async (hash, choices, why) => {
    const { page, context } = await opened(hash);
    expect(await offered(page)).toEqual(choices);
    expect(await page.locator('#bulk-why').innerText()).toMatch(why);
    await context.close();
  });

  test('is kept with the reason, leads to no case, and is undone as one', async () => {
    const { page, complaints, context } = await opened('#kind=defunct-resident');
    await page.locator('#bulk-reason').selectOption('register');
    await page.locator('[data-bulk=to-end]').click();
    await expect.poll(() => decided(page)).toBe(3);
    expect(await page.locator('#unexported').innerText()).toBe('未書き出し 3件');
    const kept = await page.evaluate(() => {
      const name = Object.keys(localStorage).find((key) => key.endsWith(':decisions'))!;
      return JSON.parse(localStorage.getItem(name)!).events;
    });
    expect(kept).toHaveLength(3);
    for (const event of kept)
      expect(event).toMatchObject({ decision: 'to-end', candidate: null, reason: 'register' });
    expect(new Set(kept.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(3);
    expect(await page.locator('#bulk-title').innerText()).toBe('3 件をまとめて判断しました');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('bulk-title');
    await page.keyboard.press('u');
    await expect.poll(() => decided(page)).toBe(0);
    expect(await page.locator('#list').isVisible()).toBe(true);
    expect(await offered(page)).toHaveLength(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('takes the first 500, what is decided already left out', async () => {
    const { page, context } = await opened('#kind=wrong-resident');
    await page.locator('[data-bulk=hold]').click();
    await expect.poll(() => page.locator('#unexported').innerText()).toBe('未書き出し 500件');
    expect(await page.locator('#bulk-title').innerText()).toBe('絞り込んだ 700 件をまとめて判断する');
    await context.close();
  });

  test('leaving a case leads back to its page of the list and its row', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#kind=wrong-resident`);
    await page.locator('#table tbody a').nth(99).click();
    await page.waitForSelector('#case:not([hidden])');
    await page.keyboard.press('j');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('101 /'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    expect(await page.locator('#page-number').innerText()).toBe('2 / 12 ページ');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    expect(await focused()).toMatch(/case=wrong-resident-100$/);
    await page.locator('[data-act=page-on]').click();
    await expect.poll(focused).toMatch(/case=wrong-resident-200$/);
    await context.close();
  });
});
