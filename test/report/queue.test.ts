import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openReport } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const low = { severity: 'low', kind: 'defunct-resident', cause: null } as const;
const caseOf = (id: string, part: Partial<SampleCase> = {}): SampleCase => ({ ...familyCase(id), ...part });
const ORGANISATION = '141010';
const LIST = `${ORGANISATION}/index.html`;
const CASES = new Map<string, readonly SampleCase[]>([
  [
    ORGANISATION,
    [
      caseOf('A-1'),
      caseOf('A-2', low),
      caseOf('A-3', low),
      ...['S-1', 'S-2'].map((id) => caseOf(id, { blind: true, kind: 'clean-sample', cause: null })),
    ],
  ],
]);

describe.skipIf(!hasBrowser())('a queue of cases', () => {
  const report = openReport(resultOf(CASES));
  const said = (page: Page) => page.locator('#live').innerText();
  const facts = (page: Page) => page.locator('.facts').innerText();
  const unexported = (page: Page) => page.locator('#unexported').innerText();

  test('a key that is held decides one case, and behind the last one the list is there', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(`${LIST}#case=A-1`);
    // A second press without a release in between is what a held key sends.
    for (let sent = 0; sent < 5; sent += 1) await page.keyboard.down('2');
    await page.keyboard.up('2');
    await expect.poll(() => facts(page)).toContain('A-2');
    expect(await unexported(page)).toBe('未書き出し 1件');
    await page.keyboard.press('j');
    await expect.poll(() => facts(page)).toContain('A-3');
    await page.keyboard.press('1');
    await page.waitForSelector('#list:not([hidden])');
    // A-2 was passed by.
    expect(await said(page)).toBe(
      'A-3 を「紐付けを終える」として保存しました。最後の事案なので、一覧に戻りました（未判断 1 件）',
    );
    await page.keyboard.press('3');
    expect(await unexported(page)).toBe('未書き出し 2件');
    // The last one that waited is decided: the list, though decided ones follow it.
    await page.locator('#table a', { hasText: /./ }).nth(1).click();
    await expect.poll(() => facts(page)).toContain('A-2');
    await page.keyboard.press('1');
    await page.waitForSelector('#list:not([hidden])');
    expect(await said(page)).toContain('（未判断 0 件）');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a decision in place of an earlier one is told with the way back, the same once more is not', async () => {
    const { page, open, context } = await report.visit();
    await open(`${LIST}#case=A-2`);
    await page.keyboard.press('1');
    await expect.poll(() => facts(page)).toContain('A-3');
    await page.keyboard.press('k');
    await expect.poll(() => facts(page)).toContain('A-2');
    await page.keyboard.press('1');
    await expect.poll(() => facts(page)).toContain('A-3');
    expect(await said(page)).toBe('A-2 を「紐付けを終える」として保存しました');
    await page.keyboard.press('k');
    await expect.poll(() => facts(page)).toContain('A-2');
    await page.keyboard.press('3');
    await expect.poll(() => facts(page)).toContain('A-3');
    expect(await said(page)).toBe(
      'A-2 の判断を「紐付けを終える」から「理由があり残す」に変えました（U で元に戻せます）',
    );
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    expect(await said(page)).toBe(
      'A-2 changed from “End the link” to “Stays for a reason” (U takes it back)',
    );
    await page.keyboard.press('u');
    await expect.poll(() => facts(page)).toContain('A-2');
    expect(await said(page)).toBe('A-2 is “End the link” again, as before');
    await context.close();
  });

  test('the blind sample is entered by its button or its row only, and left for nothing else', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(`${LIST}#case=A-3`);
    expect(await page.locator('#position').innerText()).toBe('3 / 3 件');
    await page.keyboard.press('j');
    expect(await said(page)).toBe('最後の事案です（Esc で一覧へ）');
    expect(await facts(page)).toContain('A-3');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    await page.locator('#table a', { hasText: /./ }).nth(3).click();
    await expect.poll(() => facts(page)).toContain('S-1');
    expect(await page.locator('#position').innerText()).toBe('1 / 2 件');
    await page.keyboard.press('k');
    expect(await said(page)).toBe('最初の事案です（Esc で一覧へ）');
    await page.keyboard.press('3');
    await expect.poll(() => facts(page)).toContain('S-2');
    await page.keyboard.press('3');
    await page.waitForSelector('#list:not([hidden])');
    expect(await said(page)).toContain('一覧に戻りました（未判断 0 件）');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
