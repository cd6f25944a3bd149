import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../../src/normalize/address/address.js';
import { createGazetteer } from '../../../src/verify/gazetteer/gazetteer.js';
import { type PlaceChange, placeChange } from '../../../src/verify/gazetteer/place-change.js';

const change = (before: string, after: string): PlaceChange => {
  const told = placeChange(before, after);
  if (typeof told === 'string') throw new Error(told);
  return told;
};

/** Rows of a gazetteer. */
const ROWS = [
  ['愛知県旧野町', '愛知県新原市'],
  ['愛知県新原市', '愛知県大新原市'],
  ['長野県木曽谷郡山口村', '岐阜県中津浜市'],
  ['三重県安芸郡河内町', '三重県浜津市河内町'],
  ['愛知県緑市北浜町四丁目', '愛知県緑市光が丘二丁目'],
  ['愛知県緑市大字原', '愛知県緑市原町'],
  ['愛知県緑市東町', '愛知県緑市東町一丁目'],
  ['愛知県緑市南町', '愛知県緑市南ケ丘'],
  ['愛知県緑市南町', '愛知県緑市南が原'],
  ['愛知県緑市北浜町123番地1', '愛知県緑市光が丘二丁目3番4号'],
  ['愛知県緑市北浜町123番地2', '愛知県緑市光が丘二丁目3番4号'],
] as const;

const gazetteer = createGazetteer(
  ROWS.map(([before, after]) => ({ ...change(before, after), origin: 'gazetteer' as const })),
);
const find = (record: string, resident: string) =>
  gazetteer.find(canonicalAddress(record), canonicalAddress(resident)) !== null;

describe('a change of places', () => {
  it.each([
    ['a municipality', '愛知県旧野町西町12', '愛知県新原市西町12番地'],
    ['without its prefecture', '旧野町西町12', '新原市西町12'],
    ['its name went before the town’s', '愛知県旧野町西町12', '愛知県新原市旧野西町12'],
    ['with its 町', '愛知県旧野町西町12', '愛知県新原市旧野町西町12'],
    ['renamed twice', '愛知県旧野町西町12', '愛知県大新原市西町12'],
    ['over the border of a prefecture', '長野県木曽谷郡山口村字上8-2', '岐阜県中津浜市上8-2'],
    ['that became a part of its towns’ names', '三重県安芸郡河内町本町3-4', '三重県浜津市河内町本町3-4'],
    ['a 丁目', '緑市北浜町4丁目1番2号', '愛知県緑市光が丘2-1-2'],
    ['a 大字, with a 小字', '緑市大字原字上17', '緑市原町17'],
    ['a town that was given 丁目 and kept its lots', '緑市東町17番地3', '緑市東町1丁目17-3'],
    ['one town of two', '緑市南町5-1', '緑市南ヶ丘5番地1'],
    ['or the other', '緑市南町5-1', '緑市南が原5番地1'],
    ['a lot', '緑市北浜町１２３－１', '緑市光ヶ丘２丁目３番４号'],
    ['with a building', '緑市北浜町123-1', '緑市光が丘2-3-4 コーポ緑205'],
    ['two lots that became one address', '緑市北浜町123番地2', '緑市光が丘2-3-4'],
    ['the register has the old one still', '緑市光が丘2-3-4', '緑市北浜町123番地2'],
  ])('is found: %s', (_, record, resident) => {
    expect(find(record, resident)).toBe(true);
  });

  it.each([
    ['another lot', '愛知県旧野町西町12', '愛知県新原市西町13'],
    ['another town', '愛知県旧野町西町12', '愛知県新原市東町12'],
    ['no lot', '愛知県旧野町西町', '愛知県新原市西町'],
    ['a municipality of that name elsewhere', '北海道旧野町西町12', '愛知県新原市西町12'],
    ['a town of that name elsewhere', '青市北浜町4-1-2', '緑市光が丘2-1-2'],
    ['another 丁目', '緑市北浜町5-1-2', '緑市光が丘2-1-2'],
    ['a 丁目 that begins alike', '緑市北浜町41-2', '緑市光が丘2-1-2'],
    ['a lot that the table does not have', '緑市北浜町123番地3', '緑市光が丘2-3-4'],
    ['a lot that begins alike', '緑市北浜町123', '緑市光が丘2-3-4'],
    ['the new number of another lot', '緑市北浜町123番地1', '緑市光が丘2-3-5'],
    ['the two towns that one became', '緑市南が丘5-1', '緑市南が原5-1'],
    ['the lots of one address', '緑市北浜町123-1', '緑市北浜町123-2'],
    ['a longer name', '愛知県大旧野町西町12', '愛知県新原市西町12'],
  ])('is not: %s', (_, record, resident) => {
    expect(find(record, resident)).toBe(false);
  });

  it.each([
    ['no-old', '', '愛知県新原市'],
    ['no-new', '愛知県旧野町', ''],
    ['same', '緑市緑町一丁目', '緑市緑町1丁目'],
    ['no-municipality', '北浜', '光が丘'],
    ['lot-on-one-side', '緑市北浜町12番地', '緑市光が丘二丁目'],
    ['lot-on-one-side', '緑市北浜町', '緑市光が丘2番3号'],
    ['not-a-place', '不明', '緑市光が丘'],
  ])('cannot be read: %s', (why, before, after) => {
    expect(placeChange(before, after)).toBe(why);
  });
});
