import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasBrowser, openReport } from './browser.js';
import { sampleResult } from './sample-result.js';

const SEEN = [
  '再開（証拠が変わった）',
  '要対応と確定',
  '正しいと確定',
  '判断不一致',
  '二人目の判断待ち',
].sort();
const LIST = '01130012/index.html';

describe.skipIf(!hasBrowser())('a day’s work on the cases of an organisation', () => {
  const report = openReport();

  test('one button leads to the first case that waits, past those settled and those decided here', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(LIST);
    const settled = page.locator('#facets label:has(input[value^=closed]) .number');
    expect((await settled.allInnerTexts()).reduce((sum, count) => sum + Number(count), 0)).toBe(2);
    expect(await page.locator('#start').innerText()).toBe('未判断の 22 件を始める');
    await page.locator('#start').click();
    await page.waitForSelector('#case:not([hidden])');
    expect(await page.locator('#position').innerText()).toBe('1 / 22 件');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('2 /'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    expect(await page.locator('#start').innerText()).toBe('未判断の 21 件を続ける');
    await page.locator('#start').click();
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('2 /'));
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the list says of every case where it stands', async () => {
    const { page, open, context } = await report.visit();
    await open(LIST);
    const column = await page.locator('#table tbody td:last-child').allInnerTexts();
    // Five cases of the sample have been looked at before.
    const seen = column.filter((text) => text !== '未判断').sort();
    expect(seen).toEqual(SEEN);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#case:not([hidden])');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('2 /'));
    await page.keyboard.press('Escape');
    await page.waitForSelector('#list:not([hidden])');
    expect(await page.locator('#table tbody td.decided').allInnerTexts()).toEqual(['正しい']);
    await context.close();
  });

  test('a note chosen after the decision is saved with it', async () => {
    const { page, open, context } = await report.visit();
    await open(`${LIST}#case=C-0003`);
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('4 /'));
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('3 /'));
    await page.locator('#reason').selectOption('form');
    await page.locator('#transfer summary').click();
    await page.locator('#reviewer').fill('r-12');
    const download = page.waitForEvent('download');
    await page.locator('[data-act=export]').click();
    const [, line] = readFileSync(await (await download).path(), 'utf8').split('\n');
    expect(JSON.parse(line!)).toMatchObject({ case: 'C-0003', decision: 'right', reason: 'form' });
    await context.close();
  });

  test('a case says what was decided on the one it hangs together with', async () => {
    const { page, open, context } = await report.visit();
    await open(`${LIST}#case=C-0002`);
    expect(await page.locator('.related').innerText()).toBe('関連する事案: C-0001 齋藤　美咲, Z-1');
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('1 /'));
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('2 /'));
    expect(await page.locator('.related').innerText()).toBe('関連する事案: C-0001 齋藤　美咲 → 正しい, Z-1');
    await context.close();
  });

  test('related cases are told by how they belong together, and by who opens them where no page leads there', async () => {
    const { page, open, context } = await report.visit();
    await open(`${LIST}#case=C-0003`);
    expect((await page.locator('.related').innerText()).split('\n').filter(Boolean)).toEqual([
      '関連する事案: 行ずれの同じ区間（別の住民がより合致） C-0001, C-0004',
      'BとC1が同じ人か（住民の二重登録） D-1（フォルダー 131016 が手元になければ、取りまとめの担当が開きます）',
      '入れ替わりの相手（互いに入れ替わった紐付け） P-1 機関 131016 の点検担当者が開きます',
      '入れ替わりの相手（互いに入れ替わった紐付け） P-2 機関名は表示しません（支援措置）。取りまとめの担当が、全機関の一覧で事案番号から開きます',
    ]);
    const links = await page.locator('.related a').evaluateAll((all) => all.map((one) => one.textContent));
    expect(links).toEqual(['C-0001', 'C-0004', 'D-1']);
    await context.close();
  });

  test('a second person sees neither on the page nor in the list what the first has said, before their own answer', async () => {
    const { page, open, context } = await report.visit();
    const signIn = (code: string) =>
      page.evaluate((typed) => {
        const field = document.querySelector<HTMLInputElement>('#reviewer')!;
        field.value = typed;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, code);
    const pressed = () => page.locator('[data-decision][aria-pressed=true]').count();
    const history = () => page.locator('#history').innerText();
    const inList = async () => {
      await open('01130012/index.html');
      return page.locator('#table tr', { hasText: 'C-0001' }).locator('td').last().innerText();
    };
    await open('01130012/index.html#case=C-0001');
    await signIn('r-1');
    await page.keyboard.press('2');
    expect(await inList()).toBe('誤り（正しい人は不明）');
    await signIn('r-2');
    expect(await inList()).toBe('未判断');
    await open('01130012/index.html#case=C-0001');
    expect(await pressed()).toBe(0);
    expect(await history()).toContain('判断済み（内容は、もう1人の判断の後に表示します）');
    expect(await history()).not.toContain('誤り');
    await page.keyboard.press('3');
    await open('01130012/index.html#case=C-0001');
    expect(await history()).toMatch(/誤り（正しい人は不明）.*\n.*正しい/);
    await context.close();
  });

  test('the first button says who would be right where there is one candidate', async () => {
    const { page, open, context } = await report.visit();
    const label = () => page.locator('[data-decision=wrong-candidate]').innerText();
    await open(`${LIST}#case=C-0003`);
    expect(await page.locator('.compare thead th').count()).toBe(4);
    expect(await label()).toBe('1 誤り（C1 が正しい）');
    await open(`${LIST}#case=C-0006`);
    expect(await label()).toBe('1 誤り（候補を選択）');
    await context.close();
  });

  test('decisions left in the browser on another run are not forgotten', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(LIST);
    expect(await page.locator('#left-behind').isHidden()).toBe(true);
    await page.evaluate(() => {
      const event = (id: string, at: string) => ({
        ...{ case: id, fingerprint: 'f', decision: 'right', candidate: null, reason: null, at },
      });
      const today = new Date().toISOString();
      const keep = (run: string, organisation: string, value: unknown) =>
        localStorage.setItem(`totsugo:${run}:${organisation}:decisions`, JSON.stringify(value));
      keep('yesterday', '01130012', {
        events: [event('a', today), event('b', today), event('c', today)],
        exported: 1,
      });
      keep('last-year', '01130012', { events: [event('a', '2020-01-01T00:00:00.000Z')], exported: 0 });
      keep('yesterday', '131016', { events: [event('a', today)], exported: 0 });
    });
    await page.reload();
    await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
    expect(await page.locator('#left-behind').innerText()).toBe(
      '別の回（yesterday）に、書き出していない判断が 2 件あります。その回の報告書を開いて書き出してください。',
    );
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!hasBrowser())('a related case that was decided in an earlier night', () => {
  // Of the sample C-0009 is closed as right, C-0013 as to be put right, C-0008 waits for a second person, C-0005 is open.
  const related = ['C-0009', 'C-0013', 'C-0008', 'C-0005'];
  const report = openReport(
    sampleResult((item) => (item.findingId === 'C-0001' ? { ...item, related } : item)),
  );

  test('has beside it what came of it, in both languages; what waits for a second person stays sealed', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(`${LIST}#case=C-0001`);
    const line = page.locator('.related');
    await line.getByText('→ 正しいと確定').waitFor();
    expect(await line.innerText()).toBe(
      '関連する事案: C-0009 → 正しいと確定, C-0013 → 要対応と確定, C-0008, C-0005',
    );
    await page.evaluate(() => {
      document.documentElement.lang = 'en';
    });
    expect(await line.innerText()).toContain(
      'C-0009 → Confirmed right, C-0013 → To be put right, C-0008, C-0005',
    );
    expect(complaints).toEqual([]);
    await context.close();
  });
});
