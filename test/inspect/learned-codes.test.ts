import { describe, expect, it } from 'vitest';
import { type LearnedCodes, learnedCodes } from '../../src/inspect/learned-codes.js';

/** Rows of a code with what stands beside it, so many times. */
type Rows = readonly [times: number, code: string, ...beside: string[]];

function learned(
  kind: 'register' | 'link',
  beside: readonly string[],
  ...rows: readonly Rows[]
): LearnedCodes | null {
  const all = rows.flatMap(([times, ...cells]) => Array.from({ length: times }, () => cells));
  const values = new Map(['区分', ...beside].map((name, at) => [name, all.map((cells) => cells[at] ?? '')]));
  const counts = new Map<string, number>();
  for (const [code] of all) counts.set(code!, (counts.get(code!) ?? 0) + 1);
  const unknown = [...counts].map(([code, rows]) => ({ code, rows }));
  return learnedCodes({ kind, status: '区分', unknown, values });
}

describe('codes of a status are learned from the columns beside it', () => {
  it('a name beside the code, one to one', () => {
    const found = learned('link', ['区分名'], [90, 'A', '利用中'], [6, 'B', '返納'], [4, 'C', '死亡']);
    expect(found).toEqual({ codes: { A: '利用中', B: '返納', C: '死亡' }, columns: ['区分名'] });
  });

  it('reasons: many for those who live here, one for those who are gone', () => {
    const found = learned(
      'register',
      ['事由'],
      [30, '5', '転入'],
      [30, '5', '出生'],
      [20, '5', ''],
      [9, '7', '転出'],
      [5, '8', '死亡'],
    );
    expect(found?.codes).toEqual({ 5: '現存', 7: '転出', 8: '死亡' });
  });

  it('days and places that only those have who are gone', () => {
    const columns = ['消除年月日', '転出先住所', '死亡年月日'];
    const found = learned(
      'register',
      columns,
      [80, '1', '', '', ''],
      [8, '2', '20220401', 'ひばり野市', ''],
      [2, '2', '20220401', '', ''],
      [6, '3', '20220501', '00000000', '20220429'],
      [3, '4', '20220601', '', ''],
    );
    expect(found?.codes).toEqual({ 1: '現存', 2: '転出', 3: '死亡', 4: '除票' });
  });

  it('the day on which a card was given back', () => {
    const found = learned(
      'link',
      ['有効期限年月日', '返納年月日'],
      [50, '10', '20300101', '00000000'],
      [5, '20', '20300101', '20230110'],
    );
    expect(found).toEqual({ codes: { 10: '有効', 20: '失効' }, columns: ['返納年月日'] });
  });

  it('a flag that is called after what it says', () => {
    const flag = (status: string, ...codes: readonly string[]) =>
      learnedCodes({
        kind: 'link',
        status,
        unknown: codes.map((code) => ({ code, rows: 9 })),
        values: new Map(),
      })?.codes;
    expect(flag('active', 'true', 'false')).toEqual({ true: '有効', false: '失効' });
    expect(flag('is_active', '1', '0')).toEqual({ 1: '有効', 0: '失効' });
    expect(flag('資格', '有', '無')).toEqual({ 有: '有効', 無: '失効' });
    expect(flag('資格有無', '○', '×')).toEqual({ '○': '有効', '×': '失効' });
    expect(flag('有効フラグ', '1', '0')).toEqual({ 1: '有効', 0: '失効' });
    expect(flag('active', '1', '2')).toBeUndefined();
    expect(flag('資格喪失有無', '有', '無')).toBeUndefined();
    expect(flag('状態', '有', '無')).toBeUndefined();
    expect(flag('status', 'true', 'false')).toBeUndefined();
  });

  it.each<[string, LearnedCodes | null]>([
    ['a day that all have', learned('link', ['失効年月日'], [50, '1', '20300101'], [5, '2', '20290101'])],
    [
      'a day that some of each have',
      learned('link', ['資格喪失年月日'], [40, '1', ''], [3, '1', '20230101'], [40, '2', '']),
    ],
    ['days of what is planned', learned('register', ['転出予定年月日'], [40, '1', ''], [5, '2', '20230101'])],
    [
      'words that mean two things for one code',
      learned('register', ['事由'], [40, '1', '転入'], [5, '2', '転出'], [5, '2', '転入']),
    ],
    [
      'that a card has ended says nothing of the resident',
      learned('register', ['カード状態'], [40, '1', '有効'], [5, '2', '失効']),
    ],
    ['two rows are chance', learned('register', ['事由'], [40, '1', '転入'], [2, '2', '死亡'])],
    ['nothing beside it', learned('register', ['備考'], [40, '1', ''], [5, '2', ''])],
    ['names that say that all goes on', learned('link', ['区分名'], [40, '1', '有効'], [5, '2', '継続'])],
  ])('nothing is learned: %s', (_, found) => {
    expect(found).toBeNull();
  });
});
