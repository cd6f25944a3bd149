import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openReport } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const TOWN = '141010';
const base = familyCase('T-0');
const [fits, other] = base.candidates as [SampleCase['candidates'][number], SampleCase['candidates'][number]];
const half = { ...fits, probability: 0.5 };
const of = (id: string, part: Partial<SampleCase>): SampleCase => ({
  ...{ ...base, findingId: id, incident: id, organisation: TOWN },
  ...part,
});

const CASES: readonly SampleCase[] = [
  of('T-1', { candidates: [half, { ...half, residentId: 'R-777' }] }),
  of('T-2', { candidates: [fits, other] }),
  of('T-3', { candidates: [fits] }),
  of('T-4', { candidates: [], kind: 'nobody-fits' }),
  // Its row is one of two that may be one person: that, too, no record tells.
  of('T-5', { candidates: [fits], doubles: [['C1', 'R-888']] }),
  of('P-1', { candidates: [fits], linked: { ...base.linked!, protected: true } }),
  of('D-1', { candidates: [], kind: 'defunct-resident', cause: null, severity: 'low' }),
  of('S-1', { blind: true, kind: 'clean-sample', cause: null }),
];
/** So many organisations that they are not all in sight, the last with the most cases. */
const FOLDERS = Array.from({ length: 14 }, (_, index) => `${index + 10}`);
const MANY = new Map(
  FOLDERS.map((folder, index) => [
    folder,
    Array.from({ length: index === 13 ? 2 : 1 }, (_, n) => ({
      ...of(`${folder}-${n}`, {}),
      organisation: folder,
    })),
  ]),
);

/** What is filtered by: the legend of each set, and its values with how many cases have them. */
function sets(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('#facets fieldset')].map((set) => [
        set.querySelector<HTMLElement>('legend')!.innerText,
        [...set.querySelectorAll<HTMLElement>('label')].map((label) =>
          label.innerText.replace(/\s+/g, ' ').trim(),
        ),
      ]),
    ),
  );
}

describe.skipIf(!hasBrowser())('the list is filtered', () => {
  const report = openReport(resultOf(new Map([[TOWN, CASES], ...MANY])));

  test('by whether the record can decide, how many it may be, and whose address is not shown', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(`${TOWN}/index.html`);
    const found = await sets(page);
    expect(found.候補).toEqual([
      '同じように一致し決められない 2',
      '候補が2人以上 1',
      '候補が1人 2',
      '候補なし 1',
      '対象外 1',
      '伏せています 1',
    ]);
    expect(found.支援措置).toEqual(['住所を表示しない 1', 'そのほか 7']);
    await page.locator('#facets input[value=tied]').check();
    await expect.poll(() => page.locator('#table tbody tr').count()).toBe(2);
    expect(page.url()).toContain('candidates=tied');
    // The page of each says what the filter does.
    await page.locator('#table tbody a').first().click();
    await page.waitForSelector('#case:not([hidden])');
    expect(await page.locator('.next').first().innerText()).toContain('決められなければ4（照会）を選びます');
    await open(`${TOWN}/index.html#protection=protected`);
    expect(await page.locator('#table tbody tr').count()).toBe(1);
    await page.locator('#table tbody a').first().click();
    await page.waitForSelector('#case:not([hidden])');
    expect(await page.locator('.compare').innerText()).toContain('支援措置');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('over all organisations nothing parts protected persons by whose they are', async () => {
    const { page, open, context } = await report.visit();
    await open('all/index.html');
    const found = await sets(page);
    expect(Object.keys(found)).toContain('機関');
    expect(Object.keys(found)).not.toContain('支援措置');
    await open('all/index.html#protection=protected');
    expect(await page.locator('#table tbody tr').count()).toBe(0);
    await context.close();
  });

  test('of many values the fullest are in sight, and the others unfold in their place without a bar of their own', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open('all/index.html');
    const organisations = async () => (await sets(page)).機関!;
    expect(await organisations()).toHaveLength(8);
    expect(await organisations()).toContain('23 2');
    const button = page.locator('#facets button');
    expect(await button.innerText()).toBe('ほか 7 を表示');
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await organisations()).toHaveLength(15);
    expect(await button.innerText()).toBe('少なく表示');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.matches('#facets button'))).toBe(true);
    const scrolls = await page.evaluate(
      () =>
        [...document.querySelectorAll('#facets, #facets *')].filter(
          (one) =>
            ['auto', 'scroll'].includes(getComputedStyle(one).overflowY) &&
            one.scrollHeight > one.clientHeight,
        ).length,
    );
    expect(scrolls).toBe(0);
    // What is in force stays in sight.
    await page.locator('#facets input[value="20"]').check();
    await button.click();
    await expect.poll(organisations).toHaveLength(9);
    expect(await page.locator('#facets input[value="20"]').isChecked()).toBe(true);
    await page.locator('[data-act=language]').click();
    expect(await button.innerText()).toBe('Show 6 more');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
