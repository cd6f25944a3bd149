import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAUSES } from '../../src/findings/causes/index.js';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const TOWN = '142999';
const TOWN_ADDRESS = '神奈川県ひばり野市桜ケ丘４丁目２９番３号　ハイム若葉３０５号';
const OTHER_ADDRESS = '神奈川県ひばり野市桜ケ丘６丁目３７番２０号　グリーンハイツ富士２０３号';

const at = <P extends { readonly items: SampleCase['record']['items'] }>(person: P, address: string): P => ({
  ...person,
  items: { ...person.items, address },
});

const DIFFERS = {
  address: {
    level: 'x',
    kind: 'different',
    text: { ja: '同じ市区町村の別の住所です', en: 'Another address' },
  },
} as const;
/** With the longest line of what speaks for and against. */
const DEAD = {
  service: 'account',
  ended: { how: 'dead', on: '2023-03-06' },
  registration: { at: '2023-04-03', day: '2023-04-03', terminal: null, operator: null, lookup: null },
} as const;
/** As long as a record beside makes it. */
const BESIDE_REASON = [
  'Bは氏名・生年月日・性別がAと一致しません。',
  'A2は比べた全項目がBと一致します。',
  'C1（記録の内容が近い住民）は比べた全項目がAと一致します。',
];
const BESIDE_REASON_EN = [
  'B differs from A in name, date of birth and sex.',
  'A2 agrees with B in every item compared.',
  'C1 (similar to the record) agrees with A in every item compared.',
];

/** A case with addresses as long as offices have them, and so many candidates. */
function caseOf(id: string, part: Partial<SampleCase>, candidates: number): SampleCase {
  const base = familyCase(id);
  return {
    ...base,
    record: at(base.record, TOWN_ADDRESS),
    linked: at(base.linked!, OTHER_ADDRESS),
    candidates: base.candidates.slice(0, candidates).map((one) => at(one, TOWN_ADDRESS)),
    ...part,
  };
}

const HELD = {
  ja: 'マイナンバーカード（2022-12-15 ・ 端末 T1429901、要確認）、健康保険証',
  en: 'My Number cards (2022-12-15 ・ terminal T1429901, to be checked), Health insurance',
};
/** What could decide, as long as it is in the sample. */
const DECIDING: Readonly<Record<string, NonNullable<SampleCase['facts']>[number]>> = {
  number_tail: {
    ...{ item: 'number_tail', decides: true, record: '…0322', beside: [] },
    ...{ linked: '…0322', candidates: ['…0652', '…9013'] },
  },
  records: {
    ...{ item: 'records', decides: true, record: null, beside: [] },
    ...{ linked: HELD, candidates: [HELD, { ja: 'なし', en: 'none' }] },
  },
};

/** Those of its own source stand beside. */
const OTHERS = {
  ...DECIDING.records!,
  linked: { ja: '健康保険証（氏名≠A）', en: 'Health insurance (name ≠ A)' },
};

/** Two between whom the record cannot decide, with all that could. */
const TIE: Partial<SampleCase> = {
  facts: [
    DECIDING.number_tail!,
    DECIDING.records!,
    {
      ...{ item: 'household_id', decides: true, record: null, beside: [] },
      ...{ linked: '1000001559', candidates: ['1000001559', '1000001871'] },
    },
  ],
  reason: {
    ja: 'Bは名・生年月日がAと一致しません。C1とC2は同じように一致し、記録だけでは決められません。1人の二重登録か別の2人かを先に確認してください（関連する事案）。',
    en: 'B differs from A in given name. C1 and C2 fit equally well; the record alone cannot decide between them.',
  },
  twins: [['C1', 'C2']],
};
/** Every kind with one candidate, the wrong links by each cause too, and those with two: more than sixteen. */
const KINDS = FINDING_KINDS.map(
  (kind) => [kind.id, { kind: kind.id, headline: kind.headline, ...ofKind(kind) }] as const,
);
const CAUSED = CAUSES.map(({ id }) => [id, { cause: id }] as const);
const LINKS = FINDING_KINDS.filter(({ asksWhoseRecord }) => asksWhoseRecord).map(({ id }) => id);
const ONE = [...KINDS, ...CAUSED].map(([id, part]) => caseOf(`one-${id}`, part, 1));

/** What the page of a kind shows beside the items: rows of facts, a record beside, nobody where the number is nobody's. */
function ofKind({ id, facts }: (typeof FINDING_KINDS)[number]): Partial<SampleCase> {
  const isBeside = id === 'duplicate-link';
  const { record } = familyCase('x');
  return {
    facts: facts.map(
      (item) =>
        (isBeside && item === 'records' ? OTHERS : DECIDING[item]) ?? {
          item,
          record: '2023-01-16 16:27:51',
          beside: isBeside ? ['2023-01-16 16:09:28'] : [],
          linked: isBeside ? null : '2022-03-05',
          candidates: [],
        },
    ),
    ...(isBeside
      ? {
          beside: [{ ...at(record, TOWN_ADDRESS), recordId: '142999-0001424', levels: DIFFERS }],
          candidates: [],
          reason: { ja: BESIDE_REASON.join(''), en: BESIDE_REASON_EN.join(' ') },
        }
      : {}),
    ...(id === 'defunct-resident' || id === 'duplicate-resident' ? { candidates: [] } : {}),
    ...(id === 'stale-binding' ? { linked: null } : {}),
    ...(id === 'defunct-resident' ? DEAD : {}),
  };
}
const TWO = [...KINDS.filter(([id]) => LINKS.includes(id)), ...CAUSED].map(([id, part]) =>
  caseOf(`two-${id}`, part, 2),
);
const TIED = caseOf('two-tied', TIE, 2);

