import { expect, test } from 'vitest';
import { sameStranger } from '../../src/findings/same-stranger.js';

/** Which records are told of which: `office:name and birth`, in order. */
function strangers(...records: readonly string[]) {
  const told = records.map((text, place) => {
    const [organisation, person] = text.split(':') as [string, string];
    return { id: `${place + 1}`, organisation: organisation === '' ? null : organisation, person };
  });
  return Object.fromEntries(sameStranger(told));
}

test('one person at two offices, and of one of them twice', () => {
  expect(strangers('cards:菊地沙香 19860304', 'medinote:菊地沙香 19860304')).toEqual({ 1: ['2'], 2: ['1'] });
  expect(strangers('a:X 1', 'b:X 1', 'b:X 1')).toEqual({ 1: ['2', '3'], 2: ['1'], 3: ['1'] });
  expect(strangers(':X 1', 'b:X 1')).toEqual({ 1: ['2'], 2: ['1'] });
});

test.each([
  ['another birth date', 'a:X 19860304', 'b:X 19860305'],
  ['another name', 'a:X 19860304', 'b:Y 19860304'],
  ['one office alone, where number and address tell', 'a:X 19860304', 'a:X 19860304'],
])('not %s', (_, one, other) => {
  expect(strangers(one, other)).toEqual({});
});

test('a name and date that stand in nine records are a filler, no person', () => {
  expect(strangers(...Array.from({ length: 9 }, (_, i) => `o${i}:X 19000101`))).toEqual({});
});
