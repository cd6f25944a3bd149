import { describe, expect, test } from 'vitest';
import { found, issuesOf, type Rows } from './tables.js';

const many = <T>(count: number, value: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => value(i));

describe('registration-before-birth', () => {
  test.each<[birth: string, registered: string, isFound: boolean]>([
    ['2022-05-02', '2022-05-01 10:00:00', true],
    ['2022-05-02', '2022-05-02 10:00:00', false],
    ['令和4年5月2日', '20220501235959', true],
    ['令和4年5月2日', '令和4年5月1日 12時30分', true],
    ['令和4年5月2日', '令和4年5月3日 12時30分', false],
    // Unknown days: born on some day of May is not before 2 May for certain; unknown years tell nothing.
    ['令和4年5月', '2022-05-02T10:00', false],
    ['令和4年6月', '2022-05-31T10:00', true],
    ['不詳', '2022-05-31T10:00', false],
    ['2022-05-02', '不明', false],
  ])('born %s, registered %s', async (birth, registered, isFound) => {
    const cards = { birth_date: [birth, '1975-03-02'], registered_at: [registered, '2022-01-01 09:00:00'] };
    const expected = isFound ? ['cards registered_at 1/2 warning'] : [];
    expect(await found('registration-before-birth', { cards })).toEqual(expected);
  });
  test('a move before birth in the register; unknown and empty ones are left alone', async () => {
    const register = {
      birth_date: ['2000-04-01', '2000-04-01', '2000-04-01', '2000-04-01', null],
      moved_on: ['1999-03-31', '2000-04-01', '平成10年', null, '1999-03-31'],
    };
    expect(await found('registration-before-birth', { register })).toEqual(['register moved_on 1/3 warning']);
  });
  test('sources without a birth date are left out', async () => {
    expect(await found('registration-before-birth', { accounts: { registered_at: ['x'] } })).toEqual([]);
  });
});

describe('unusual-places', () => {
  const at = (terminal: string, rows: number, odd: number): [string, string | null][] =>
    many(rows, (i) => [terminal, i < odd ? (i % 2 === 0 ? null : '田●') : '田中']);
  const rowsOf = (...places: [string, string | null][][]): Rows => ({
    terminal: places.flat().map(([terminal]) => terminal),
    name: places.flat().map(([, name]) => name),
  });
  test.each<[string, Rows, string[]]>([
    [
      'one of three stands out',
      rowsOf(at('T1', 200, 4), at('T2', 200, 3), at('T3', 100, 30)),
      ['cards terminal 30/100 info'],
    ],
    ['all alike', rowsOf(at('T1', 200, 20), at('T2', 200, 22), at('T3', 200, 18)), []],
    ['a few gaps are chance', rowsOf(at('T1', 200, 0), at('T2', 20, 4)), []],
    [
      'where all others are without gaps',
      rowsOf(at('T1', 2000, 0), at('T2', 50, 8)),
      ['cards terminal 8/50 info'],
    ],
    ['the only place', rowsOf(at('T1', 50, 40)), []],
  ])('%s', async (_, cards, expected) => {
    expect(await found('unusual-places', { cards })).toEqual(expected);
  });
  test('says how many places, not which', async () => {
    const cards = rowsOf(at('T-9876', 100, 40), at('T2', 400, 4));
    const [issue] = await issuesOf('unusual-places', { cards });
    expect(issue?.title).toEqual({
      ja: '空欄や不明な文字が特定の端末 1 か所に集まっています',
      en: 'Gaps and unknown characters gather at some terminals (1)',
    });
    expect(JSON.stringify(issue)).not.toContain('9876');
  });
});

describe('sex-against-name', () => {
  const people = (given: string, sexes: string) => [...sexes].map((sex): [string, string] => [given, sex]);
  const rowsOf = (...groups: [string, string][][]): Rows => ({
    name: groups.flat().map(([given]) => `田中\u3000${given}`),
    sex: groups.flat().map(([, sex]) => sex),
  });
  test.each<[string, Rows, string[]]>([
    ['one of twenty', rowsOf(people('花子', `${'女'.repeat(19)}男`)), ['register sex 1/20 info']],
    ['nineteen bearers are too few', rowsOf(people('花子', `${'女'.repeat(18)}男`)), []],
    ['two of twenty: a name of both sexes', rowsOf(people('薫', `${'女'.repeat(18)}男男`)), []],
    ['codes of any notation', rowsOf(people('一郎', `${'1'.repeat(20)}F`)), ['register sex 1/21 info']],
    ['an unknown sex tells nothing', rowsOf(people('一郎', `${'1'.repeat(20)}09`)), []],
  ])('%s', async (_, register, expected) => {
    expect(await found('sex-against-name', { register })).toEqual(expected);
  });
  test('what is common is learned from the register and applied to every source', async () => {
    const register = rowsOf(people('花子', '女'.repeat(20)));
    const cards = rowsOf(people('花子', 'FFM'), people('一郎', 'FM'));
    expect(await found('sex-against-name', { register, cards })).toEqual(['cards sex 1/3 info']);
    const unsplit = { name: many(25, () => '田中花子'), sex: many(25, (i) => (i === 0 ? '1' : '2')) };
    expect(await found('sex-against-name', { register: unsplit })).toEqual([]);
  });
});