describe.skipIf(!hasBrowser())('what decides is seen without scrolling', () => {
  let dir: string;
  beforeAll(async () => {
    dir = temporaryFolder();
    await writeReports(resultOf(new Map([[TOWN, [...ONE, ...TWO, TIED]]])), dir, ['html']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([
    [1366, 768, [...ONE, ...TWO, TIED], 'ja'],
    [1366, 768, [...ONE, ...TWO, TIED], 'en'],
    [1280, 720, ONE, 'ja'],
    [1280, 720, ONE, 'en'],
  ] as const)('on %i x %i all rows stand above the decisions', async (width, height, cases, language) => {
    const { page, open, complaints, context } = await visit(dir);
    await page.setViewportSize({ width, height });
    await open(`${TOWN}/index.html`);
    if (language === 'en') await page.locator('[data-act=language]').click();
    const cut: unknown[] = [];
    for (const { findingId, facts = [] } of cases) {
      await goTo(page, findingId);
      const { rows, last, bar, barEnd, reason } = await measured(page);
      expect([findingId, rows]).toEqual([findingId, 5 + facts.length]);
      if (last > bar || barEnd > height || reason > 30) cut.push([findingId, last, bar, barEnd, reason]);
    }
    expect(cut).toEqual([]);
    expect(cases.length).toBeGreaterThan(15);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the choice of a candidate leaves the table that it is made from in sight', async () => {
    const { page, open, context } = await visit(dir);
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(`${TOWN}/index.html#case=two-tied`);
    await page.waitForSelector('#case:not([hidden]) h1');
    await page.keyboard.press('1');
    await page.waitForSelector('#choose:not([hidden]) button:focus');
    const { bar, barEnd } = await measured(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(barEnd).toBeLessThanOrEqual(768);
    // Of the rows that are compared none is covered: they end where the facts below them begin.
    const compared = await page
      .locator('.compare tbody tr:not(.fact)')
      .evaluateAll((all) => Math.max(...all.map((row) => row.getBoundingClientRect().bottom)));
    expect(compared).toBeLessThanOrEqual(bar);
    await context.close();
  });

  test('rows that differ stand first and are tinted; the conclusion has no frame', async () => {
    const { page, open, context } = await visit(dir);
    await open(`${TOWN}/index.html#case=one-wrong-resident`);
    const rows = await page.locator('.compare tbody tr:not(.fact)').evaluateAll((all) =>
      all.map((row) => ({
        differs: row.classList.contains('differs'),
        isSaid: row.querySelector('td:nth-of-type(2) .tag.different') !== null,
        ground: getComputedStyle(row.querySelector('td')!).backgroundColor,
      })),
    );
    const first = rows.findIndex(({ differs }) => !differs);
    expect(first).toBeGreaterThan(1);
    expect(rows.slice(first).some(({ differs }) => differs)).toBe(false);
    expect(rows.every(({ differs, isSaid }) => differs === isSaid)).toBe(true);
    expect(new Set(rows.map(({ ground }) => ground)).size).toBe(2);
    const heading = await page.evaluate(() => {
      const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement!);
      return [document.activeElement!.tagName, outlineStyle, boxShadow];
    });
    expect(heading).toEqual(['H1', 'none', 'none']);
    await context.close();
  });

  test('on a phone A, B and C1 stand below each other, each with its letter', async () => {
    const { page, open, context } = await visit(dir);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`${TOWN}/index.html#case=one-wrong-resident`);
    const cells = await page.locator('.compare tbody tr:first-child td').evaluateAll((all) =>
      all.map((cell) => {
        const { left, top, right } = cell.getBoundingClientRect();
        return { letter: getComputedStyle(cell, '::before').content, left, top, right };
      }),
    );
    expect(cells.map(({ letter }) => letter)).toEqual(['"A"', '"B"', '"C1"']);
    expect(new Set(cells.map(({ left }) => left)).size).toBe(1);
    expect(cells.map(({ top }) => top)).toEqual(cells.map(({ top }) => top).sort((a, b) => a - b));
    expect(Math.max(...cells.map(({ right }) => right))).toBeLessThanOrEqual(390);
    await context.close();
  });
});

async function goTo(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => {
    location.hash = `#case=${wanted}`;
  }, id);
  await page.waitForFunction((wanted) => document.querySelector('.facts')?.textContent?.includes(wanted), id);
}

/** Where the last row ends and the decisions begin and end, and how high the reason is; in CSS pixels. */
function measured(page: Page) {
  return page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
    const bar = box('.decide');
    return {
      rows: document.querySelectorAll('.compare tbody tr').length,
      last: Math.floor(box('.compare tbody tr:last-child').bottom),
      bar: bar.top,
      barEnd: Math.floor(bar.bottom),
      reason: box('.because').height,
    };
  });
}
