import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { writeEveryPage } from './page-types.js';
import { sampleResult } from './sample-result.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.skipIf(!hasBrowser())('pictures for the analyst', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeEveryPage(dir);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('weights stand in one chart an item, a column a source; levels that no link has are folded away', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open('model.html');
    const charts = page.locator('.weight-chart');
    expect(await charts.locator('h3').allInnerTexts()).toEqual(['氏', '生年月日']);
    const first = charts.first();
    expect(await first.locator('tbody tr').allInnerTexts()).toEqual(['一致\t\n＋11.6', '不一致\t\n−11.3']);
    // The longest bars reach the ends of one axis.
    const bars = await first
      .locator('rect')
      .evaluateAll((rects) => rects.map((rect) => rect.getAttribute('class')));
    expect(bars).toEqual(['for', 'against']);
    expect(await first.locator('details').innerText()).toBe('該当する紐付けのない水準 1');
    expect(await first.getByText('日と月が逆').isVisible()).toBe(false);
    await first.locator('summary').click();
    expect(await first.getByText('日と月が逆').isVisible()).toBe(true);
    // The figures behind them are a press away.
    await page.locator('details.folded summary', { hasText: '数値の表' }).click();
    expect(await page.locator('details[open] table').last().innerText()).toContain('-11.26');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('probabilities by source, agreement and the days of terminals are maps that say their numbers', async () => {
    const { page, open, context } = await visit(dir);
    await open('model.html');
    const rows = () =>
      page
        .locator('.heat tbody tr')
        .evaluateAll((trs) =>
          trs.map((tr) =>
            [...(tr as HTMLTableRowElement).cells].map((cell) =>
              [cell.innerText.trim(), cell.className.replace('number ', '')].join('|'),
            ),
          ),
        );
    expect((await rows())[0]).toEqual(['健康保険|', '14,900|heat-5', '40|heat-2', '5|heat-1', '30|heat-2']);
    await open('quality.html');
    expect((await rows())[0]).toEqual(['氏|', '> 99.9 %|heat-0']);
    await open('lists.html#timeline');
    expect(await rows()).toEqual([
      ['T-014 健康保険|', '2 / 120|heat-5', '1 / 100|heat-3'],
      ['T-2 マイナンバーカード|', '－|none', '0 / 9|heat-0'],
    ]);
    await context.close();
  });

  test.each(['model.html', 'quality.html', 'lists.html', 'index.html'])(
    '%s reads in the dark and with colours forced, and axe finds nothing',
    async (path) => {
      const { page, open, context } = await visit(dir);
      for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
        await page.emulateMedia(media);
        await open(path);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        await page.emulateMedia({ colorScheme: null, forcedColors: null });
      }
      await context.close();
    },
  );

  test('words are told behind a question mark, by keys alone, and the focus comes back', async () => {
    const { page, open, context } = await visit(dir);
    await open('index.html');
    const asked = page.locator('button.explain').nth(2);
    await asked.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#term-doubt').isVisible()).toBe(true);
    expect(await page.locator('#term-doubt').innerText()).toContain('誤りと決まったものではありません');
    await page.keyboard.press('Escape');
    expect(await page.locator('#term-doubt').isVisible()).toBe(false);
    expect(await asked.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await asked.isVisible()).toBe(false);
    await context.close();
  });

  test('what people have settled stands beside the probabilities, of each source too', async () => {
    const sample = sampleResult();
    const bin = { from: 0.9, to: 0.95, meanProbability: 0.92, wrongShare: 0.9, low: 0.6, high: 0.99 };
    const bins = (links: number) => [{ ...bin, links }];
    const reliabilities = { insurance: bins(10), cards: bins(3) };
    const told = { ...sample.model, reliability: bins(13), reliabilities };
    const titled = { ...sample.model.sources, cards: sample.model.sources.insurance! };
    const settled = join(dir, 'settled');
    await writeReports({ ...sample, model: { ...told, sources: titled } }, settled, ['html']);
    const { page, context } = await visit(settled);
    await page.goto(`file://${settled}/model.html`);
    expect(await page.locator('figure:has(.diagonal) figcaption').allInnerTexts()).toEqual([
      '健康保険 （確定 10 件）',
      'マイナンバーカード （確定 3 件）',
    ]);
    expect(await page.locator('svg:has(.diagonal) circle').count()).toBe(3);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
    expect(violations.map(({ id }) => id)).toEqual([]);
    await context.close();
  });

  test('once there is an evaluation the menus of the report lead to it', async () => {
    for (const name of ['index', 'organisations', 'lists', 'unchecked', 'quality', 'model']) {
      const page = readFileSync(join(dir, `${name}.html`), 'utf8');
      expect(page).toContain('<a href="evaluation.html">');
    }
    const { page, open, context } = await visit(dir);
    await open('quality.html');
    await page.locator('.top a', { hasText: '評価' }).click();
    await page.waitForSelector('body[data-page=evaluation]', { state: 'attached' });
    await page.locator('.top a', { hasText: '全体' }).click();
    await page.waitForSelector('body[data-page=executive]', { state: 'attached' });
    await context.close();
  });

  test('on paper no heading is parted from its chart', async () => {
    const { page, open, context } = await visit(dir);
    await open('model.html');
    await page.emulateMedia({ media: 'print' });
    const breaks = await page.evaluate(() => ({
      headings: [...document.querySelectorAll('main :is(h2, h3)')].map(
        (one) => getComputedStyle(one).breakAfter,
      ),
      charts: [...document.querySelectorAll('.weight-chart, .heat, .charts figure')].map(
        (one) => getComputedStyle(one).breakInside,
      ),
    }));
    expect(new Set(breaks.headings)).toEqual(new Set(['avoid']));
    expect(new Set(breaks.charts)).toEqual(new Set(['avoid']));
    await context.close();
  });
});
