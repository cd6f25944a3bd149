import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TOWN = '142999';

/** Two cases of every kind, one after the other, with the facts that the kind rests on. */
const CASES: readonly SampleCase[] = FINDING_KINDS.flatMap((kind) =>
  [1, 2].map((n): SampleCase => {
    const base = familyCase(`${kind.id}-${n}`);
    const asks = kind.choices.includes('wrong-candidate');
    // The sample is as of 2023-06-22: the second of each kind came in after that.
    const day = n === 1 ? '2023-01-16' : '2023-06-23';
    return {
      ...base,
      ...{ kind: kind.id, headline: kind.headline, severity: kind.severity },
      ...{ cause: kind.isWrongLink ? 'family' : null, candidates: asks ? base.candidates : [] },
      registration: {
        ...{ at: `${day}T09:08:07`, day },
        ...{ terminal: null, operator: null, lookup: null },
      },
      facts: kind.facts.map((item) => ({
        item,
        record: item === 'registered_at' ? `${day}T09:08:07` : '2023-01-16',
        beside: [],
        linked: null,
        candidates: [],
      })),
    };
  }),
);

describe.skipIf(!hasBrowser())('cases of every kind', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(resultOf(new Map([[TOWN, CASES]])), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('ten cases of five kinds are decided, reasoned, taken back and exported by keys alone', async () => {
    const { page, open, complaints, context } = await visit(dir);
    const kinds = [
      'wrong-resident',
      'duplicate-link',
      'defunct-resident',
      'duplicate-resident',
      'stale-binding',
    ];
    await open(`${TOWN}/index.html#kind=${kinds.join(',')}`);
    const shown = () => page.locator('.facts').innerText();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#case:not([hidden])');
    expect(await page.locator('#position').innerText()).toBe('1 / 10 件');
    // What is pressed on the first and on the second case of each kind.
    const typed: Readonly<Record<string, readonly (readonly string[])[]>> = {
      'wrong-resident': [['1', '2'], ['3']],
      'duplicate-link': [['1'], ['2']],
      'defunct-resident': [['r', '1', '1'], ['3']],
      'duplicate-resident': [['1'], ['3']],
      'stale-binding': [['1'], ['r', '4', '4']],
    };
    const seen = CASES.filter(({ kind }) => kinds.includes(kind));
    for (const [at, { findingId, kind }] of seen.entries()) {
      await expect.poll(shown).toContain(findingId);
      for (const key of typed[kind]![at % 2]!) await page.keyboard.press(key);
      if (at < 9) await expect.poll(shown).not.toContain(findingId);
    }
    // Behind the last one no key falls on a case that is decided.
    await page.waitForSelector('#list:not([hidden])');
    expect(await page.locator('#live').innerText()).toContain(
      '最後の事案なので、一覧に戻りました（未判断 0 件）',
    );
    await page.keyboard.press('3');
    await page.locator('#table tbody a').last().click();
    await page.waitForSelector('#case:not([hidden])');
    const ticked = (await page.locator('#paper-decisions > span').allTextContents()).filter((box) =>
      box.startsWith('■'),
    );
    expect(ticked).toHaveLength(1);
    expect(ticked[0]).toContain('別人');
    // The last one was a mistake: taken back and decided again.
    await page.keyboard.press('u');
    expect(await page.locator('#unexported').innerText()).toBe('未書き出し 9件');
    expect(await page.locator('#live').innerText()).toBe('duplicate-resident-2 の判断を取り消しました');
    await page.keyboard.press('5');
    await expect.poll(() => page.locator('#unexported').innerText()).toBe('未書き出し 10件');
    await page.locator('#transfer summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('r-12');
    await page.keyboard.press('Tab');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const lines = readFileSync(await (await download).path(), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const decided = lines
      .map((line) => JSON.parse(line))
      .map((one) => [one.case, one.decision, one.candidate, one.reason]);
    expect(decided).toEqual(
      [
        ['wrong-resident-1', 'wrong-candidate', 'C2', null],
        ['wrong-resident-2', 'right', null, null],
        ['duplicate-link-1', 'this-valid', null, null],
        ['duplicate-link-2', 'other-valid', null, null],
        ['defunct-resident-1', 'to-end', null, 'register'],
        ['defunct-resident-2', 'stays', null, null],
        ['stale-binding-1', 'to-renew', null, null],
        ['stale-binding-2', 'hold', null, 'office'],
        ['duplicate-resident-1', 'one-person', null, null],
        ['duplicate-resident-2', 'bad-data', null, null],
      ].sort((a, b) => order(a[0]!) - order(b[0]!)),
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a number that nobody can have is not offered as right: no button, no box, no key, no word in the guide', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=invalid-number-1`);
    await page.waitForSelector('#case:not([hidden])');
    expect(await page.locator('#decisions kbd').allInnerTexts()).toEqual(['1', '2', '4', '5']);
    expect((await page.locator('#paper-decisions > span').allTextContents()).join()).not.toContain('□正しい');
    await page.keyboard.press('3');
    await page.waitForTimeout(100);
    expect(await page.locator('#unexported').innerText()).toBe('未書き出しなし');
    await open(`${TOWN}/guide.html`);
    const row = page.locator('tr', { hasText: '番号の誤り（検査用数字）' });
    expect((await row.locator('td').allInnerTexts()).at(-1)).toBe('－');
    await context.close();
  });

  test('a time reads alike, whichever way its source writes it', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=defunct-resident-1`);
    await page.waitForSelector('#case:not([hidden])');
    expect((await page.locator('.compare tr.fact').allInnerTexts()).join()).toContain('2023-01-16 09:08:07');
    expect(await page.locator('.notes').innerText()).toContain('登録日時 2023-01-16 09:08:07');
    await context.close();
  });

  test('one after the day as of which the run judges says so, in the table and below it', async () => {
    const { page, open, context } = await visit(dir);
    const said = async (id: string) => {
      await open(`${TOWN}/index.html#case=${id}`);
      await page.waitForSelector('#case:not([hidden])');
      const facts = await page.locator('.compare tr.fact', { hasText: '登録日時' }).innerText();
      return [facts, await page.locator('.notes').innerText()].map((text) => text.includes('基準日より後'));
    };
    expect(await said('defunct-resident-1')).toEqual([false, false]);
    expect(await said('defunct-resident-2')).toEqual([true, true]);
    await page.locator('[data-act=language]').click();
    const notes = page.locator('.notes');
    await expect.poll(() => notes.innerText()).toContain('2023-06-23 09:08:07 (after the as-of day)');
    await context.close();
  });

  const order = (id: string) => CASES.findIndex(({ findingId }) => findingId === id);

  test('with colours forced each kind can be read and decided: signs, frames and words say what colour says', async () => {
    const { page, open, context } = await visit(dir);
    await page.emulateMedia({ forcedColors: 'active' });
    await open(`${TOWN}/index.html#case=${CASES[0]!.findingId}`);
    await page.evaluate(AXE);
    for (const { findingId } of CASES.filter((_, at) => at % 2 === 0)) {
      await page.evaluate((id) => {
        location.hash = `#case=${id}`;
      }, findingId);
      await expect.poll(() => page.locator('.facts').innerText()).toContain(findingId);
      expect([findingId, await unseen(page)]).toEqual([findingId, []]);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(on: string): Promise<{ violations: { id: string }[] }> };
        };
        return (await axe.run('#case')).violations.map(({ id }) => id);
      });
      expect([findingId, violations]).toEqual([findingId, []]);
    }
    await context.close();
  });
});

/** What would be lost with the colours: a difference without frame and sign, a button without frame, a bar without an outline. */
function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    const framed = (element: Element) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      return borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0;
    };
    const differences = [...document.querySelectorAll('.compare .d')];
    if (!differences.every(framed)) lost.push('a difference has no frame');
    for (const tag of document.querySelectorAll('.compare .tag'))
      if (!tag.querySelector('.sign')?.textContent) lost.push('a level has no sign');
    for (const button of document.querySelectorAll('#decisions button'))
      if (!framed(button)) lost.push('a decision has no frame');
    for (const bar of document.querySelectorAll('.bar .against'))
      if (getComputedStyle(bar).stroke === 'none') lost.push('a bar has no outline');
    if ([...document.querySelectorAll('.compare button.copy')].some(framed))
      lost.push('the frame of a key crosses the words beside it');
    if (!document.querySelector('.severity .shape')?.textContent) lost.push('the severity has no shape');
    return lost;
  });
}
