import { expect, test } from 'vitest';
import type { LevelKind } from '../../src/audit/evidence.js';
import { comparisonRows } from '../../src/report/html/case/comparison-rows.js';
import { textTable } from '../../src/report/html/case/interner.js';
import { familyCase, shownSample } from './sample-result.js';

type Names = Readonly<Record<'name' | 'kana', string | null>>;

/** The cell of B in the row of names, for a record and a linked resident with these names. */
function cellOfNames(record: Names, linked: Names, kind: LevelKind) {
  const made = familyCase('F-1');
  const item = shownSample({
    ...made,
    record: { ...made.record, items: { ...made.record.items, ...record } },
    linked: { ...made.linked!, items: { ...made.linked!.items, ...linked } },
    candidates: [],
    evidence: made.evidence.map((one) => (['family', 'given'].includes(one.item) ? { ...one, kind } : one)),
  });
  const { intern, texts } = textTable();
  const row = comparisonRows(item, [], intern).find(({ item: key }) => key === 'name')!;
  const [cell] = row.cells;
  return { state: cell!.state, says: cell!.says.map(([, text]) => texts[text]![0]), differs: row.differs };
}

const KANA = { name: null, kana: 'ﾌｼﾞｲ ﾁｴｴ' };

test('kanji that cannot be read as the kana of the record are marked where they stand, and the row comes first', () => {
  const { state, says, differs } = cellOfNames(KANA, { name: '中塚　和人', kana: null }, 'different');
  expect([state, differs]).toEqual(['different', true]);
  expect(says).toHaveLength(2);
});

test('kanji that can are marked as agreeing', () => {
  expect(cellOfNames(KANA, { name: '藤井　千恵枝', kana: null }, 'equal')).toEqual({
    state: 'equal',
    says: [],
    differs: undefined,
  });
});

test.each<[string, Names, Names]>([
  ['both have kana, and are compared there', KANA, { name: '中塚　和人', kana: 'ナカツカ カズト' }],
  ['the record has nothing', { name: null, kana: null }, { name: '中塚　和人', kana: null }],
])('where %s, the row of kanji says that nothing was compared', (_, record, linked) => {
  expect(cellOfNames(record, linked, 'different')).toMatchObject({ state: 'missing', says: [] });
});
