import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, launch, temporaryFolder, visit } from './browser.js';
import { manyFindings } from './sample-result.js';

/** TOTSUGO_LARGE=1 measures the size the report promises; otherwise a tenth of it, with the same limits in share. */
const FINDINGS = process.env.TOTSUGO_LARGE ? 100_000 : 10_000;
const SECONDS = 60 * (FINDINGS / 100_000) + 4;
const MEGABYTE = 1_000_000;

describe(`${FINDINGS} findings of one organisation`, () => {
  let dir: string;
  let seconds: number;
  beforeAll(async () => {
    dir = temporaryFolder();
    mkdirSync(dir, { recursive: true });
    const start = performance.now();
    await writeReports(manyFindings(FINDINGS), dir, ['html', 'csv', 'xlsx']);
    seconds = (performance.now() - start) / 1000;
    console.log(`${FINDINGS} findings written in ${seconds.toFixed(1)} s`);
  }, 300_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('are written in time', () => {
    expect(seconds).toBeLessThan(SECONDS);
  });

  test('fill no shard beyond a megabyte and no index beyond two', () => {
    const data = join(dir, '01130012', 'data');
    const sizes = readdirSync(data).map((name) => statSync(join(data, name)).size);
    expect(Math.max(...sizes)).toBeLessThan(MEGABYTE);
    console.log(`largest shard ${Math.max(...sizes)} bytes`);
    for (const index of ['index.html', '01130012/index.html']) {
      const { size } = statSync(join(dir, index));
      console.log(`${index} ${size} bytes`);
      expect(size).toBeLessThan(2 * MEGABYTE);
    }
  });

  test.skipIf(!hasBrowser())('open at once: the list, and the last case from a link', async () => {
    const browser = await launch();
    const last = `f${(FINDINGS - 1).toString(16).padStart(15, '0')}`;
    for (const hash of ['', `#case=${last}&at=${FINDINGS - 1}`]) {
      const { page, context } = await visit(browser, dir);
      await page.addInitScript(() => {
        const seen = () => document.querySelector('#list:not([hidden]) tbody tr, #case:not([hidden]) h1');
        const watch = new MutationObserver(() => {
          if (!seen()) return;
          watch.disconnect();
          // The second frame begins when the first has been painted.
          requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')));
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true });
      });
      await page.goto(`file://${dir}/01130012/index.html${hash}`);
      await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
      const painted = await page.evaluate(() => performance.getEntriesByName('painted')[0]!.startTime);
      console.log(`${hash || 'list'} painted after ${painted.toFixed(0)} ms`);
      expect(painted).toBeLessThan(1000);
      await context.close();
    }
    await browser.close();
  });
});
