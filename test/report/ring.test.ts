import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RelatedCase } from '../../src/audit/case.js';
import { writeReports } from '../../src/report/index.js';
import { hasBrowser, temporaryFolder, visit } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const [TOWN, OTHER] = ['142999', '131016'];
const NAMES = ['宮﨑　修昭', '高橋　洋生', '白池　彩月', '森田　重文', '矢葉　智美'];

const named = <P extends { readonly items: SampleCase['record']['items'] }>(person: P, at: number) => ({
  ...person,
  items: { ...person.items, name: NAMES[at]! },
});

/** Records of which each is on the resident before its own: record n is person n's, and on person n − 1. */
function ringOf(name: string, records: number, part: (at: number) => Partial<SampleCase> = () => ({})) {
  const id = (at: number) => `${name}-${((at + records) % records) + 1}`;
  return Array.from({ length: records }, (_, at): SampleCase => {
    const base = familyCase(id(at));
    const before = (at + records - 1) % records;
    // Told in the order of the list, which is not that of the ring.
    const related = Array.from({ length: records }, (_, other) => other).filter((other) => other !== at);
    return {
      ...base,
      ...{ kind: 'swapped-links', cause: 'swap', incident: id(0), recordId: `record-${id(at)}` },
      record: named(base.record, at),
      residentId: `R-${name}${before + 1}`,
      linked: { ...named(base.linked!, before), residentId: `R-${name}${before + 1}` },
      // The likeliest candidate of a record may be nobody of the ring.
      candidates: [
        ...(at === 1 ? [{ ...base.candidates[1]!, residentId: 'R-elsewhere' }] : []),
        { ...named(base.candidates[0]!, at), residentId: `R-${name}${at + 1}` },
      ],
      related: related.map(id),
      relatedCases: related.map(
        (other): RelatedCase => ({
          ...{ id: id(other), kind: 'swapped-links' },
          how: { ja: '入れ替わりの相手', en: 'swapped with this one' },
        }),
      ),
      ...part(at),
    };
  });
}

const SECRET: Partial<SampleCase> = { record: { ...named(familyCase('x').record, 1), protected: true } };
const APART = ringOf('D', 3, (at) => (at === 2 ? { organisation: OTHER } : {})).map(
  (one): SampleCase => ({
    ...one,
    relatedCases: one.relatedCases!.map((other) =>
      other.id === 'D-3' ? { ...other, elsewhere: { organisation: OTHER, isLed: true } } : other,
    ),
  }),
);
const CASES: readonly SampleCase[] = [
  ...ringOf('A', 3),
  ...ringOf('B', 2),
  ...ringOf('C', 5),
  ...APART.slice(0, 2),
  ...ringOf('E', 3, (at) => (at === 1 ? SECRET : {})),
];

