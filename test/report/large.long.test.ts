import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { manyFindings } from './sample-result.js';

/** TOTSUGO_LARGE=1 takes the size the report promises; otherwise a tenth of it. How long it takes, `npm run bench:report` measures. */
const FINDINGS = process.env.TOTSUGO_LARGE ? 100_000 : 10_000;
const MEGABYTE = 1_000_000;

describe(`${FINDINGS} findings of one organisation`, () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    mkdirSync(dir, { recursive: true });
    await writeReports(manyFindings(FINDINGS), dir, ['html', 'csv', 'xlsx']);
  }, 300_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('fill no shard beyond a megabyte and no index beyond two', () => {
    for (const folder of ['01130012', 'all']) {
      const data = join(dir, folder, 'data');
      const sizes = readdirSync(data).map((name) => statSync(join(data, name)).size);
      expect(Math.max(...sizes)).toBeLessThan(MEGABYTE);
    }
    for (const index of ['index.html', '01130012/index.html', 'all/index.html']) {
      expect(statSync(join(dir, index)).size).toBeLessThan(2 * MEGABYTE);
    }
  });

  test.skipIf(!hasBrowser())('open: the list, and the last case from a link', async () => {
    const last = `f${(FINDINGS - 1).toString(16).padStart(15, '0')}`;
    for (const [path, shown] of [
      ['01130012/index.html', '#list:not([hidden]) tbody tr'],
      [`01130012/index.html#case=${last}&at=${FINDINGS - 1}`, '#case:not([hidden]) h1'],
      ['all/index.html', '#list:not([hidden]) tbody tr'],
    ]) {
      const { page, context } = await visit(dir);
      await page.goto(`file://${dir}/${path}`);
      await page.waitForSelector(shown!);
      await context.close();
    }
  });
});
