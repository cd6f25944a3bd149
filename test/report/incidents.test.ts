import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const TOWN = '142999';
/** Whom C1 stands for: on another page that is another. */
const NAME = '斎藤　美咲';

function caseOf(id: string, incident: string, part: Partial<SampleCase> = {}): SampleCase {
  return { ...familyCase(id), cause: 'row-shift', incident, ...part };
}
const [one, two] = familyCase('x').candidates;
const resident = (id: string) => ({ ...one!, residentId: id });

/** A shifted block of four of which one has two candidates; a resident's two records of which one is another's; a shared record. */
const CASES: readonly SampleCase[] = [
  caseOf('B-1', 'B-1', { candidates: [one!] }),
  caseOf('A-1', 'A-1'),
  caseOf('B-2', 'B-1', { candidates: [one!] }),
  caseOf('W-1', 'W-1', { cause: 'family', candidates: [one!], recordId: 'r-1' }),
  caseOf('B-3', 'B-1', { candidates: [one!, two!] }),
  caseOf('D-1', 'W-1', { kind: 'duplicate-link', cause: null, candidates: [], recordId: 'r-1' }),
  caseOf('B-4', 'B-1', { candidates: [one!] }),
  caseOf('D-2', 'W-1', { kind: 'duplicate-link', cause: null, candidates: [], recordId: 'r-2' }),
  caseOf('S-1', 'S-1', {
    kind: 'shared-record',
    cause: null,
    recordId: 'r-3',
    candidates: [resident('R-9')],
  }),
  caseOf('S-2', 'S-1', {
    ...{ kind: 'shared-record', cause: null, recordId: 'r-3', candidates: [resident('R-100')] },
    linked: { ...familyCase('x').linked!, residentId: 'R-9' },
  }),
  // A shifted block whose last row is one of a resident's two records.
  caseOf('K-1', 'K-1', { candidates: [one!], recordId: 'r-4' }),
  caseOf('K-2', 'K-1', { candidates: [one!], recordId: 'r-5' }),
  caseOf('K-3', 'K-1', { kind: 'duplicate-link', cause: null, candidates: [], recordId: 'r-5' }),
  caseOf('K-4', 'K-1', { kind: 'duplicate-link', cause: null, candidates: [], recordId: 'r-6' }),
];

