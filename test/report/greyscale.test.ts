import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SEVERITY_SHAPES, STATES } from '../../src/audit/words.js';
import { hasBrowser, openReport } from './browser.js';

const CASE = '01130012/index.html#case=C-0001';

describe.skipIf(!hasBrowser())('what colour says, something else says too', () => {
  const report = openReport();

  const style = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderTopStyle, borderBottomStyle, fontWeight, fill } = getComputedStyle(element);
        return {
          top: borderTopStyle,
          bottom: borderBottomStyle,
          weight: fontWeight,
          isHatched: fill.includes('#hatch'),
        };
      });

  test('equal, equivalent, different and missing, by line and weight', async () => {
    const { page, open, context } = await report.visit();
    await open(CASE);
    expect(await style(page, '.compare td .value')).toMatchObject({
      top: 'none',
      bottom: 'none',
      weight: '400',
    });
    expect(await style(page, '.value .v')).toMatchObject({ top: 'none', bottom: 'dotted', weight: '400' });
    expect(await style(page, '.value .d')).toMatchObject({ top: 'solid', bottom: 'solid', weight: '700' });
    await context.close();
  });

  test('every state, severity and degree has a shape of its own beside its words', async () => {
    const { page, open, context } = await report.visit();
    const states = Object.values(STATES).map(({ sign }) => sign);
    const shapes = Object.values(SEVERITY_SHAPES);
    expect([new Set(states).size, new Set(shapes).size]).toEqual([states.length, shapes.length]);
    expect([states.length, shapes.length]).toEqual([5, 3]);
    await open('quality.html');
    const degrees = await page.locator('.issues .degree span[aria-hidden]').allInnerTexts();
    expect(new Set(degrees).size).toBe(3);
    await context.close();
  });

  test('bars against are hatched, bars for are solid, and lie on either side of zero', async () => {
    const { page, open, context } = await report.visit();
    await open(CASE);
    expect(await style(page, '.weights .against')).toMatchObject({ isHatched: true });
    expect(await style(page, '.weights .for')).toMatchObject({ isHatched: false });
    const sides = await page.locator('.weights tbody tr:not(.total, .subtotal)').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const zero = row.querySelector('.zero')!.getBoundingClientRect().left;
        return [...row.querySelectorAll('rect')].map((bar) => {
          const { left, right } = bar.getBoundingClientRect();
          return bar.classList.contains('for') ? left >= zero - 2 : right <= zero + 2;
        });
      }),
    );
    expect(sides.length).toBeGreaterThan(4);
    expect(sides.every(Boolean)).toBe(true);
    await context.close();
  });

  test('a button that is pressed and a case that is decided carry a tick', async () => {
    const { page, open, context } = await report.visit();
    await open('01130012/index.html#case=C-0003');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('4 /'));
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('[data-decision=right][aria-pressed=true]'));
    const tick = (selector: string, part: string) =>
      page.locator(selector).evaluate((element, pseudo) => getComputedStyle(element, pseudo).content, part);
    expect(await tick('[data-decision=right]', '::after')).toContain('✓');
    await page.keyboard.press('Escape');
    await page.waitForSelector('td.decided');
    expect(await tick('td.decided', '::before')).toContain('✓');
    await context.close();
  });
});
