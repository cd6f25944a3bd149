import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderNames } from '../../src/report/folder-names.js';
import { bundledModule, hasBrowser, temporaryFolder, visit } from './browser.js';
import { PAGE_TYPES, writeEveryPage } from './page-types.js';
import { HOSTILE, sampleResult } from './sample-result.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TOWN = '01130012';

describe.skipIf(!hasBrowser())('pages in Chromium', () => {
  let dir: string;
  let hostileFolder: string;

  beforeAll(async () => {
    dir = temporaryFolder();
    const result = sampleResult();
    hostileFolder = folderNames(result.organisations.map((view) => view.organisation)).get(
      result.organisations[1]!.organisation,
    )!;
    await writeEveryPage(dir);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const at = (hash = '') => `${TOWN}/index.html${hash}`;
  const text = async (page: Page, selector: string) => (await page.locator(selector).allInnerTexts())[0]!;

  test('the list shows every case and filters by facet, text and address', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(at());
    expect(await page.locator('#table tbody a').count()).toBe(25);
    expect(await text(page, '#table tr.samples')).toContain('抽出点検 1 件');
    await page.getByLabel('行ずれ').check();
    await page.waitForFunction(() => document.querySelectorAll('#table tbody tr').length === 3);
    expect(new URL(page.url()).hash).toBe('#cause=row-shift');
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('#table tbody tr').length === 3);
    expect(await page.getByLabel('行ずれ').isChecked()).toBe(true);
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.id === 'query');
    await page.keyboard.type('C-0014');
    await page.waitForFunction(() => document.querySelectorAll('#table tbody tr').length === 1);
    expect(await text(page, '#table tbody a')).toBe('別人に紐付いている可能性があります');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the executive page leads to a filtered list and back', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open('index.html');
    expect(await text(page, 'h1')).toContain('60,000 件の紐付けを点検し');
    await page.locator(`a[href^="${TOWN}/index.html#"][href*="cause=swap"]`).first().click();
    await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
    expect(await page.locator('#table tbody tr').count()).toBe(3);
    await page.locator('#up').click();
    await page.waitForSelector('body[data-page=executive]', { state: 'attached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('every number of the executive page opens as many cases as it says', async () => {
    const { page, open, complaints, context } = await visit(dir);
    const numbers = async (selector: string) =>
      page.locator(selector).evaluateAll((links) =>
        links.map((link) => ({
          said: Number((link.querySelector('.number') ?? link).textContent!.replaceAll(',', '')),
          href: link.getAttribute('href')!,
        })),
      );
    await open('index.html');
    const shown = await numbers('main a[href*="#"]:not(th a, [href$="#timeline"])');
    expect(shown.length).toBeGreaterThan(15);
    await open('lists.html');
    for (const { said, href } of shown.filter(({ href }) => href.startsWith('lists.html'))) {
      const [, id] = href.split('#');
      const parts = await numbers(`[id="${id}"] a:not([href^="all/"])`);
      const whole = await numbers(`[id="${id}"] a[href^="all/"]`);
      expect([href, whole.map((one) => one.said)]).toEqual([href, parts.length > 1 ? [said] : []]);
      expect([href, parts.reduce((sum, part) => sum + part.said, 0)]).toEqual([href, said]);
    }
    const lists = [...shown, ...(await numbers('main a'))].filter(({ href }) => href.includes('/index.html'));
    expect(lists.length).toBeGreaterThan(20);
    for (const { said, href } of lists) {
      await open(href);
      expect([href, await page.locator('#table tbody a').count()]).toEqual([href, said]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a case shows conclusion, differences by character, furigana and a score that sums', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(at('#case=C-0001'));
    expect(await text(page, '#sheet h1')).toBe('別人に紐付いている可能性があります');
    expect(await text(page, '#position')).toBe('1 / 24 件');
    expect(await page.locator('.compare rt').allInnerTexts()).toEqual(['サイトウ', 'ミサキ']);
    const name = page.locator('.compare tbody tr').first().locator('td');
    expect(await name.nth(1).locator('.v').allInnerTexts()).toEqual(['\u658e']);
    expect(await name.nth(1).locator('.d').allInnerTexts()).toEqual(['健']);
    expect(
      await page.locator('.compare tbody tr').nth(2).locator('td').nth(3).locator('.d').allInnerTexts(),
    ).toEqual(['昭和54']);
    const weights = await page.locator('.weights td.number b').allInnerTexts();
    const tenths = weights.map((shown) => Math.round(Number(shown.replace('＋', '').replace('−', '-')) * 10));
    expect(tenths.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBe(tenths.at(-1));
    await name.nth(1).locator('.d').focus();
    expect(await text(page, '#lens')).toContain('U+5065');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('keys decide, advance, undo, and rest while typing or when turned off', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(at('#case=C-0003'));
    await page.keyboard.press('1');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('4 /'));
    await page.keyboard.press('4');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('5 /'));
    expect(await text(page, '#unexported')).toBe('未書き出し 2件');
    await page.keyboard.press('u');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('4 /'));
    expect(await text(page, '#unexported')).toBe('未書き出し 1件');
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('3 /'));
    expect(await page.locator('[data-decision=wrong-candidate]').getAttribute('aria-pressed')).toBe('true');
    expect(await text(page, '#history')).toContain('C1');
    await page.locator('#transfer summary').click();
    await page.locator('#reviewer').focus();
    await page.keyboard.press('3');
    expect(await page.locator('#reviewer').inputValue()).toBe('3');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '3', isComposing: true, bubbles: true })),
    );
    await page.keyboard.press('?');
    await page.locator('#keys-on').uncheck();
    await page.locator('[data-act=help-close]').click();
    await page.keyboard.press('3');
    expect(await text(page, '#position')).toBe('3 / 24 件');
    expect(await text(page, '#unexported')).toBe('未書き出し 1件');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('where the browser keeps nothing, a decision raises an alarm and the page does not go on', async () => {
    const { page, open, context } = await visit(dir);
    await open(at('#case=C-0003'));
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.keyboard.press('3');
    expect(await text(page, '#live.error')).toContain('保存できませんでした');
    expect(await text(page, '#position')).toBe('3 / 24 件');
    expect(await text(page, '#unexported')).toBe('未書き出し 1件');
    await context.close();
  });

  test('two windows on one organisation see each other’s decisions', async () => {
    const { page, open, context } = await visit(dir);
    await open(at());
    const other = await context.newPage();
    await other.goto(`${page.url().split('#')[0]}#case=C-0002`);
    await other.waitForSelector('body[data-ready=yes]', { state: 'attached' });
    await other.keyboard.press('3');
    await page.waitForSelector('td.decided');
    expect(await text(page, '#unexported')).toBe('未書き出し 1件');
    await context.close();
  });

  test('several candidates: 1 asks which, a number chooses', async () => {
    const { page, open, context } = await visit(dir);
    await open(at('#case=C-0006'));
    await page.keyboard.press('1');
    expect(await page.locator('#choices button').count()).toBe(3);
    expect(await page.locator('#choices bdi').allInnerTexts()).toEqual([
      '斎藤　美咲',
      '齋藤　美咲',
      '齋藤　美咲',
    ]);
    // Namesakes are told apart without a look back at the table.
    expect(await page.locator('#choices button').first().innerText()).toContain('1988年生');
    await page.keyboard.press('Escape');
    expect(await page.locator('#choose').isHidden()).toBe(true);
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await page.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('7 /'));
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('#history')?.textContent?.includes('C3'));
    await context.close();
  });

  test('where somebody is protected the choice names nobody', async () => {
    const { page, open, context } = await visit(dir);
    await open(at('#case=C-0008'));
    await page.keyboard.press('1');
    expect(await page.locator('#choices button').count()).toBe(2);
    expect(await page.locator('#choices').innerText()).not.toMatch(/美咲|年生|下4桁/);
    await context.close();
  });

  test('decisions leave as a file and come back in a fresh profile; a changed file is refused', async () => {
    const first = await visit(dir);
    await first.open(at('#case=C-0001'));
    await first.page.keyboard.press('2');
    await first.page.waitForFunction(() =>
      document.querySelector('#position')?.textContent?.startsWith('2 /'),
    );
    await first.page.locator('#reason').selectOption('form');
    await first.page.keyboard.press('3');
    await first.page.waitForFunction(() =>
      document.querySelector('#position')?.textContent?.startsWith('3 /'),
    );
    await first.page.locator('#transfer summary').click();
    await first.page.locator('#reviewer').fill('r-12');
    const download = first.page.waitForEvent('download');
    await first.page.locator('[data-act=export]').click();
    const path = join(dir, 'exported.jsonl');
    await (await download).saveAs(path);
    expect(await text(first.page, '#unexported')).toBe('未書き出しなし');
    expect(first.complaints).toEqual([]);
    const body = readFileSync(path, 'utf8');
    const lines = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({
      schema: 'totsugo-decisions/3',
      run_id: '20230622-001',
      organisation: TOWN,
      reviewer: 'r-12',
      count: 2,
    });
    expect(lines.slice(1)).toMatchObject([
      { case: 'C-0001', fingerprint: 'fp-C-0001', decision: 'wrong-unknown', candidate: null, reason: null },
      { case: 'C-0002', fingerprint: 'fp-C-0002', decision: 'right', candidate: null, reason: 'form' },
    ]);
    await first.context.close();

    const second = await visit(dir);
    await second.open(at());
    await second.page.locator('#import-file').setInputFiles({
      name: 'x.jsonl',
      mimeType: 'text/plain',
      buffer: Buffer.from(body.replace('wrong-unknown', 'right')),
    });
    await second.page.waitForFunction(() => document.querySelector('#live.error') !== null);
    await second.page
      .locator('#import-file')
      .setInputFiles({ name: 'x.jsonl', mimeType: 'text/plain', buffer: Buffer.from(body) });
    await second.page.waitForFunction(() =>
      document.querySelector('#live')?.textContent?.startsWith('2 件を読み込みました'),
    );
    // Nobody has said who sits here: it may be the second person of a severe case.
    expect(await text(second.page, '#live')).toContain('点検担当者コードを入れると');
    expect(await second.page.locator('td.decided').count()).toBe(0);
    await second.page.locator('#transfer summary').click();
    await second.page.locator('#reviewer').fill('r-12');
    await second.page.locator('#reviewer').blur();
    expect(await second.page.locator('td.decided').allInnerTexts()).toEqual([
      '誤り（正しい人は不明）',
      '正しい',
    ]);
    await second.page.reload();
    await second.page.waitForSelector('td.decided');
    expect(await text(second.page, '#unexported')).toBe('未書き出しなし');
    expect(second.complaints).toEqual([]);
    await second.context.close();
  });

  test('one case prints on exactly one sheet, whatever the case; the executive page on one, landscape', async () => {
    const { page, open, context } = await visit(dir);
    const hashes = [at('#case=C-0001'), at('#case=C-0006'), `${hostileFolder}/index.html#case=H-009`];
    for (const path of [...hashes, 'index.html']) {
      await open(path);
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      expect([path, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([path, 1]);
      const [width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.slice(1).map(Number) as [
        number,
        number,
      ];
      expect([path, width > height]).toEqual([path, path === 'index.html']);
    }
    await context.close();
  });

  test('hostile texts are shown as text: nothing runs, nothing leaves', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(`${hostileFolder}/index.html`);
    expect(await page.locator('#table tbody tr').count()).toBe(HOSTILE.length);
    expect(await text(page, '#table')).toContain('<script>document.title');
    for (const index of HOSTILE.keys()) {
      await page.evaluate(
        (id) => {
          location.hash = `#case=${id}`;
        },
        `H-${String(index).padStart(3, '0')}`,
      );
      await page.waitForFunction(
        (n) => document.querySelector('#position')?.textContent?.startsWith(`${n} /`),
        index + 1,
      );
    }
    expect(await page.locator('#sheet script, #sheet img, #sheet a[href^=http]').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
    await open(`${hostileFolder}/index.html#case=H-000`);
    expect(await text(page, '.compare tbody tr:first-child td:nth-of-type(1)')).toBe(HOSTILE[0]);
    await open(`${hostileFolder}/index.html#case=H-008`);
    expect(await text(page, '.compare tbody tr:first-child td:nth-of-type(2)')).toContain('〓(U+202E)');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a character without a glyph on this machine shows as its code, one with a glyph as itself', async () => {
    const { page, open, context } = await visit(dir);
    await open(at());
    const glyphs = await bundledModule('legible.ts');
    const legible = (text: string): Promise<string> =>
      page.evaluate(`${glyphs}; viewer.legible(${JSON.stringify(text)})`);
    expect(await legible('\u{20bb7}野\u9089\u{e0101}')).toBe('\u{20bb7}野\u9089\u{e0101}');
    expect(await legible('\u{3fffd}野')).toBe('〓(U+3FFFD)野');
    await context.close();
  });

  test('the policy is in force: no inline script, no markup from strings, no request', async () => {
    const { page, open, context } = await visit(dir);
    await open(at());
    const outcome = await page.evaluate(async () => {
      const inline = document.createElement('script');
      let markup = 'allowed';
      try {
        inline.textContent = 'window.ran = true';
        document.body.append(inline);
      } catch {
        // Trusted types refuse the text itself.
      }
      try {
        document.body.insertAdjacentHTML('beforeend', '<i>x</i>');
      } catch {
        markup = 'refused';
      }
      const request = await fetch('https://example.invalid/').then(
        () => 'allowed',
        () => 'refused',
      );
      return { ran: 'ran' in window, markup, request };
    });
    expect(outcome).toEqual({ ran: false, markup: 'refused', request: 'refused' });
    await context.close();
  });

  test('blind review hides score, conclusion, severity and candidates', async () => {
    const { page, open, context } = await visit(dir);
    await open(at('#case=S-0001'));
    const shown = await text(page, '#case');
    expect(shown).toContain('抽出した紐付けの点検です');
    for (const hidden of ['判定の根拠', '重大度', 'C1', '可能性があります'])
      expect(shown).not.toContain(hidden);
    const data = readFileSync(join(dir, TOWN, 'data/cases-0.js'), 'utf8')
      .split('\n')
      .find((line) => line.includes('"S-0001"'))!;
    expect(data).not.toContain('"score"');
    await context.close();
  });

  test('the language switch turns every text and is kept', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(at('#case=C-0001'));
    await page.locator('[data-act=language]').click();
    expect(await text(page, '#sheet h1')).toBe('The link may belong to another person');
    expect(await page.title()).toBe(`Link audit ${TOWN}`);
    await open('index.html');
    expect(await text(page, 'h1')).toContain('60,000 links checked');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a page that nobody has turned leaves the report of another run in its own language', async () => {
    const { page, open, context } = await visit(dir);
    await open(at('#case=C-0001'));
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':language')));
    expect(await kept()).toEqual([]);
    await page.evaluate(() => localStorage.setItem('totsugo:another-run:language', 'en'));
    await open('index.html');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await page.locator('[data-act=language]').click();
    expect((await kept()).sort()).toEqual(['totsugo:20230622-001:language', 'totsugo:another-run:language']);
    await context.close();
  });

  const DARK = [PAGE_TYPES.overview, PAGE_TYPES.model, PAGE_TYPES.list, PAGE_TYPES.case].map(
    (path) => [path, 'dark'] as const,
  );
  test.each([
    ...[...Object.values(PAGE_TYPES), at('#case=C-0005')].map((path) => [path, 'light'] as const),
    ...DARK,
  ])('axe finds nothing on %s, %s', async (path, colorScheme) => {
    const { page, open, context } = await visit(dir);
    await page.emulateMedia({ colorScheme });
    await open(path);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const axe = (
        window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe;
      return (await axe.run()).violations.map(
        (found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`,
      );
    });
    expect(violations).toEqual([]);
    await context.close();
  });
});
