import { describe, expect, it } from 'vitest';
import { codeSpellings, statusText, statusWords } from '../../src/normalize/status-codes.js';
import { eachWithEngine, input, link, make, type Row, rowsIn } from './raw-inputs.js';

eachWithEngine();

const CODES = { '1': '現存', '2': '転出', '03': '死亡', A: '職権消除' };

describe('the words of a code', () => {
  it.each([
    ['1', '現存'],
    ['１', '現存'],
    ['01', '現存'],
    ['0001', '現存'],
    ['1.0', '現存'],
    ['3', '死亡'],
    ['03', '死亡'],
    ['３', '死亡'],
    ['2', '転出'],
    ['a', '職権消除'],
    ['Ａ', '職権消除'],
  ])('%s is %s', (text, words) => expect(statusWords(CODES)(text)).toBe(words));

  it.each(['4', '11', '13', '30', '1.5', 'AA', '死亡', '', '-1', '00001', '現存'])('%s is itself', (text) =>
    expect(statusWords(CODES)(text)).toBe(text),
  );

  it('a spelling of two codes is of the one told so, or of none', () => {
    const spellings = codeSpellings({ '1': '現存', '01': '死亡' });
    expect(['1', '01', '001'].map((code) => spellings.get(code) ?? null)).toEqual(['現存', '死亡', null]);
  });

  it('people are told the words with the code behind them', () => {
    expect(['3', '9'].map(statusText(CODES))).toEqual(['死亡（3）', '9']);
    expect(statusText(undefined)('死亡')).toBe('死亡');
  });
});

const coded = (spec: Awaited<ReturnType<typeof input>>, codes: Readonly<Record<string, string>>) => ({
  ...spec,
  columns: { ...spec.columns, status: { from: ['status'], format: null, codes } },
});

it('the dead of a register in codes are dead, its items as read; a code without a meaning lives', async () => {
  const statuses = ['1', '２', '3', '03', '9', null, '死亡', "'"];
  const people = statuses.map((status, i): Row => [0, i + 1, `R${i}`, status]);
  const register = coded(await input('register', ['resident_id', 'status'], people), CODES);
  const records: Row[] = [
    [0, 1, 'K1', '123456789018', '1'],
    [0, 2, 'K2', '123456789018', '3'],
  ];
  const cards = await input('cards', ['record_id', 'my_number', 'status'], records);
  await make(register, [link(coded(cards, { '1': '有効', '3': "it's 失効" }), 'my_number')], {});
  const rows = await rowsIn<{ vitality: string; status: string | null }>(
    'SELECT vitality, status FROM residents ORDER BY rid',
  );
  expect(rows.map(({ vitality }) => vitality)).toEqual([
    ...['active', 'departed', 'dead', 'dead'],
    ...['active', 'active', 'dead', 'active'],
  ]);
  expect(rows.map(({ status }) => status)).toEqual(statuses);
  // 3 means something else here than in the register.
  const links = await rowsIn<{ vitality: string }>('SELECT vitality FROM links ORDER BY lid');
  expect(links.map(({ vitality }) => vitality)).toEqual(['active', 'ended']);
});
