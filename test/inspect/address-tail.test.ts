import { describe, expect, it } from 'vitest';
import { type Column, proposed, RECORD } from './proposed.js';

const PERSON = RECORD.slice(0, 4);
const town: Column[1] = ({ i }) => `千葉県みなと市${'本桜緑旭栄'[i % 5]}町${1 + (i % 4)}丁目`;
const lot: Column[1] = ({ i }) => `${1 + (i % 40)}番${1 + (i % 9)}号`;
const some =
  (value: (i: number) => string): Column[1] =>
  ({ i }) =>
    i % 3 === 0 ? value(i) : '';
const building = some(
  (i) => `${['コーポ緑', 'メゾン桜', '市営住宅'][i % 9 === 0 ? 0 : 1 + (i % 2)]}${101 + i}号室`,
);
const found = (...columns: Column[]) =>
  proposed([...PERSON, ...columns], 'link').mapping.find(({ item }) => item === 'address');

describe('what stands behind an address', () => {
  it.each(['KTG', 'GEN_KTGK', 'HSG', '建屋', 'line_x'])(
    'is its building by its values, called %s',
    (name) => {
      expect(
        found(['住所', (of) => `${town(of, () => of)}${lot(of, () => of)}`], [name, building])?.columns,
      ).toEqual(['住所', name]);
    },
  );

  it.each([
    ['ADDR_TOWN', 'ADDR_NUM', 'ADDR_BLDG'],
    ['住所1', 'BNT', 'KTG'],
  ])('is its lot, and a building behind that: %s, %s, %s', (...names) => {
    const values = [town, lot, building];
    expect(found(...names.map((name, at): Column => [name, values[at]!]))?.columns).toEqual(names);
  });

  it.each<[string, Column]>([
    ['a code', ['KBN2', some((i) => `AB${100 + i}`)]],
    ['a word of a kind with a number', ['種別名', ({ i }) => (i % 3 ? '' : `第${1 + (i % 2)}種1`)]],
    ['another whole address', ['M_ADR', some((i) => `栃木県足利市本城三丁目${i + 1}番1号`)]],
    ['what a name says of something else', ['備考', some((i) => `窓口${100 + i}号室`)]],
    ['what everybody has', ['GRP', ({ i }) => `ひまわり組${i % 40}`]],
  ])('is not %s', (_, column) => {
    const whole: Column = ['住所', (of) => `${town(of, () => of)}${lot(of, () => of)}`];
    expect(found(whole, column)?.columns).toEqual(['住所']);
  });

  it('leaves the address unsure where it may go on and nothing tells', () => {
    const whole: Column = ['住所', (of) => `${town(of, () => of)}${lot(of, () => of)}`];
    const houses = some((i) => `${'青赤白黒金銀月星花鳥風雪'[i % 12]}${'山川谷原林森島岡沢田'[i % 10]}様方`);
    expect(found(whole)!.confidence).toBeGreaterThan(0.9);
    expect(found(whole, ['XKT', houses])!.confidence).toBeLessThan(0.8);
  });
});
