import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitAtCases } from '../../src/audit/case-ids.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
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

/** Whose record it is is asked in another case, which is to be settled before this one. */
const LATER = 'F-0000-0000-0004';
function waiting(): SampleCase {
  const how = { ja: '同じ紐付けについての別の問い', en: 'another question about this same link' };
  const facts = ['number_tail'].map((item) => ({
    ...{ item, decides: true, record: '…0322', beside: [], linked: '…0322', candidates: ['…0652', '…9013'] },
  })) as SampleCase['facts'];
  return {
    ...familyCase(LATER),
    ...{ facts, related: [HERE], relatedCases: [{ id: HERE, kind: 'wrong-resident', how, order: 'first' }] },
  };
}

describe.skipIf(!hasBrowser())('a case that other texts name', () => {
  const dir = temporaryFolder();
  beforeAll(async () => {
    const cases = new Map([
      [TOWN, [naming(), familyCase(HERE), waiting()]],
      ['01130012', [familyCase(ELSEWHERE)]],
    ]);
    await writeReports(resultOf(cases), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('is opened from there where it stands on the page; of another office the id alone is told', async () => {
    const { page, open, complaints, context } = await visit(dir);
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

  test('stands above the table where it is to be settled first; deciding before it is told', async () => {
    const { page, open, complaints, context } = await visit(dir);
    const said = () => page.locator('#live').innerText();
    await open(`${TOWN}/index.html#case=${LATER}`);
    const top = (selector: string) =>
      page.locator(selector).evaluate((node) => node.getBoundingClientRect().top);
    expect(await top('.related.before')).toBeLessThan(await top('table.compare'));
    expect(await page.locator('.related').count()).toBe(1);
    await page.keyboard.press('4');
    await expect.poll(said).toContain(`先に判断する事案（${HERE}）がまだ未判断です`);
    // Once that is settled there is nothing to tell, nor of a case that waits for none.
    await page.goto(`${page.url().split('#')[0]}#case=${HERE}`);
    await expect.poll(() => page.locator('.facts').innerText()).toContain(HERE);
    await page.keyboard.press('3');
    await expect.poll(said).toContain(`${HERE} を`);
    expect(await said()).not.toContain('まだ未判断');
    await page.goto(`${page.url().split('#')[0]}#case=${LATER}`);
    await expect.poll(() => page.locator('.facts').innerText()).toContain(LATER);
    await page.keyboard.press('3');
    await expect.poll(said).toContain(`${LATER} `);
    expect(await said()).not.toContain('まだ未判断');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('two of one name are told apart in the choice by year of birth and last digits', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=${LATER}`);
    await page.keyboard.press('1');
    const texts = await page.locator('#choices button').allInnerTexts();
    expect(texts.map((text) => /\d{4}年生・下4桁 \d{4}/.exec(text)?.[0])).toEqual([
      expect.stringContaining('下4桁 0652'),
      expect.stringContaining('下4桁 9013'),
    ]);
    await context.close();
  });
});
