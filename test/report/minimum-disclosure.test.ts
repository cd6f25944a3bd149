import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExport } from '../../src/decide/read-export.js';
import { worstOf } from '../../src/report/html/case/worst-of.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { sampleResult } from './sample-result.js';

test.each([
  ['one drawing as it is', [['a', ['b', 2]]], ['a', ['b', 2]]],
  [
    'a character is in its worst state',
    [
      [['ab', 1], 'c'],
      ['a', ['bc', 2]],
    ],
    [
      ['a', 1],
      ['bc', 2],
    ],
  ],
  ['of another length nothing can be told', [['abc'], ['ab']], [['abc', 2]]],
] as const)('what agrees with everybody: %s', (_, drawn, expected) => {
  expect(worstOf(drawn as never)).toEqual(expected);
});

describe('minimum disclosure', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    const result = sampleResult();
    await writeReports({ ...result, run: { ...result.run, disclosure: 'minimum' } }, dir, ['html', 'csv']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('tables show nobody’s name, kana, birth date or address', () => {
    const csv = readFileSync(join(dir, 'findings.csv'), 'utf8');
    expect(csv).not.toMatch(/\u658e\u85e4|サイトウ|1988-03-12|霞が関/);
    expect(csv).toContain('（最小開示）');
  });

  test('lists show no names', () => {
    expect(readFileSync(join(dir, '01130012', 'data', 'list-0.js'), 'utf8')).not.toMatch(/[\u658e斎齋]藤/);
  });

  test.skipIf(!hasBrowser())(
    'what agrees is hidden until a reviewer asks for it, which leaves in the file; on paper the first page has public counts',
    async () => {
      const { page, open, complaints } = await visit(dir);
      await open('01130012/index.html#case=C-0001');
      const table = page.locator('table.compare');
      const row = (name: string) => table.locator('tr', { has: page.locator(`th:has-text("${name}")`) });
      // The given name and the date differ, the family name does not.
      await expect.poll(() => row('氏名').locator('td').nth(1).innerText()).toMatch(/^\u658e●　健/);
      expect(await page.locator('#sheet').innerText()).not.toMatch(/藤|サイトウ/);
      const reveal = page.locator('[data-act=reveal]');
      await reveal.click();
      // Without a code there is nobody to record.
      expect(await page.locator('#sheet').innerText()).not.toMatch(/藤/);
      await page.locator('#reviewer').fill('r-07');
      await reveal.click();
      await expect.poll(() => page.locator('#sheet').innerText()).toMatch(/[\u658e斎齋齊]藤/);
      expect(await reveal.count()).toBe(0);
      expect(await page.locator('#position').innerText()).not.toBe('');
      const download = page.waitForEvent('download');
      await page.locator('[data-act=export]').click();
      const bytes = readFileSync(await (await download).path());
      const now = new Date(Date.now() + 1000).toISOString();
      const { decisions, revealed } = readExport('d.jsonl', bytes, { now, reviewers: null });
      expect(decisions).toEqual([]);
      expect(revealed).toMatchObject([{ case: 'C-0001', reviewer: 'r-07' }]);

      await open('index.html');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main').isVisible()).toBe(false);
      const numbers = (await page.locator('.public-sheet td').allInnerTexts()).filter((text) => text !== '*');
      expect(numbers.filter((text) => Number(text) > 0 && Number(text) < 10)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
