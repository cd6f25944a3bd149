import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/audit/evidence.js';
import type { AuditResult } from '../../src/audit/result.js';
import { writeReports } from '../../src/report/index.js';
import { fileNames } from '../../src/report/text/names.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TOWN = '142999';
const SECRET = '霞が関9-9-9';

const row = (item: string, weight: number): Evidence => ({
  item,
  title: { ja: item, en: item },
  level: 'x',
  kind: weight > 0 ? 'equal' : 'different',
  weight,
  text: { ja: item, en: item },
});

/** A namesake: A and B agree in nearly everything, and only another resident turns the sum. */
const NAMESAKE: SampleCase = {
  ...familyCase('N-1'),
  evidence: [
    row('prior', 7.2),
    row('family', 10.5),
    row('given', 9.2),
    row('address', -6.8),
    row('rivals', -54.6),
  ],
  total: -34.5,
  origin: { file: '../exports/insurance.csv', row: 12 },
};
const base = familyCase('P-1');
const PROTECTED: SampleCase = {
  ...base,
  linked: { ...base.linked!, protected: true, items: { ...base.linked!.items, address: null } },
  candidates: base.candidates.map((one) => ({ ...one, items: { ...one.items, address: SECRET } })),
  record: { ...base.record, items: { ...base.record.items, address: null, previous_address: SECRET } },
};
const REGISTER: SampleCase = {
  ...familyCase('R-1'),
  kind: 'duplicate-resident',
  source: 'register',
  organisation: null,
  cause: null,
  candidates: [],
};

function result(): AuditResult {
  const made = resultOf(
    new Map([
      [
        TOWN,
        [NAMESAKE, PROTECTED, { ...familyCase('S-1'), blind: true }, { ...familyCase('S-2'), blind: true }],
      ],
      ['-', [REGISTER]],
    ]),
  );
  const inputs = made.run.inputs.map((input) => ({ ...input, path: `../exports/${input.source}.csv` }));
  return {
    ...made,
    run: { ...made.run, inputs },
    summary: {
      ...made.summary,
      register: { ...made.summary.register, findings: { 'duplicate-resident': 1 } },
    },
    profile: [
      {
        source: 'register',
        item: 'birth_date',
        rows: 1_000_000,
        filled: 999_999,
        distinct: 36_000,
        estimated: true,
        sampled: 9_987,
        valid: 0.9996,
        shapes: [
          { shape: '漢漢99漢9漢9漢', share: 0.62 },
          { shape: '9{4}-99-99', share: 0.0004 },
        ],
      },
      {
        source: 'insurance',
        item: 'organisation',
        rows: 10,
        filled: 10,
        distinct: 2,
        estimated: false,
        sampled: 10,
        valid: null,
        shapes: [],
      },
    ],
  };
}

test.each<[paths: string[], path: string, name: string]>([
  [['../a/cards.csv', '../a/x.csv'], '../a/cards.csv', 'cards.csv'],
  [['../2022/cards.csv', '../2023/cards.csv'], '../2023/cards.csv', '../2023/cards.csv'],
  // One file may be read by two sources.
  [['a/x.csv', 'a/x.csv'], 'a/x.csv', 'x.csv'],
])('files %j: %s is called %s', (paths, path, name) => {
  expect(fileNames(paths.map((each) => ({ path: each })))(path)).toBe(name);
});

