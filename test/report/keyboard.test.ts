import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openReport } from './browser.js';

describe.skipIf(!hasBrowser())('a session by keyboard alone', () => {
  const report = openReport();

  test('from the executive page to decisions, export and back, the focus always in sight', async () => {
    const { page, open, complaints, context } = await report.visit();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    };
    const at = (n: number) =>
      page.waitForFunction(
        (at) => document.querySelector('#position')?.textContent?.startsWith(`${at} /`),
        n,
      );
    await open('index.html');
    await tabTo(page, 'a[href="01130012/index.html#from=all"]');
    await press('Enter');
    await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });

    await press('/');
    await page.keyboard.type('C-00');
    await page.waitForFunction(() => document.querySelector('#matches')?.textContent?.includes('24'));
    await tabTo(page, '#facets input[value=open]');
    await press('Space');
    await page.waitForFunction(() => location.hash.includes('review=open'));
    expect(await focused(page)).toMatchObject({ name: 'open', visible: true });
    await tabTo(page, '#table tbody a');
    await press('j');
    await press('k');
    const first = await focused(page);
    expect(first).toMatchObject({ tag: 'A', visible: true });
    await press('Enter');
    await at(1);
    expect(await focused(page)).toMatchObject({ tag: 'H1', visible: true });

    await press('2');
    await at(2);
    await press('3');
    await at(3);
    await press('4');
    await at(4);
    expect(await page.locator('#unexported').innerText()).toBe('未書き出し 3件');
    await press('u');
    await at(3);
    await press('5');
    await at(4);
    await press('k');
    await at(3);
    await press('j');
    await at(4);
    expect(await focused(page)).toMatchObject({ tag: 'H1', visible: true });
    await press('?');
    expect(await page.locator('#help').isVisible()).toBe(true);
    await press('3');
    await press('Escape');
    expect(await page.locator('#help').isVisible()).toBe(false);
    expect(await focused(page)).toMatchObject({ tag: 'H1', visible: true });
    expect(await page.locator('#unexported').innerText()).toBe('未書き出し 3件');

    await tabTo(page, '#transfer summary', 'Shift+Tab');
    await press('Enter');
    await tabTo(page, '#reviewer');
    await page.keyboard.type('r-12');
    await tabTo(page, '[data-act=export]');
    const download = page.waitForEvent('download');
    await press('Enter');
    await download;
    expect(await page.locator('#unexported').innerText()).toBe('未書き出しなし');
    expect(await focused(page)).toMatchObject({ visible: true });
    await press('Escape');
    expect(await focused(page)).toMatchObject({ tag: 'SUMMARY', visible: true });
    await press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    expect(await focused(page)).toMatchObject({ tag: 'A', visible: true });
    await tabTo(page, '#up', 'Shift+Tab');
    await press('Enter');
    await page.waitForSelector('body[data-page=executive]', { state: 'attached' });
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  test('the filter key leads from a case into the filter, and a row gone from the list leaves the focus on the list', async () => {
    const { page, open, context } = await report.visit();
    await open('01130012/index.html#case=C-0003');
    await page.keyboard.press('/');
    await page.waitForSelector('#list:not([hidden])');
    await page.waitForTimeout(200);
    expect(await focused(page)).toMatchObject({ name: 'query' });
    await open('01130012/index.html#decision=undecided&case=C-0003');
    await page.keyboard.press('k');
    await page.keyboard.press('3');
    await page.waitForTimeout(100);
    await page.keyboard.press('k');
    await page.waitForTimeout(100);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    expect(await focused(page)).toMatchObject({ visible: true });
    await context.close();
  });

  test('a reason is chosen by its number, and what was closed gives the focus back', async () => {
    const { page, open, complaints, context } = await report.visit();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('01130012/index.html#case=C-0001');
    const reason = () => page.locator('#reason').inputValue();
    await tabTo(page, '[data-act=next]');
    await page.keyboard.press('r');
    expect(await page.locator('#reasons').isVisible()).toBe(true);
    expect(await focused(page)).toMatchObject({ tag: 'BUTTON', visible: true });
    await page.keyboard.press('3');
    expect([await reason(), await page.locator('#reasons').isVisible()]).toEqual(['form', false]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('next');
    // With two candidates 1 asks which; leaving it gives the focus back.
    await page.keyboard.press('1');
    expect(await page.locator('#choose').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('next');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('2 /'));
    expect(await reason()).toBe('');
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('1 /'));
    expect(await page.locator('#history').innerText()).toContain('正しい ・ 届出書・申請書で確認');
    // Chosen after the decision it belongs to it; 0 takes it away.
    await page.keyboard.press('r');
    await page.keyboard.press('0');
    expect(await reason()).toBe('');
    expect(await focused(page)).toMatchObject({ tag: 'H1' });

    await tabTo(page, '[data-copy]');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('R-100');
    expect(await page.locator('#live').innerText()).toBe('宛名番号 R-100 をコピーしました');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('E leads to the export: to the code until there is one, then Enter exports; typed into a field it is a letter', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open('01130012/index.html#case=C-0001');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('2 /'));
    await page.keyboard.press('e');
    expect(await focused(page)).toMatchObject({ name: 'reviewer', visible: true });
    await page.keyboard.type('e-12');
    expect(await page.locator('#reviewer').inputValue()).toBe('e-12');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toMatchObject({ tag: 'SUMMARY', visible: true });
    // The code stands in sight before anything is written under it.
    await page.keyboard.press('E');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('export');
    expect(await page.locator('#reviewer').isVisible()).toBe(true);
    expect(await page.locator('#unexported').innerText()).toBe('未書き出し 1件');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toContain('e-12');
    expect(await page.locator('#unexported').innerText()).toBe('未書き出しなし');
    // The list over all organisations keeps no decisions of its own.
    await open('all/index.html');
    await page.keyboard.press('e');
    expect(await page.locator('#reviewer').isVisible()).toBe(false);
    // Turned off, it opens nothing.
    await open('01130012/index.html#case=C-0001');
    await page.keyboard.press('?');
    await page.locator('#keys-on').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    expect(await page.locator('#reviewer').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('what has the focus is not hidden behind the decisions', async () => {
    const { page, open, context } = await report.visit();
    await page.setViewportSize({ width: 1280, height: 700 });
    await open('01130012/index.html#case=C-0001');
    let seen = 0;
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(page);
      // Past the last control the focus leaves the page.
      if (now.tag === 'BODY') break;
      expect(now).toMatchObject({ visible: true });
      // Scrolling to a marked stretch does not close the enlargement that its focus opened.
      await page.waitForTimeout(40);
      expect(await page.locator('#lens').isVisible()).toBe(now.tag === 'SPAN');
      seen += 1;
    }
    expect(seen).toBeGreaterThan(15);
    await context.close();
  });
});

/** What has the focus; `visible`: framed, if there is anything to act on, within the window, and not covered by anything. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    if (element === document.body) return { tag: 'BODY', name: '', visible: false };
    const { left, top, bottom, width, height } = element.getBoundingClientRect();
    const above = document.elementFromPoint(left + Math.min(width, 20) / 2, top + Math.min(height, 20) / 2);
    const isUncovered =
      above !== null &&
      (element.contains(above) || above.contains(element) || above.closest('label')?.contains(element));
    return {
      tag: element.tagName,
      name: element.id || (element as HTMLInputElement).value || element.textContent?.slice(0, 20) || '',
      visible:
        Boolean(isUncovered) &&
        top >= 0 &&
        bottom <= innerHeight + 1 &&
        (element.tagName === 'H1' ||
          (Number.parseFloat(getComputedStyle(element).outlineWidth) >= 4 &&
            getComputedStyle(element).outlineStyle === 'solid')),
    };
  });
}

async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press(key);
    const { isThere, state } = await page.evaluate(
      (wanted) => ({
        isThere: document.activeElement!.matches(wanted),
        state: document.activeElement!.outerHTML.slice(0, 100),
      }),
      selector,
    );
    if (isThere) return;
    if (step === 149) throw new Error(`${selector} cannot be reached, focus is on ${state}`);
  }
}