describe.skipIf(!hasBrowser())('links that were swapped in a ring', () => {
  let [plain, minimum] = ['', ''];
  beforeAll(async () => {
    [plain, minimum] = [temporaryFolder(), temporaryFolder()];
    const cases = new Map([
      [TOWN, CASES],
      [OTHER, APART.slice(2)],
    ]) as ReadonlyMap<string, readonly SampleCase[]>;
    const result = resultOf(cases as Map<string, readonly SampleCase[]>);
    await writeReports(result, plain, ['html']);
    await writeReports({ ...result, run: { ...result.run, disclosure: 'minimum' } }, minimum, ['html']);
  });
  afterAll(async () => {
    for (const dir of [plain, minimum]) rmSync(dir, { recursive: true, force: true });
  });

  async function tableOf(id: string, dir = plain, width = 1366) {
    const { page, open, complaints, context } = await visit(dir);
    await page.setViewportSize({ width, height: 768 });
    await open(`${TOWN}/index.html#case=${id}`);
    await page.waitForSelector('#case:not([hidden])');
    await expect.poll(() => page.locator('#incident, #case .related').count()).toBeGreaterThan(0);
    await page.waitForTimeout(200);
    const rows = (await page.locator('#ring tbody tr').all()).map((row) => row.innerText());
    const lines = (await Promise.all(rows)).map((line) => line.replaceAll(/\s+/g, ' ').trim());
    const isPrinted = (await page.locator('#ring.screen').count()) === 0;
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const caption = lines.length > 0 ? await page.locator('#ring caption').innerText() : null;
    expect([complaints, over]).toEqual([[], 0]);
    await context.close();
    return { caption, lines, isPrinted };
  }

  test('each record of three is told with whom it is on and whose it seems to be, from one to the next', async () => {
    expect(await tableOf('A-1')).toEqual({
      caption: '関連する事案: 順に入れ替わった 3 件の、今の紐付け先と本来の住民とみられる方',
      lines: [
        'この事案 宮﨑 修昭 白池 彩月 宛名番号 R-A3 宮﨑 修昭 宛名番号 R-A1',
        'A-2 高橋 洋生 宮﨑 修昭 宛名番号 R-A1 高橋 洋生 宛名番号 R-A2',
        'A-3 白池 彩月 高橋 洋生 宛名番号 R-A2 白池 彩月 宛名番号 R-A3',
      ],
      isPrinted: true,
    });
    // From within: the ring begins at the open case.
    expect((await tableOf('A-3')).lines.map((line) => line.slice(0, 4))).toEqual([
      'この事案',
      'A-1 ',
      'A-2 ',
    ]);
  });

  test('of five likewise, which the sheet of one case does not hold', async () => {
    const { lines, isPrinted } = await tableOf('C-2', plain, 390);
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['この事案', 'C-3 ', 'C-4 ', 'C-5 ', 'C-1 ']);
    expect(isPrinted).toBe(false);
  });

  test('of three all stands above the decisions, in the place of the line that named them, and says what was decided', async () => {
    const { page, open, complaints, context } = await visit(plain);
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(`${TOWN}/index.html#case=A-1`);
    await page.waitForSelector('#ring table');
    const [ring, decisions] = await Promise.all(
      ['#ring', '.decide'].map(async (selector) => (await page.locator(selector).boundingBox())!),
    );
    expect(ring!.y + ring!.height).toBeLessThanOrEqual(decisions!.y);
    // A record in each column, and a table to those who do not see it.
    const lefts = await page
      .locator('#ring [role=rowheader]')
      .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().left));
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    expect(new Set(lefts).size).toBe(3);
    expect(await page.locator('#ring').getByRole('row').count()).toBe(4);
    expect(await page.locator('.related p').count()).toBe(0);
    await page.keyboard.press('2');
    await expect.poll(() => page.url()).not.toContain('case=A-1');
    await open(`${TOWN}/index.html#case=A-2`);
    await expect.poll(() => page.locator('#ring').innerText()).toContain('→ 誤り（正しい人は不明）');
    // A case of another ring beside has its own line again.
    await open(`${TOWN}/index.html#case=C-1`);
    await page.waitForSelector('#ring table');
    expect(await page.locator('.related').innerText()).toContain('C-2');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('two are shown whole by their own pages', async () => {
    expect((await tableOf('B-1')).lines).toEqual([]);
  });

  test('a part that another organisation has counts, and is told by its id and where it is opened', async () => {
    const { caption, lines } = await tableOf('D-1');
    expect(caption).toContain('順に入れ替わった 3 件');
    // Whose record closes the ring is not known here: of D-2 the likeliest is told.
    expect(lines).toEqual([
      'この事案 宮﨑 修昭 白池 彩月 宛名番号 R-D3 宮﨑 修昭 宛名番号 R-D1',
      'D-2 高橋 洋生 宮﨑 修昭 宛名番号 R-D1 齋藤 美咲 宛名番号 R-elsewhere',
      'D-3 別の機関の記録です。どちらの住民かはその機関のページにあります （フォルダー 131016 が手元になければ、取りまとめの担当が開きます）',
    ]);
  });

  test('names are told as the page of each tells them: of a protected person, and under minimum disclosure, there are keys', async () => {
    expect((await tableOf('E-1')).lines[1]).toBe('E-2 高橋 洋生 宛名番号 R-E1 宛名番号 R-E2');
    expect((await tableOf('A-1', minimum)).lines).toEqual([
      'この事案 宛名番号 R-A3 宛名番号 R-A1',
      'A-2 宛名番号 R-A1 宛名番号 R-A2',
      'A-3 宛名番号 R-A2 宛名番号 R-A3',
    ]);
  });
});