describe.skipIf(!hasBrowser())('what clerks and officials read', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(result(), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

  test('two rows of the register are headed by the first of them, in the language of the page', async () => {
    const { page, open, context } = await visit(dir);
    await open('org-none/index.html#case=R-1');
    const facts = async () => (await page.locator('.facts').innerText()).split(' ・ ').slice(2, 5);
    const { recordId } = REGISTER;
    expect(await facts()).toEqual(['機関 記載なし・住民登録', '住民登録', `宛名番号 ${recordId}`]);
    await page.locator('[data-act=language]').click();
    expect(await facts()).toEqual([
      'Organisation none stated, resident register',
      'Resident register',
      `Resident ${recordId}`,
    ]);
    await context.close();
  });

  test('what A and B give alone is a subtotal above what the others take from it; both sums are right', async () => {
    const { page, open, complaints, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=N-1`);
    expect(await texts(page, '.weights td.number b')).toEqual([
      '＋7.2',
      '＋10.5',
      '＋9.2',
      '−6.8',
      '＋20.1',
      '−54.6',
      '−34.5',
    ]);
    expect((await texts(page, '.weights tr.subtotal th'))[0]).toBe('A と B だけの小計');
    // The bars of the others and of the total are cut, so that those of A and B stay legible.
    expect(await page.locator('.weights .cut').count()).toBe(2);
    const widths = await page
      .locator('.weights .bar rect')
      .evaluateAll((bars) => bars.map((bar) => (bar as SVGRectElement).getBBox().width));
    expect(widths[1]! / Math.max(...widths)).toBeGreaterThan(0.25);
    expect((await texts(page, '.notes'))[0]).toContain('元の記録: insurance.csv の 12 件目');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('where anybody in a case is protected no address of the case is shown, nor in its data', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=P-1`);
    const cells = await page
      .locator('.compare tbody tr', { has: page.locator('th', { hasText: '住所' }) })
      .locator('td')
      .allInnerTexts();
    expect(cells.length).toBeGreaterThanOrEqual(4);
    // Whether it was compared is told, and nothing of what came of it.
    for (const cell of cells)
      expect(cell.replace(/\s+/g, '')).toMatch(
        /^表示しません（支援措置）(比較済み（結果は支援措置のため表示しません）|(A|この方|どちらも)?が?未登録のため比べていません)?$/,
      );
    expect(readFileSync(join(dir, TOWN, 'data/cases-0.js'), 'utf8')).not.toContain(SECRET);
    await context.close();
  });

  test('the blind sample stands apart under a line of its own, with nothing to guess from', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html`);
    const rows = await texts(page, '#table tbody tr');
    expect(rows).toHaveLength(5);
    expect(rows[2]).toContain('抽出点検 2 件');
    for (const sample of rows.slice(3)) expect(sample.match(/伏せています/g)).toHaveLength(3);
    await page.getByLabel('別の住民がより合致').check();
    await page.waitForFunction(() => document.querySelectorAll('#table tbody tr').length === 2);
    expect(await page.locator('#table tr.samples').count()).toBe(0);
    await context.close();
  });

  test('findings about the register have a section of their own that leads to their list', async () => {
    const { page, open, complaints, context } = await visit(dir);
    for (const start of ['index.html', 'organisations.html']) {
      await open(start);
      await page.getByRole('link', { name: /住民の二重登録\s*: 1 件/ }).click();
      await page.waitForSelector('body[data-ready=yes]', { state: 'attached' });
      expect(await page.locator('#table tbody a').count()).toBe(1);
      expect((await texts(page, 'header.top'))[0]).toContain('機関 記載なし・住民登録');
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the quality page shows each item as it is filled, never rounded up to all', async () => {
    const { page, open, context } = await visit(dir);
    await open('quality.html');
    expect((await texts(page, 'main'))[0]).toContain('register.csv');
    expect((await texts(page, 'main'))[0]).not.toContain('../exports');
    const cells = await page.locator('.profile').first().locator('tbody td').allInnerTexts();
    expect(cells.slice(0, 3).map((cell) => cell.replace(/\s+/g, ' ').trim())).toEqual([
      '999,999 > 99.9 %',
      '約 36,000',
      '> 99.9 % 9,987 件の標本',
    ]);
    expect(await texts(page, '.profile .shapes > span')).toEqual([
      '漢漢99漢9漢9漢 62.0 %',
      '9{4}-99-99 < 0.1 %',
    ]);
    expect(await page.locator('.profile').nth(1).locator('tbody td').allInnerTexts()).toEqual([
      '10 100.0 %',
      '2',
      '－',
      '',
    ]);
    await context.close();
  });

  test.each(['index.html', 'quality.html', `${TOWN}/index.html`, `${TOWN}/index.html#case=N-1`])(
    'axe finds nothing on %s',
    async (path) => {
      const { page, open, context } = await visit(dir);
      await open(path);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      expect(violations).toEqual([]);
      await context.close();
    },
  );
});
