import { expect, test } from 'vitest';
import { buildingDifference, omittedPrefecture } from '../../src/report/html/case/address-difference.js';

const MARKED = (base: string, other: string) =>
  buildingDifference(base, other).map((run) => (typeof run === 'string' ? run : `${'=~#'[run[1]]}${run[0]}`));

test.each<[what: string, base: string, other: string, drawn: readonly string[]]>([
  [
    'another notation of the number is no difference, another building is',
    'ひばり野市桜ケ丘4-29-3 ハイム若葉305',
    'ひばり野市桜ケ丘４丁目２９番３号　メゾン青木201',
    ['ひばり野市桜ケ丘', '４', '~丁目', '２９', '~番', '３', '~号', '#メゾン青木201'],
  ],
  [
    'a building on one side only',
    'ひばり野市桜ケ丘4-29-3',
    'ひばり野市桜ケ丘4-29-3 ハイム若葉305',
    ['ひばり野市桜ケ丘4-29-3', '#ハイム若葉305'],
  ],
  [
    'none on the other side',
    'ひばり野市桜ケ丘4-29-3 ハイム305',
    'ひばり野市桜ケ丘4-29-3',
    ['ひばり野市桜ケ丘4-29-3'],
  ],
  [
    'another room of the same building',
    'ひばり野市桜ケ丘4丁目29番3号 ハイム若葉305',
    'ひばり野市桜ケ丘4丁目29番3号 ハイム若葉201',
    ['ひばり野市桜ケ丘4丁目29番3号', 'ハイム若葉', '#201'],
  ],
])('%s', (_, base, other, drawn) => {
  const whole = (runs: readonly string[]) => runs.join('').replace(/[=~#\s]/gu, '');
  const seen = MARKED(base, other);
  expect(whole(seen)).toBe(other.replace(/\s/gu, ''));
  const marked = (runs: readonly string[], sign: string) =>
    runs.filter((run) => run.startsWith(sign)).map((run) => run.trim());
  expect(marked(seen, '#')).toEqual(marked(drawn, '#'));
  expect(seen.some((run) => run.startsWith('#') && run.includes('丁目'))).toBe(false);
});

test.each([
  ['ひばり野市中央1', '神奈川県ひばり野市若葉台2', '神奈川県'],
  ['札幌市北区1', '北海道札幌市中央区2', '北海道'],
  ['京都市左京区1', '京都府京都市北区2', '京都府'],
  // Both state one: then it is compared.
  ['東京都千代田区1', '神奈川県ひばり野市2', ''],
  ['神奈川県ひばり野市1', 'ひばり野市2', ''],
  ['ひばり野市1', 'ひばり野市2', ''],
])('of %s beside %s the prefecture %s is left out', (base, other, omitted) => {
  expect(omittedPrefecture(base, other)).toBe(omitted);
});
