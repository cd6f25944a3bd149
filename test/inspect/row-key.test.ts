import { describe, expect, it } from 'vitest';
import { zero } from './odd-exports.js';
import { type Column, proposed, RECORD } from './proposed.js';

const rest = RECORD.slice(1);
const keyOf = (columns: readonly Column[]) =>
  proposed(columns, 'link').mapping.find(({ item }) => item === 'record_id');
/** Every second record is a further period of the one before. */
const PERIODS = 2;
const number: Column[1] = ({ i }) => zero(40_000 + Math.trunc(i / PERIODS) * 7, 8);
const period: Column[1] = ({ i }) => String(1 + (i % PERIODS));

describe('a key of which one record has several rows', () => {
  it.each([
    '履歴番号',
    '枝番',
    '期間番号',
    '記録枝番号',
    '履歴連番',
    'rireki_no',
    'RIRNO',
    'history_no',
    'HIST_SEQ',
  ])('goes with the %s that tells them apart', (name) => {
    const key = keyOf([['記録番号', number], [name, period], ...rest]);
    expect(key?.columns).toEqual(['記録番号', name]);
    expect(key?.confidence).toBeGreaterThan(0.8);
  });

  it('goes with the period behind symbol, number and branch of an insured person', () => {
    const key = keyOf([
      ['保険者番号', () => '138016'],
      ['記号', () => '町01'],
      ['番号', ({ i }) => zero(Math.trunc(i / 4), 6)],
      ['枝番', ({ i }) => zero(Math.trunc(i / 2) % 2, 2)],
      ['履歴番号', period],
      ...rest,
    ]);
    expect(key?.columns).toEqual(['保険者番号', '記号', '番号', '枝番', '履歴番号']);
  });

  it('goes with a branch and a period where neither does by itself', () => {
    const key = keyOf([
      ['証番号', ({ i }) => zero(300 + Math.trunc(i / 4), 6)],
      ['枝番', ({ i }) => zero(Math.trunc(i / 2) % 2, 2)],
      ['履歴番号', period],
      ...rest,
    ]);
    expect(key?.columns).toEqual(['証番号', '枝番', '履歴番号']);
  });

  it('stays alone where it tells every row, and where what stands beside it is none of its own', () => {
    const own: Column = ['手帳番号', ({ i }) => zero(9_000 + i, 8)];
    expect(keyOf([own, ['履歴番号', period], ...rest])?.columns).toEqual(['手帳番号']);
    for (const name of ['更新連番', '学年', '回数', '等級'])
      expect(keyOf([['手帳番号', number], [name, period], ...rest])?.columns).toEqual(['手帳番号']);
  });

  it('whose period has the form of a sex is no sex', () => {
    const { mapping } = proposed([['記録番号', number], ['履歴番号', period], ...rest], 'link');
    expect(mapping.find(({ item }) => item === 'sex')).toBeUndefined();
  });

  it('takes no place of a row for a branch', () => {
    const key = keyOf([['記録番号', number], ['連番', ({ i }) => String(i + 1)], ...rest]);
    expect(key?.columns).not.toContain('連番');
  });

  const insurance: readonly Column[] = [
    ['保険者番号', () => '138016'],
    ['記号', ({ i }) => String(10 + (i % 4))],
    ['番号', ({ i }) => zero(i * 3, 6)],
    ['枝番', ({ i }) => zero(i % 3, 2)],
  ];
  it.each(['患者番号', 'patient_id', '診察券番号', '学籍番号', '会員番号', 'customer_no'])(
    'is the %s of a place, and not the insurance that its people have',
    (name) =>
      expect(keyOf([[name, ({ i }) => `P${zero(i * 7, 6)}`], ...insurance, ...rest])?.columns).toEqual([
        name,
      ]),
  );
  it.each(['行番号', '整理番号', '受付番号'])('is that of the insurance beside a %s', (name) =>
    expect(keyOf([[name, ({ i }) => `P${zero(i * 7, 6)}`], ...insurance, ...rest])?.columns).toHaveLength(4),
  );
});
