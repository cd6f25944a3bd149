import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { DecisionCode } from '../../src/audit/case.js';
import { atOdds } from '../../src/audit/valid-records.js';
import { oddsOf } from '../../src/report/html/viewer/odds.js';
import { hasBrowser, openReport } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const CODES = ['this-valid', 'other-valid', 'both-valid', 'hold', 'bad-data'] as const;

describe('answers to the records of one resident', () => {
  test.each<[DecisionCode, readonly DecisionCode[], number, readonly string[] | null]>([
    ['this-valid', ['this-valid'], 1, ['X0']],
    ['this-valid', ['both-valid'], 1, ['X0']],
    ['this-valid', ['other-valid'], 1, null],
    ['both-valid', ['this-valid'], 1, ['X0']],
    ['both-valid', ['other-valid'], 1, ['X0']],
    ['both-valid', ['both-valid'], 1, null],
    ['other-valid', ['this-valid'], 1, null],
    ['other-valid', ['both-valid'], 1, ['X0']],
    ['other-valid', ['other-valid'], 1, ['X0']],
    // A third record that nobody has decided may be the valid one, or one of both.
    ['other-valid', ['other-valid'], 2, null],
    ['both-valid', ['other-valid'], 2, null],
    ['this-valid', ['other-valid', 'this-valid'], 2, ['X1']],
    ['other-valid', ['both-valid', 'both-valid'], 2, null],
    ['hold', ['this-valid'], 1, null],
    ['bad-data', ['other-valid'], 1, null],
  ])('%s beside %j of %i others is against %j', (said, answers, beside, against) => {
    const others = new Map(answers.map((answer, at) => [`X${at}`, answer]));
    expect(oddsOf({ id: 'A', beside }, said, others)?.against ?? null).toEqual(against);
  });

  test('every way out holds, and none is offered where nothing is wrong', () => {
    const code = fc.constantFrom<DecisionCode>(...CODES);
    fc.assert(
      fc.property(
        code,
        fc.array(code, { maxLength: 4 }),
        fc.integer({ min: 0, max: 2 }),
        (said, answers, open) => {
          const others = new Map(answers.map((answer, at) => [`X${at}`, answer]));
          // Each was held against the others when it was saved.
          fc.pre(atOdds([...answers, null, ...Array.from({ length: open }, () => null)]) === null);
          const found = oddsOf({ id: 'A', beside: answers.length + open }, said, others);
          const unknown = Array.from({ length: open }, () => null);
          expect(found === null).toBe(atOdds([said, ...answers, ...unknown]) === null);
          for (const { answers: settled } of found?.ways ?? []) {
            const now = ['A', ...others.keys()].map((id) => settled.get(id) ?? others.get(id)!);
            expect([settled, atOdds([...now, ...unknown])]).toEqual([settled, null]);
          }
        },
      ),
    );
  });
});

const TOWN = '142999';
const record = (id: string, others: readonly string[]): SampleCase => ({
  ...familyCase(id),
  ...{ kind: 'duplicate-link', cause: null, severity: 'medium', candidates: [], recordId: `r-${id}` },
  ...{ incident: 'D-1', related: others },
  beside: others.map((other) => ({ ...familyCase(other).record, recordId: `r-${other}`, levels: {} })),
});
const CASES = [record('D-1', ['D-2']), record('D-2', ['D-1']), { ...familyCase('Z-1'), incident: 'Z-1' }];

describe.skipIf(!hasBrowser())('two records of one resident, taken one by one', () => {
  const report = openReport(resultOf(new Map([[TOWN, CASES]])));

  /** What stands of each case. */
  const standing = (page: Page) =>
    page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.endsWith(':decisions'))!;
      const { events } = JSON.parse(localStorage.getItem(key) ?? '{"events":[]}');
      return Object.fromEntries(
        (events as { case: string; decision: string }[]).map(({ case: id, decision }) => [id, decision]),
      );
    });
  const at = (page: Page, id: string) => expect.poll(() => page.locator('.facts').innerText()).toContain(id);

  test('both valid alone: nothing is saved until somebody says which hold, and U takes that back as one', async () => {
    const { page, open, complaints, context } = await report.visit();
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(`${TOWN}/index.html#case=D-1`);
    await page.keyboard.press('1');
    await at(page, 'D-2');
    await page.keyboard.press('1');
    await page.waitForSelector('#odds:not([hidden])');
    expect(await page.locator('#odds-why').innerText()).toBe(
      'D-1「こちらが有効」と両立しないため、まだ保存していません。どれにするかを選んでください（数字キーでも選べます。Esc でやめる）',
    );
    expect(await page.locator('#odds-choices button').allInnerTexts()).toEqual([
      '1 両方有効（この事案も D-1 も）',
      '2 こちらが有効（D-1 は「ほかの記録が有効」）',
      '3 ほかの記録が有効（D-1 が「こちらが有効」）',
    ]);
    expect(await page.locator('#decisions').isVisible()).toBe(false);
    expect(await standing(page)).toEqual({ 'D-1': 'this-valid' });
    await page.keyboard.press('Escape');
    expect(await page.locator('#decisions').isVisible()).toBe(true);
    expect(await standing(page)).toEqual({ 'D-1': 'this-valid' });
    await page.keyboard.press('1');
    await page.waitForSelector('#odds:not([hidden])');
    await page.keyboard.press('1');
    await at(page, 'Z-1');
    expect(await standing(page)).toEqual({ 'D-1': 'both-valid', 'D-2': 'both-valid' });
    await page.keyboard.press('u');
    await at(page, 'D-2');
    expect(await standing(page)).toEqual({ 'D-1': 'this-valid' });
    // The other way out, by the mouse.
    await page.keyboard.press('1');
    await page.locator('[data-odds="2"]').click();
    await at(page, 'Z-1');
    expect(await standing(page)).toEqual({ 'D-1': 'other-valid', 'D-2': 'this-valid' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('none left, in English; what goes together is saved at once', async () => {
    const { page, open, complaints, context } = await report.visit();
    await open(`${TOWN}/index.html#case=D-1`);
    await page.locator('[data-act=language]').first().click();
    await page.keyboard.press('2');
    await at(page, 'D-2');
    await page.keyboard.press('2');
    await page.waitForSelector('#odds:not([hidden])');
    expect(await page.locator('#odds-why').innerText()).toBe(
      'Not saved yet, as it excludes what was decided on D-1 “Another one is valid”. Choose what holds (number keys work too, Esc leaves)',
    );
    await page.keyboard.press('3');
    await at(page, 'Z-1');
    expect(await standing(page)).toEqual({ 'D-1': 'this-valid', 'D-2': 'other-valid' });
    await page.keyboard.press('k');
    await at(page, 'D-2');
    await page.keyboard.press('4');
    await at(page, 'Z-1');
    expect(await standing(page)).toEqual({ 'D-1': 'this-valid', 'D-2': 'hold' });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
