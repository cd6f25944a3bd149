import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launch, temporaryFolder, visit } from './browser.js';
import { PAGE_TYPES, writeEveryPage } from './page-types.js';

const PAGES = Object.values(PAGE_TYPES);

describe.skipIf(!hasBrowser())('sizes on screen and paper', () => {
  let browser: Browser;
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeEveryPage(dir);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each(PAGES)('text of 16 px and targets of 44 px on %s', async (path) => {
    const { page, open, context } = await visit(browser, dir);
    await open(path);
    expect(await tooSmall(page)).toEqual([]);
    await context.close();
  });

  test.each(PAGES)('a narrow screen scrolls %s downwards only', async (path) => {
    const { page, open, context } = await visit(browser, dir);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await context.close();
  });

  // The model page of two sources with two items each is one sheet; with all items of four sources it was 13, now 5.
  test.each([
    ['index.html', 1],
    ['model.html', 1],
    ['quality.html', 1],
    ['lists.html', 1],
    ['decided/evaluation.html', 2],
  ])('%s prints on %i sheets', async (path, sheets) => {
    const { page, open, context } = await visit(browser, dir);
    await open(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(sheets);
    await context.close();
  });
});

/** Visible texts below 16 px (furigana and shapes apart) and controls below 44 px in either direction. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement!;
      if (texts.currentNode.textContent!.trim() === '' || !seen(element)) continue;
      if (element.closest('rt, .shape, .skip, script')) continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (size < 16) found.push(`${size} px: ${element.textContent}`);
    }
    for (const control of document.querySelectorAll(
      'a, button, select, summary, label, input:not(label input)',
    )) {
      if (!seen(control) || control.matches('.skip')) continue;
      const { width, height } = control.getBoundingClientRect();
      if (Math.min(width, height) < 43.9)
        found.push(`${width} x ${height}: ${control.outerHTML.slice(0, 80)}`);
    }
    return found;
  });
}
