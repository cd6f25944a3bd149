import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditResult } from '../../src/audit/result.js';
import { CAUSES } from '../../src/findings/titles.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { PAGE_TYPES, writeEveryPage } from './page-types.js';
import { sampleResult } from './sample-result.js';

const PAGES = Object.values(PAGE_TYPES);

describe.skipIf(!hasBrowser())('sizes on screen and paper', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeEveryPage(dir);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each(PAGES)('text of 16 px and targets of 44 px on %s', async (path) => {
    const { page, open, context } = await visit(dir);
    await open(path);
    expect(await tooSmall(page)).toEqual([]);
    await context.close();
  });

  test.each(PAGES)('a narrow screen scrolls %s downwards only, in either language', async (path) => {
    const { page, open, context } = await visit(dir);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path);
    for (const language of ['ja', 'en']) {
      const [width, body] = await page.evaluate((wanted) => {
        document.documentElement.lang = wanted;
        return [document.documentElement.scrollWidth, document.body.getBoundingClientRect().right];
      }, language);
      expect([language, Math.max(width!, body!)]).toEqual([language, 390]);
    }
    await context.close();
  });

  // The model page of two sources with two items each is one sheet; with all items of four sources it was 13, now 3.
  test.each([
    ['index.html', 1],
    ['model.html', 1],
    ['quality.html', 1],
    ['lists.html', 1],
    ['organisations.html', 1],
    // Links unfolded, with what could decide below what was compared: each is whole on its sheet.
    ['unchecked.html', 2],
    ['01130012/guide.html', 1],
    // Calibration of each source takes the second.
    ['decided/evaluation.html', 2],
  ])('%s prints on %i sheets', async (path, sheets) => {
    const { page, open, context } = await visit(dir);
    await open(path);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(sheets);
    await context.close();
  });

  test.each(PAGES)('nothing is cut on paper of %s, in either language', async (path) => {
    const { page, open, context } = await visit(dir);
    await page.emulateMedia({ media: 'print' });
    await open(path);
    for (const language of ['ja', 'en']) {
      const kind = await page.evaluate(
        ([wanted]) => {
          document.documentElement.lang = wanted!;
          return document.body.dataset.page!;
        },
        [language],
      );
      // The room between the margins of a sheet, in CSS pixels: 12 mm on a sheet that stands, 10 on one that lies.
      const width = ['executive', 'organisations'].includes(kind) ? 1046 : 703;
      await page.setViewportSize({ width, height: 1000 });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const over = await page.evaluate((room) => {
        const isCut = (element: Element) => {
          const { right, width } = element.getBoundingClientRect();
          const inner = element as HTMLElement;
          const hides = !['visible', 'clip'].includes(getComputedStyle(element).overflowX);
          return width > 0 && (right > room + 1 || (hides && inner.scrollWidth > inner.clientWidth + 1));
        };
        return [...document.querySelectorAll('body *')]
          .filter(
            (element) =>
              element.checkVisibility() && !element.closest('svg, .unseen, .skip') && isCut(element),
          )
          .map((element) => element.outerHTML.slice(0, 90));
      }, width);
      expect([language, over]).toEqual([language, []]);
    }
    await context.close();
  });

  test('paper speaks one language, and has no frame of the focus', async () => {
    const { page, open, context } = await visit(dir);
    await open('model.html');
    await page.keyboard.press('Tab');
    await page.emulateMedia({ media: 'print' });
    const style = readFileSync(join(dir, 'style.css'), 'utf8');
    const told = async (language: string) => {
      const [name, outline] = await page.evaluate((wanted) => {
        document.documentElement.lang = wanted;
        const body = getComputedStyle(document.body) as unknown as { readonly page: string };
        return [body.page, getComputedStyle(document.activeElement!).outlineStyle] as const;
      }, language);
      const [, margin] = style.split(`@page ${name} {`);
      return [/content: "([^"]*)"/.exec(margin!)![1], outline];
    };
    expect(await told('ja')).toEqual(['取扱注意', 'none']);
    expect(await told('en')).toEqual(['Confidential: personal data', 'none']);
    await context.close();
  });

  test.each(['ja', 'en'] as const)('the fullest executive page is one sheet, in %s', async (language) => {
    const full = join(dir, `full-${language}`);
    await writeReports(fullest(language), full, ['html']);
    const { page, context } = await visit(dir);
    await page.goto(`file://${full}/index.html`);
    expect(await page.locator('thead th').count()).toBeGreaterThan(17);
    expect(await page.locator('ul.plain li').count()).toBe(1);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
    await context.close();
  });
});

/** A night with everything to tell at once: all causes, many organisations and places, a frozen and a changed model. */
function fullest(language: 'ja' | 'en'): AuditResult {
  const sample = sampleResult();
  const [row] = sample.summary.organisations;
  const [place] = sample.summary.clusters;
  const causes = Object.fromEntries(Object.keys(CAUSES).map((cause) => [cause, 1_234]));
  return {
    ...sample,
    organisations: [...sample.organisations, { organisation: '-', findings: 12 }],
    cases: (organisation) => sample.cases(organisation === '-' ? '01130012' : organisation),
    run: { ...sample.run, language, frozenModel: 'model-2026-04-with-a-long-name.json' },
    summary: {
      ...sample.summary,
      register: { ...sample.summary.register, findings: { 'duplicate-resident': 12 } },
      organisations: Array.from({ length: 1741 }, (_, at) => ({
        ...row!,
        ...{ organisation: `0113001${at}`, accepted: 1_234_567, C: 12_345, causes },
      })),
      clusters: Array.from({ length: 50 }, (_, at) => ({ ...place!, value: `T-${at}-NORTH-EXIT-KIOSK` })),
      model_change: {
        ...{ comparable: true, moved: [], moved_total: 30 },
        ...{ wrong_rates: [], sources_added: [], sources_removed: [] },
      },
    },
  };
}

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