describe.skipIf(!hasBrowser())('what belongs together', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    const largest = [
      {
        incident: 'B-1',
        organisation: TOWN,
        source: 'insurance',
        kind: 'wrong-resident',
        cause: 'row-shift',
      },
    ].map((view) => ({ ...view, findings: 4, links: 3 }));
    const result = { ...resultOf(new Map([[TOWN, CASES]])), incidents: { count: 5, register: {}, largest } };
    await writeReports(result, dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const decided = (page: Page) =>
    page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith(':decisions'))!;
      const { events } = JSON.parse(localStorage.getItem(key) ?? '{"events":[]}');
      return (events as { case: string; decision: string; candidate: string | null }[]).map(
        ({ case: id, decision, candidate }) => [id, decision, candidate].filter(Boolean).join(' '),
      );
    });

  test('is one card on the list, which opens', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(`${TOWN}/index.html`);
    expect(await page.locator('#matches').innerText()).toBe('事案 全 14 件のうち 14 件（5 のまとまり）');
    const ids = () => page.locator('#table tbody bdi:first-child').allInnerTexts();
    expect((await ids()).filter((id) => /^[A-Z]-\d$/.test(id))).toEqual(['B-1', 'A-1', 'W-1', 'S-1', 'K-1']);
    await page.locator('#table button.more').first().click();
    expect((await ids()).filter((id) => /^[A-Z]-\d$/.test(id))).toEqual([
      'B-1',
      'B-2',
      'B-3',
      'B-4',
      'A-1',
      'W-1',
      'S-1',
      'K-1',
    ]);
    expect(await page.locator('#table button.more').first().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await page.locator('#table tbody tr').count()).toBe(5);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is printed whole, its cases unfolded, under a head of words that say whose list it is', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(`${TOWN}/index.html`);
    await page.emulateMedia({ media: 'print' });
    // The room between the margins of a sheet of A4 that stands.
    await page.setViewportSize({ width: 703, height: 1000 });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#table tbody tr').count()).toBe(14);
    const seen = await page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
      return {
        buttons: shown('#table button').length,
        heads: shown('#table thead th .on-paper').map((one) => one.innerText.trim()),
        whose: shown('#list > .on-paper').map((one) => one.innerText),
        over: shown('#list *').filter((one) => one.getBoundingClientRect().right > 704).length,
        head: getComputedStyle(document.querySelector('#table thead')!).display,
        whole: getComputedStyle(document.querySelector('#table tbody tr')!).breakInside,
        // A title is as tall as its lines: nobody presses it on paper.
        tall: shown('#table td a').filter((one) => one.getBoundingClientRect().height > 40).length,
      };
    });
    expect(seen.heads).toEqual(['重大度', '事案', '記録の氏名', '推定原因', '事務', '変化', '判断']);
    expect(seen.whose.join()).toMatch(/機関 142999 ・ 基準日 \d{4}-\d\d-\d\d ・ この回 \S+/);
    expect([seen.buttons, seen.over, seen.head, seen.whole]).toEqual([0, 0, 'table-header-group', 'avoid']);
    expect(seen.tall).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('#table tbody tr').count()).toBe(5);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is told on the executive page, with the way to it', async () => {
    const { page, open, context } = await visit(dir);
    await open('index.html');
    expect(await page.locator('.incidents').innerText()).toContain('14 件の事案は 5 のまとまりです');
    // The column of the cause counts links, the incident its cases.
    expect(await page.locator('.incidents').innerText()).toContain('（4 件: 要確認の紐付け 3・その他 1）');
    expect(await page.locator('.incidents a').getAttribute('href')).toBe(
      `${TOWN}/index.html#case=B-1&from=all`,
    );
    await context.close();
  });

  test('a shifted block is decided in one act with an exception, and undone as one', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=B-1`);
    await page.keyboard.press('m');
    await page.locator('#incident input[value=B-2]').uncheck();
    await page.keyboard.press('1');
    await page.waitForFunction(() => document.querySelector('.facts')?.textContent?.includes('B-2'));
    // B-3 has two candidates: somebody must look.
    expect(await decided(page)).toEqual(['B-1 wrong-candidate C1', 'B-4 wrong-candidate C1']);
    expect(await page.locator('#live').innerText()).toContain('2 件を保存しました');
    expect(await page.locator('#live').innerText()).toContain('残り 1 件');
    await page.keyboard.press('u');
    await page.waitForFunction(() => document.querySelector('.facts')?.textContent?.includes('B-1'));
    expect(await decided(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    ['W-1', '1', ['W-1 wrong-candidate C1', 'D-1 other-valid', 'D-2 this-valid']],
    ['W-1', '3', ['W-1 right']],
    ['W-1', '4', ['W-1 hold', 'D-1 hold', 'D-2 hold']],
    ['D-1', '1', ['D-1 this-valid', 'D-2 other-valid']],
    ['D-1', '2', ['D-1 other-valid', 'D-2 this-valid']],
    ['D-1', '3', ['D-1 both-valid', 'D-2 both-valid']],
    ['S-1', '1', ['S-1 wrong-candidate C1', 'S-2 right']],
    ['S-2', '1', ['S-2 wrong-candidate C1', 'S-1 right']],
    ['S-1', '3', ['S-1 right']],
    ['K-1', '1', ['K-1 wrong-candidate C1', 'K-2 wrong-candidate C1', 'K-3 other-valid', 'K-4 this-valid']],
    ['K-2', '1', ['K-2 wrong-candidate C1', 'K-1 wrong-candidate C1', 'K-3 other-valid', 'K-4 this-valid']],
    ['B-1', '3', ['B-1 right', 'B-2 right', 'B-3 right', 'B-4 right']],
  ])('%s decided by %s says of the others what follows, and no more', async (id, key, expected) => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=${id}`);
    await page.keyboard.press('m');
    await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector('#live')?.textContent !== '');
    expect(await decided(page)).toEqual(expected);
    await context.close();
  });

  test('tells beforehand what each answer saves for each case, and goes with what is taken out', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=K-1`);
    expect(await page.locator('#incident summary').innerText()).toContain('この事案とほか 3 件のまとまり');
    await page.keyboard.press('m');
    await page.waitForSelector('#incident[data-foretold]');
    expect(await page.locator('#incident thead th').allInnerTexts()).toEqual([
      '事案',
      `1 誤り（C1 ${NAME} が正しい）`,
      '2 誤り（正しい人は不明）',
      '3 正しい',
    ]);
    const told = (id: string) => page.locator(`#incident [data-member=${id}] td`).allInnerTexts();
    const wrong = [`誤り（C1 ${NAME} が正しい）`, '誤り（正しい人は不明）', '正しい'];
    const looked = '個別に判断';
    expect(await told('K-2')).toEqual(wrong);
    expect(await told('K-3')).toEqual(['ほかの記録が有効', 'ほかの記録が有効', looked]);
    expect(await told('K-4')).toEqual(['こちらが有効', 'こちらが有効', looked]);
    await page.locator('#incident input[value=K-2]').uncheck();
    await expect.poll(() => told('K-2')).toEqual(['－', '－', '－']);
    expect(await told('K-4')).toEqual([looked, looked, looked]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('saves nothing where answers contradict each other, and tells which', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=K-3`);
    await page.keyboard.press('1');
    await page.waitForFunction(() => document.querySelector('#live')?.textContent !== '');
    await open(`${TOWN}/index.html#case=K-1`);
    await page.keyboard.press('m');
    await page.waitForSelector('#incident[data-foretold]');
    expect(await page.locator('#incident [data-member=K-3] td').first().innerText()).toBe('判断が矛盾');
    await page.keyboard.press('1');
    await expect
      .poll(() => page.locator('#live').innerText())
      .toContain('判断が矛盾するため、保存していません');
    expect(await page.locator('#live').innerText()).toMatch(/K-2.*K-3|K-3.*K-2/);
    expect(await decided(page)).toEqual(['K-3 this-valid']);
    await context.close();
  });

  test('while the panel is closed the case stands alone', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=B-1`);
    await page.keyboard.press('3');
    expect(await decided(page)).toEqual(['B-1 right']);
    await context.close();
  });
});
