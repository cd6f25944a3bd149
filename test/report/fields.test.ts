import { describe, expect, test } from 'vitest';
import { hasBrowser, openReport } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const other = { severity: 'low', cause: null } as const;
const LIST = '141010/index.html';
const CASES = new Map<string, readonly SampleCase[]>([
  [
    '141010',
    [
      familyCase('A-1'),
      { ...familyCase('A-2'), ...other, kind: 'defunct-resident' },
      { ...familyCase('A-3'), ...other, kind: 'invalid-number' },
    ],
  ],
]);

describe.skipIf(!hasBrowser())('keys in fields, and keys that mean nothing', () => {
  const report = openReport(resultOf(CASES));

  test('Enter in the code field exports, and without a code says what is missing', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(`${LIST}#case=A-2`);
    await page.keyboard.press('1');
    await expect.poll(() => page.locator('.facts').innerText()).toContain('A-3');
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    expect(await page.locator('#live').innerText()).toBe('点検担当者コードを入力してから書き出してください');
    await page.keyboard.type('r-12');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toContain('r-12');
    await expect.poll(() => page.locator('#unexported').innerText()).toBe('未書き出しなし');
    expect(await page.locator('#live').innerText()).toBe('1 件を書き出しました');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('in the search Enter leads to the first row, Escape empties it and then leaves it', async () => {
    const { page, open, context } = await report.visit();
    await open(LIST);
    const focus = () => page.evaluate(() => document.activeElement?.tagName);
    await page.keyboard.press('/');
    await page.keyboard.type('A-2');
    await page.keyboard.press('Enter');
    expect(await focus()).toBe('A');
    expect(await page.locator('#table tbody tr').count()).toBe(1);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await page.locator('#query').inputValue()).toBe('');
    expect(await focus()).toBe('INPUT');
    expect(await page.locator('#table tbody tr').count()).toBe(3);
    await page.keyboard.press('Escape');
    expect(await focus()).toBe('A');
    await page.keyboard.press('?');
    expect(await page.locator('#help').isVisible()).toBe(true);
    expect(await page.locator('#query').inputValue()).toBe('');
    await context.close();
  });

  test('a key that means nothing for the kind says so, and its name stands on the case', async () => {
    const { page, open, context } = await report.visit();
    const said = () => page.locator('#live').innerText();
    await open(`${LIST}#case=A-2`);
    expect(await page.locator('.facts .kind').innerText()).toBe('死亡・転出した住民への紐付け');
    await page.keyboard.press('2');
    expect(await said()).toMatch(/^この種類の事案に 2 の判断はありません/);
    await open(`${LIST}#case=A-3`);
    expect(await page.locator('.facts .kind').innerText()).toBe('番号の誤り（検査用数字）');
    await page.keyboard.press('3');
    expect(await said()).toMatch(/^この種類の事案に 3 の判断はありません/);
    expect(await page.locator('#unexported').innerText()).toBe('未書き出しなし');
    await context.close();
  });

  test('a case on paper has the day of the data, and its decision or the place for one', async () => {
    const { page, open, context } = await report.visit();
    await open(`${LIST}#case=A-2`);
    const sheet = async () => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const line = await page.locator('.paper-sign p').first().innerText();
      const boxes = await page.locator('.paper-sign .boxes').innerText();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: 'screen' });
      return { line, boxes, sheets: pdf.match(/\/Type\s*\/Page\b/g)?.length };
    };
    const before = await sheet();
    expect(before.line).toMatch(/^基準日 \d{4}-\d\d-\d\d ・ 判断 ＿+$/);
    expect(before.boxes).toMatch(/点検担当者\s+確認者\s+日付\s+メモ/);
    expect(before.sheets).toBe(1);
    await page.keyboard.press('1');
    await expect.poll(() => page.locator('.facts').innerText()).toContain('A-3');
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.facts').innerText()).toContain('A-2');
    const after = await sheet();
    expect(after.line).toMatch(/ ・ 判断 紐付けを終える$/);
    expect(after.boxes).toMatch(/日付\s+\d{4}-\d\d-\d\d/);
    expect(after.sheets).toBe(1);
    await context.close();
  });

  test.each([
    [1366, 768],
    [1280, 720],
    [390, 844],
  ])('a toast covers no decision and no reason at %i x %i', async (width, height) => {
    const { page, open, context } = await report.visit();
    await page.setViewportSize({ width, height });
    const covered = async () => {
      // It is placed anew in the frame after the page has changed.
      await page.waitForTimeout(150);
      return page.evaluate(() => {
        const toast = document.querySelector('#live')!.getBoundingClientRect();
        const over = [
          ...document.querySelectorAll('.decide button, .decide select, #transfer, .steps button'),
        ]
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return (
              box.width > 0 &&
              Math.min(toast.right, box.right) > Math.max(toast.left, box.left) &&
              Math.min(toast.bottom, box.bottom) > Math.max(toast.top, box.top)
            );
          })
          .map((element) => element.textContent);
        const isInside = toast.left >= 0 && toast.right <= innerWidth && toast.bottom <= innerHeight;
        return { over, isInside, isShown: toast.width > 0 };
      });
    };
    const free = { over: [], isInside: true, isShown: true };
    await open(`${LIST}#case=A-2`);
    await page.keyboard.press('1');
    await expect.poll(() => page.locator('.facts').innerText()).toContain('A-3');
    expect(await covered()).toEqual(free);
    await page.keyboard.press('r');
    expect(await covered()).toEqual(free);
    await page.keyboard.press('Escape');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    expect(await covered()).toEqual(free);
    await context.close();
  });
});
