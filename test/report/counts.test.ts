import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { CaseState, DecisionCode } from '../../src/audit/case.js';
import { DECISION_CODES } from '../../src/audit/decision.js';
import { CAUSES } from '../../src/findings/titles.js';
import { writeReports } from '../../src/report/index.js';
import { temporaryFolder } from './browser.js';
import { familyCase, resultOf, type SampleCase } from './sample-result.js';

const KINDS = [
  { kind: 'wrong-resident', isLink: true },
  { kind: 'unknown-number', isLink: true },
  { kind: 'duplicate-link', isLink: false },
  { kind: 'defunct-resident', isLink: false },
] as const;
/** Answers of every kind, those of before kinds had their own among them. */
const DECIDED: readonly DecisionCode[] = DECISION_CODES.filter((code) => code !== 'hold');
const WAITING: readonly CaseState[] = ['open', 'reopened', 'second-needed', 'disagreement', 'on-hold'];

const anyCase = fc.record({
  kind: fc.constantFrom(...KINDS),
  source: fc.constantFrom('insurance', 'cards'),
  cause: fc.constantFrom(...Object.keys(CAUSES)),
  verdict: fc.option(fc.constantFrom(...DECIDED)),
  waits: fc.constantFrom(...WAITING),
});
type AnyCase = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

function sampleOf({ kind, source, cause, verdict, waits }: AnyCase, index: number): SampleCase {
  return {
    ...familyCase(`C-${index}`),
    ...{ kind: kind.kind, source, cause: kind.isLink ? cause : null, grade: kind.isLink ? 'C' : 'A' },
    ...(verdict === null ? { review: waits } : { review: 'closed' as const, verdict }),
  };
}

/** 要確認, 確認済み, 紐付け誤り, 未判断 and the causes, counted by hand. */
function counted(cases: readonly AnyCase[]): readonly number[] {
  const links = cases.filter(({ kind }) => kind.isLink);
  const wrong = links.filter(({ verdict }) => verdict === 'wrong-candidate' || verdict === 'wrong-unknown');
  const open = links.filter(({ verdict }) => verdict === null);
  const causes = Object.keys(CAUSES).map((id) => wrong.filter(({ cause }) => cause === id).length);
  return [links.length, links.length - open.length, wrong.length, open.length, ...causes];
}

/** A figure of the page: what it says in Japanese, and the numbers in it. */
function figureOf(page: string, title: string) {
  const [, value] = new RegExp(`${title}</span>.*?<dd>(.*?)</dd>`, 's').exec(page)!;
  const japanese = value!.replaceAll(/<span lang="en">.*?<\/span>/gs, '').replaceAll(/<[^>]*>/g, ' ');
  const numbers = [...japanese.replaceAll(/(?<=\d),(?=\d)/g, '').matchAll(/\d+/g)].map(Number);
  return { text: japanese.replaceAll(/\s+/g, ' '), numbers };
}

test('page, summary.csv and workbook count each wrong link once, and no second record or death, whatever was decided', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCase, { maxLength: 30 }), async (cases) => {
      const dir = temporaryFolder();
      await writeReports(resultOf(new Map([['01130012', cases.map(sampleOf)]])), dir, [
        'html',
        'xlsx',
        'csv',
      ]);
      const expected = [
        ...['insurance', 'cards'].map((source) => counted(cases.filter((item) => item.source === source))),
        counted(cases),
      ];

      const csv = parse(readFileSync(join(dir, 'summary.csv')), { bom: true }) as string[][];
      expect(csv.slice(1).map((row) => row.slice(2).map(Number))).toEqual(expected);
      expect(csv.slice(1).map((row) => row[0])).toEqual(['健康保険', 'マイナンバーカード', '合計']);

      const book = await readXlsx(readFileSync(join(dir, 'findings.xlsx')));
      const sheet = book.sheets.find(({ name }) => name === '集計')!;
      expect(sheet.rows[0]).toEqual(csv[0]);
      expect(sheet.rows.slice(1).map((row) => row.slice(2))).toEqual(expected);

      const page = readFileSync(join(dir, 'index.html'), 'utf8');
      const table = /<table class="dense" id="counts">.*?<\/table>/s.exec(page)![0];
      const lines = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
        .slice(1)
        .map(([, line]) =>
          [...line!.matchAll(/<td class="number">([\d,]+)<\/td>/g)].map(([, text]) =>
            Number(text!.replaceAll(',', '')),
          ),
        );
      const total = expected.at(-1)!;
      const isShown = (at: number) => at < 4 || total[at]! > 0;
      expect(lines.map((line) => line.slice(1))).toEqual(
        expected.map((row) => row.filter((_, at) => isShown(at))),
      );

      // What counts links and what counts cases say so, and add up to each other.
      const [doubt, wrong, left] = ['要確認の紐付け', '誤り確定の紐付け', '未判断の事案'].map((title) =>
        figureOf(page, title),
      );
      expect(wrong!.numbers[0]).toBe(total[2]);
      const others = cases.filter(({ kind }) => !kind.isLink);
      const othersLeft = others.filter(({ verdict }) => verdict === null).length;
      expect(doubt!.numbers).toEqual([total[0], others.length, cases.length]);
      expect(left!.text).toMatch(/紐付け \d+・その他 \d+（済 \d+ \/ \d+）/);
      const open = total[3]! + othersLeft;
      expect(left!.numbers.slice(0, 5)).toEqual([
        ...[open, total[3], othersLeft],
        ...[cases.length - open, cases.length],
      ]);
      expect(page).toContain(`その他の要確認（重複・死亡・転出など）${others.length} 件は含みません`);
      const listed = readFileSync(join(dir, '01130012/data/org-0.js'), 'utf8');
      const inList = /"key":"closed-wrong"[^}]*?"count":(\d+)/.exec(listed);
      expect(Number(inList?.[1] ?? 0)).toBe(total[2]);
    }),
    { numRuns: 12 },
  );
});
