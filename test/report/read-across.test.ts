import { expect, test } from 'vitest';
import type { LevelKind } from '../../src/audit/evidence.js';
import { comparisonRows } from '../../src/report/html/case/comparison-rows.js';
import { textTable } from '../../src/report/html/case/interner.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';
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
  return {
    state: cell!.state,
    says: (cell!.says ?? []).map(([, text]) => texts[text]![0]),
    differs: row.differs,
  };
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

/** How the address and kana of B are drawn: `#` before what is boxed, `~` before what is dotted. */
function drawnOf(item: 'address' | 'kana', base: string, other: string, kind: LevelKind) {
  const made = familyCase('F-1');
  const shown = shownSample({
    ...made,
    record: { ...made.record, items: { ...made.record.items, [item]: base } },
    linked: { ...made.linked!, items: { ...made.linked!.items, [item]: other } },
    candidates: [],
    evidence: made.evidence.map((one) => ({ ...one, kind })),
  });
  const row = comparisonRows(shown, [], textTable().intern).find(({ item: key }) => key === item)!;
  return row.cells[0]!.runs.map((run) => (typeof run === 'string' ? run : `${' ~#'[run[1]]}${run[0]}`));
}

test('where an item differs nothing is dotted, and a prefecture that the record leaves out is no difference', () => {
  expect(
    drawnOf('address', 'ひばり野市中央1丁目36番', '神奈川県ひばり野市若葉台１丁目15番', 'different'),
  ).toEqual(['神奈川県', 'ひばり野市', '#若葉台', '１丁目', '#15', '番']);
  expect(drawnOf('address', 'ひばり野市中央1-2', '神奈川県ひばり野市中央1-2', 'equivalent')).toEqual([
    '~神奈川県',
    'ひばり野市中央1-2',
  ]);
  expect(drawnOf('kana', 'ｲｼﾀﾞ ｺｳｷ', 'イシダ　モモコ', 'different').join('')).not.toContain('~');
});

test('what is said of family and given name alike is said once, and only then', () => {
  const saidOf = (levels: readonly [string, string]) => {
    const made = familyCase('F-1');
    const item = shownSample({
      ...made,
      candidates: [],
      evidence: (['family', 'given'] as const).map((id, index) => {
        const level = COMPARISONS.find((one) => one.id === id)!.levels.find(
          (one) => one.id === levels[index],
        )!;
        return {
          item: id,
          title: { ja: '', en: '' },
          level: level.id,
          kind: level.kind,
          weight: -1,
          text: level.title,
        };
      }),
    });
    const { intern, texts } = textTable();
    const row = comparisonRows(item, [], intern).find(({ item: key }) => key === 'name')!;
    return row.cells[0]!.says!.map(([, text]) => texts[text]!);
  };
  expect(saidOf(['latin_differs', 'latin_differs'])).toEqual([
    [
      '氏名がローマ字の名と一致しません（登録のない通称、または別人の可能性があります）',
      'Name differs from the name in Latin letters (an alias that is not registered, or another person)',
    ],
  ]);
  expect(saidOf(['different', 'latin_differs']).map(([ja]) => ja)).toEqual([
    '氏が一致しません',
    '名がローマ字の名と一致しません（登録のない通称、または別人の可能性があります）',
  ]);
  expect(saidOf(['exact', 'different']).map(([ja]) => ja)).toEqual(['名が一致しません']);
});
