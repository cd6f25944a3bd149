import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitAtCases } from '../../src/audit/case-ids.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, launch, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

test.each([
  ['なし', ['なし']],
  ['口座（要確認 F-0123-4567-89ab）', ['口座（要確認 ', 'F-0123-4567-89ab', '）']],
  ['F-0123-4567-89ab、F-0123-4567-89ac', ['', 'F-0123-4567-89ab', '、', 'F-0123-4567-89ac', '']],
  // Keys of records are none, nor what is longer or shorter.
  ['記録 F-0123-4567', ['記録 F-0123-4567']],
])('%s names cases: %j', (text, parts) => {
  expect(splitAtCases(text)).toEqual(parts);
});

const [OWN, HERE, ELSEWHERE] = ['F-0000-0000-0001', 'F-0000-0000-0002', 'F-0000-0000-0003'];
const TOWN = '142999';

/** A case in whose other records one of this office and one of another are to be checked, and whose advice names the first. */
function naming(): SampleCase {
  const told = (label: string, doubt: string) =>
    `${label}（${doubt} ${HERE}）、${label}（${doubt} ${ELSEWHERE}）`;
  return {
    ...familyCase(OWN),
    related: [HERE],
    relatedCases: [
      { id: HERE, kind: 'wrong-resident', how: { ja: '同じ人', en: 'same person' }, isSlip: true },
    ],
    facts: [
      {
        ...{ item: 'records', decides: true, record: null, beside: [], candidates: [] },
        linked: { ja: told('口座', '要確認'), en: told('Account', 'to be checked') },
      },
    ],
  };
}

describe.skipIf(!hasBrowser())('a case that other texts name', () => {
  let browser: Browser;
  const dir = temporaryFolder();
  beforeAll(async () => {
    const cases = new Map([
      [TOWN, [naming(), familyCase(HERE)]],
      ['01130012', [familyCase(ELSEWHERE)]],
    ]);
    await writeReports(resultOf(cases), dir, ['html']);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('is opened from there where it stands on the page; of another office the id alone is told', async () => {
    const { page, open, complaints, context } = await visit(browser, dir);
    await open(`${TOWN}/index.html#case=${OWN}`);
    const row = page.locator('table.compare tr.fact');
    const links = row.locator('a:visible');
    await expect.poll(() => links.allInnerTexts()).toEqual([HERE]);
    expect(await row.innerText()).toContain(`（要確認 ${ELSEWHERE}）`);
    expect(await page.locator('p.next a:visible').allInnerTexts()).toEqual([HERE]);
    await links.click();
    await expect.poll(() => page.locator('.facts').innerText()).toContain(HERE);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
