import { expect, test } from 'vitest';
import type { Evidence, LevelKind } from '../../src/audit/evidence.js';
import { comparisonRows } from '../../src/report/html/case/comparison-rows.js';
import { textTable } from '../../src/report/html/case/interner.js';
import { familyCase, shownSample } from './sample-result.js';

const LINKED = { name: '矢葉　智美', birth_date: '1985-12-07', sex: '女', address: '中央4-26-10' };
const OTHER = { name: '森田　重文', birth_date: '1964-07-07', sex: '女', address: '中央4-26-10' };

/** Rows of A, A2 and B, where A2 compares with B by these levels. */
function rowsOf(
  record: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, string | null>>,
  kinds: Readonly<Record<string, LevelKind>>,
  {
    evidence = [],
    hides = false,
  }: { readonly evidence?: readonly Evidence[]; readonly hides?: boolean } = {},
) {
  const made = familyCase('F-1');
  const person = (items: Readonly<Record<string, string | null>>) => ({
    ...{ residentId: null, items: { kana: null, ...items }, protected: false },
    birthDate: items.birth_date ?? null,
  });
  const levels = Object.entries(kinds).map(([id, kind]) => [
    id,
    { level: kind, kind, text: { ja: `${id} ${kind}`, en: kind } },
  ]);
  const item = shownSample({
    ...made,
    kind: 'duplicate-link',
    record: person(record),
    linked: person(LINKED),
    candidates: [],
    evidence,
    beside: [{ ...person(beside), recordId: 'r-2', levels: Object.fromEntries(levels) }],
  });
  const { intern, texts } = textTable();
  const rows = comparisonRows(item, [], intern, hides);
  return new Map(
    rows.map(({ item: key, record: own, cells, differs }) => [
      key,
      {
        ...cells[0]!,
        says: (cells[0]!.says ?? []).map(([, text]) => texts[text]![0]),
        differs: differs === true,
        own: { ...own, says: (own.says ?? []).map(([, text]) => texts[text]![0]) },
        standard: cells[1]!,
      },
    ]),
  );
}

const EQUAL = {
  family: 'equal',
  given: 'equal',
  birth_date: 'equal',
  sex: 'equal',
  address: 'equal',
} as const;

test('a record that is the resident’s own has no mark, however far the record under review is from both', () => {
  const rows = rowsOf(OTHER, LINKED, EQUAL);
  for (const key of ['name', 'birth_date', 'sex', 'address']) {
    expect([key, rows.get(key)!.state, rows.get(key)!.says]).toEqual([key, 'equal', []]);
    expect(rows.get(key)!.runs.every((run) => typeof run === 'string')).toBe(true);
  }
  expect(rows.get('birth_date')!.differs).toBe(true);
});

test('a record that is not is marked against the resident, and its row comes first though A agrees', () => {
  const rows = rowsOf(LINKED, { ...LINKED, birth_date: '1985-12-17' }, { ...EQUAL, birth_date: 'different' });
  const { state, says, runs, differs } = rows.get('birth_date')!;
  expect([state, says, differs]).toEqual(['different', ['birth_date different'], true]);
  expect(runs.some((run) => typeof run !== 'string')).toBe(true);
  expect([...rows.keys()][0]).toBe('birth_date');
});

test('what the record beside does not state is not compared', () => {
  const rows = rowsOf(LINKED, { ...LINKED, address: null }, { ...EQUAL, address: 'missing' });
  expect(rows.get('address')).toMatchObject({ state: 'missing', runs: [], says: [], differs: false });
});

const isMarked = (runs: readonly unknown[]) => runs.some((run) => typeof run !== 'string');
const differing = (item: string): Evidence => ({
  ...{ item, title: { ja: item, en: item }, level: 'x', kind: 'different', weight: -5 },
  text: { ja: `${item} differs`, en: '' },
});

test('the record under review is marked against the resident too, who stands as they are', () => {
  const rows = rowsOf(OTHER, LINKED, EQUAL, { evidence: [differing('birth_date')] });
  const { own, standard } = rows.get('birth_date')!;
  expect([own.state, own.says, isMarked(own.runs)]).toEqual(['different', ['birth_date differs'], true]);
  expect([standard.state, standard.says, isMarked(standard.runs)]).toEqual(['equal', undefined, false]);
  const { own: sex } = rows.get('sex')!;
  expect([sex.state, sex.says, isMarked(sex.runs)]).toEqual(['equal', [], false]);
});

test('of a resident without an item the record says that it was not compared, and one without it is missing', () => {
  const { kana } = Object.fromEntries(rowsOf({ ...OTHER, kana: 'モリタ シゲフミ' }, LINKED, EQUAL));
  expect(kana!.own).toMatchObject({ state: 'missing', runs: ['モリタ シゲフミ'] });
  expect(kana!.own.missing).toBeUndefined();
  const { address } = Object.fromEntries(rowsOf({ name: OTHER.name }, LINKED, EQUAL));
  expect(address!.own).toMatchObject({ missing: true, runs: [] });
});

test('where what agrees is hidden, what differs is seen of the resident as well', () => {
  const rows = rowsOf(OTHER, LINKED, EQUAL, { evidence: [differing('birth_date')], hides: true });
  const { own, standard } = rows.get('birth_date')!;
  expect([isMarked(own.runs), isMarked(standard.runs)]).toEqual([true, true]);
});

test('that a hidden address was compared is told of each record, and not of the resident whom they are compared with', () => {
  const made = familyCase('F-1');
  const at = <P extends object>(person: P) => ({ ...person, protected: true });
  const item = shownSample({
    ...made,
    kind: 'duplicate-link',
    linked: at(made.linked!),
    candidates: [],
    beside: [{ ...made.record, recordId: 'r-2', levels: made.candidates[1]!.levels }],
  });
  const { intern, texts } = textTable();
  const row = comparisonRows(item, [], intern).find(({ item: key }) => key === 'address')!;
  const said = (says: readonly (readonly [unknown, number])[] = []) =>
    says.map(([, text]) => texts[text]![0]);
  const COMPARED = ['比較済み（結果は支援措置のため表示しません）'];
  expect([row.record, ...row.cells].map(({ says }) => said(says))).toEqual([COMPARED, COMPARED, []]);
});
