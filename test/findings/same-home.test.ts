import { expect, test } from 'vitest';
import { sameHome } from '../../src/findings/same-home.js';

/** Which records are told of which: each address is one record of the organisation before the colon. */
function homes(...records: readonly string[]) {
  const told = records.map((text, place) => {
    const [organisation, address] = text.split(':') as [string, string];
    return { id: `${place + 1}`, organisation: organisation === '' ? null : organisation, address };
  });
  return Object.fromEntries(sameHome(told));
}

const PAIR = { 1: ['2'], 2: ['1'] };

test.each([
  ['the same text', 'o:横浜市中区本町1-2-3', 'o:横浜市中区本町1-2-3'],
  ['another notation', 'o:神奈川県横浜市中区本町一丁目2番3号', 'o:横浜市中区本町１－２－３'],
  ['a room left out', 'o:横浜市中区本町1-2-3 ハイツ横浜201', 'o:横浜市中区本町1-2-3'],
  ['the same room', 'o:横浜市中区本町1-2-3 ハイツ横浜201号室', 'o:横浜市中区本町1-2-3-201'],
  ['records without an organisation', ':横浜市中区本町1-2-3', ':横浜市中区本町1-2-3'],
  ['small ke', 'o:茅ヶ崎市本村4-5-6', 'o:茅ケ崎市本村4丁目5番6号'],
  ['old kanji', 'o:横濱市中区本町1-2-3', 'o:横浜市中区本町1-2-3'],
  ['大字 left out', 'o:長野市大字栗田1000', 'o:長野市栗田1000番地'],
  ['a lot without 丁目', 'o:川崎市多摩区登戸123番地', 'o:川崎市多摩区登戸123'],
  ['Kyoto streets', 'o:京都市中京区寺町通御池上る上本能寺前町488', 'o:京都市中京区上本能寺前町488'],
])('one home: %s', (_, one, other) => {
  expect(homes(one, other)).toEqual(PAIR);
});

test.each([
  ['another office', 'o:横浜市中区本町1-2-3', 'p:横浜市中区本町1-2-3'],
  ['an office and none', 'o:横浜市中区本町1-2-3', ':横浜市中区本町1-2-3'],
  ['another number', 'o:横浜市中区本町1-2-3', 'o:横浜市中区本町1-2-4'],
  ['a number that goes on', 'o:横浜市中区本町1-2', 'o:横浜市中区本町1-20'],
  ['another town with that number', 'o:横浜市中区本町1-2-3', 'o:横浜市中区山下町1-2-3'],
  ['another city', 'o:横浜市中区本町1-2-3', 'o:川崎市川崎区本町1-2-3'],
  ['another room', 'o:横浜市中区本町1-2-3 ハイツ横浜201', 'o:横浜市中区本町1-2-3 ハイツ横浜202'],
  ['緑町 and 緑が丘', 'o:平塚市緑町1-2-3', 'o:平塚市緑が丘1-2-3'],
  ['towns without a house number', 'o:横浜市中区本町', 'o:横浜市中区本町'],
  ['no place at all', 'o:不明', 'o:不明'],
])('two homes: %s', (_, one, other) => {
  expect(homes(one, other)).toEqual({});
});

test('a family of three is told of each other, an institution of eight is not', () => {
  expect(homes(...Array(3).fill('o:横浜市中区本町1-2-3'))).toEqual({
    1: ['2', '3'],
    2: ['1', '3'],
    3: ['1', '2'],
  });
  expect(homes(...Array(8).fill('o:横浜市中区本町1-2-3'))).toEqual({});
});
