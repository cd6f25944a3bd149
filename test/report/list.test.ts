import { describe, expect, test } from 'vitest';
import { hasBrowser, openReport } from './browser.js';

describe.skipIf(!hasBrowser())('the list of an organisation', () => {
  const report = openReport();

  test('says how far the cases have come, the blind sample apart with a start of its own', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open('01130012/index.html');
    // Two of 24 are closed; one waits for a second person.
    const told = '済 2 / 24・二人目待ち 1・保留 0・この画面での判断 0';
    expect(await page.locator('#progress').innerText()).toBe(told);
    expect(await page.locator('#start').innerText()).toBe('未判断の 22 件を始める');
    await page.locator('#start-samples').click();
    await page.waitForFunction(() => document.querySelector('.facts')?.textContent?.includes('S-0001'));
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    expect(await page.locator('#start-samples').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('is sorted by a column, then the other way round, then worst first again', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open('01130012/index.html#group=link,other');
    const severities = () =>
      page
        .locator('#table tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-severity')));
    const worstFirst = await severities();
    const sort = page.locator('[data-sort=severity]');
    const way = () => page.locator('th:has([data-sort=severity])').getAttribute('aria-sort');
    const rank = ['high', 'medium', 'low'];
    const ranked = worstFirst.toSorted((a, b) => rank.indexOf(a!) - rank.indexOf(b!));
    const shown = async () => [await way(), await severities()];
    await sort.click();
    await expect.poll(shown).toEqual(['ascending', ranked]);
    await sort.click();
    await expect.poll(shown).toEqual(['descending', ranked.toReversed()]);
    await sort.click();
    await expect.poll(shown).toEqual(['none', worstFirst]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  // Of eight variations of a case, three times each: kana stand in the record of seven and with a candidate of the eighth; one is linked
  // to R-900; one has no resident, and so no number; five have the candidate whose kanji is another than the record's.
  test.each([
    ['さいとう みさき', 24],
    ['ミサキ', 24],
    ['ﾐｻｷ', 24],
    ['R-900', 3],
    ['4821', 21],
    ['\u658e\u85e4健', 21],
    ['\u658e\u85e4\u3000美咲', 15],
  ])('finds cases by %s: %i of 24', async (query, expected) => {
    const { page, open, context } = await report.visit();
    await open(`01130012/index.html#q=${encodeURIComponent(query)}`);
    const matches = await page.locator('#matches').textContent();
    expect(matches!.match(/\d+/g)!.slice(0, 2).map(Number)).toEqual([24, expected]);
    await context.close();
  });

  test.each(['ワタナベ', 'R-999', '7777'])('finds none by %s, which is nobody here', async (query) => {
    const { page, open, context } = await report.visit();
    await open(`01130012/index.html#q=${encodeURIComponent(query)}`);
    expect(await page.locator('#table tbody a').count()).toBe(0);
    await context.close();
  });

  test.each([
    [1280, 720],
    [1366, 768],
  ])(
    'every column is in sight on %i x %i in both languages, whatever has been decided',
    async (width, height) => {
      const { page, open, context } = await report.visit();
      await page.setViewportSize({ width, height });
      await open('01130012/index.html');
      await page.evaluate(() => {
        const codes = [
          'wrong-candidate',
          'wrong-unknown',
          'bad-data',
          'hold',
          'other-valid',
          'one-person',
          'to-renew',
        ];
        const events = codes.map((decision, at) => ({
          ...{
            case: `C-000${at + 1}`,
            fingerprint: 'f',
            decision,
            reason: null,
            at: new Date().toISOString(),
          },
          candidate: decision === 'wrong-candidate' ? 'C1' : null,
        }));
        localStorage.setItem(
          'totsugo:20230622-001:01130012:decisions',
          JSON.stringify({ events, exported: 0 }),
        );
      });
      for (const language of ['ja', 'en']) {
        await page.evaluate(
          (wanted) => localStorage.setItem('totsugo:20230622-001:language', wanted),
          language,
        );
        await page.reload();
        await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
        expect(await page.locator('#table td.decided').count()).toBe(7);
        const [table, scroll] = await page.evaluate(() => {
          const table = document.querySelector<HTMLElement>('#table')!;
          return [table.offsetWidth, table.parentElement!.clientWidth];
        });
        expect(table).toBeLessThanOrEqual(scroll!);
        const cut = await page
          .locator('#table :is(th, td)')
          .evaluateAll((cells) =>
            cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
          );
        expect(cut).toEqual([]);
      }
      await context.close();
    },
  );

  test('sorted by decision it goes by what the column says, what was decided here last', async () => {
    const { page, open, context } = await report.visit();
    await open('01130012/index.html#case=C-0003');
    const facts = page.locator('#case:not([hidden]) .facts');
    await expect.poll(() => facts.innerText()).toContain('C-0003');
    await page.keyboard.press('1');
    await expect.poll(() => facts.innerText()).not.toContain('C-0003');
    await page.keyboard.press('Escape');
    await page.locator('[data-sort=review]').click();
    const told = () => page.locator('#table tbody td:last-child').allInnerTexts();
    expect((await told()).at(-1)).toBe('誤り（C1 が正しい）');
    await page.locator('[data-sort=review]').click();
    expect((await told())[0]).toBe('誤り（C1 が正しい）');
    await context.close();
  });

  test('a decided row says who is right', async () => {
    const { page, open, context } = await report.visit();
    await open('01130012/index.html#case=C-0003');
    const facts = page.locator('#case:not([hidden]) .facts');
    await expect.poll(() => facts.innerText()).toContain('C-0003');
    await page.keyboard.press('1');
    await expect.poll(() => facts.innerText()).not.toContain('C-0003');
    await page.keyboard.press('Escape');
    const row = page.locator('#table tr', { hasText: 'C-0003' }).locator('td.decided');
    expect(await row.innerText()).toBe('誤り（C1 が正しい）');
    await context.close();
  });

  test('what could not be checked adds up to the number that leads there', async () => {
    const { page, open, context } = await report.visit();
    await open('index.html');
    const checked = page.locator('.figures > div').first();
    const [all, ...parts] = (await checked.locator('dd').innerText())
      .match(/[\d,]+/g)!
      .map((number) => Number(number.replaceAll(',', '')));
    expect(parts).toHaveLength(4);
    expect(parts.reduce((sum, part) => sum + part)).toBe(all);
    const link = page.locator('a[href="unchecked.html"]');
    const said = await link.innerText();
    await link.click();
    expect(await page.locator('h1').innerText()).toBe(`点検できなかった ${said} 件`);
    expect(said).toBe('577');
    expect(await page.locator('h1 + p').innerText()).toContain(
      '判定できなかった（判定不能の）紐付け 565 件と、読み込めなかった行 12 行の合計です',
    );
    expect(await page.locator('h2').allInnerTexts()).toEqual([
      '材料が足りない紐付け 565 件（判定不能）',
      '読込不可の行 12 行',
    ]);
    expect(await page.locator('#rejected ~ section h3').allInnerTexts()).toEqual(
      ['健康保険', 'マイナンバーカード'].map((title) => `${title}: 列が見出しより少ない行です。 6 行`),
    );
    // On paper nothing is folded away, and the screen is afterwards as it was.
    const unfolded = () => page.locator('details[open]').count();
    const turn = (event: string) => page.evaluate((name) => void dispatchEvent(new Event(name)), event);
    await turn('beforeprint');
    expect(await unfolded()).toBe(2);
    await turn('afterprint');
    expect(await unfolded()).toBe(0);
    await context.close();
  });

  test('the trend names the run that it is against, and draws the last ones', async () => {
    const { page, open, context } = await report.visit();
    await open('index.html');
    await expect.poll(() => page.locator('.halves').innerText()).toContain('比べた回: 2023-06-21');
    expect(await page.locator('.nights circle').count()).toBe(5);
    await context.close();
  });
});
