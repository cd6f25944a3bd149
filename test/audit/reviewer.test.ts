import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { myNumberCheckDigit } from '../../src/audit/my-number.js';
import { type ReviewerRule, reviewerCode, reviewerKey } from '../../src/audit/reviewer.js';

describe('a reviewer code as it is kept', () => {
  test.each<[string, string]>([
    ['r-12', 'r-12'],
    [' r-12\n', 'r-12'],
    ['Ｒ－１２', 'R-12'],
    ['00123', '123'],
    ['００１２３', '123'],
    ['123', '123'],
    ['0', '0'],
    ['000', '0'],
    ['A001', 'A001'],
    ['0-1', '0-1'],
    ['1-2', '1-2'],
    ['4/1', '4/1'],
    ['佐藤　花子', '佐藤 花子'],
    ['ｻﾄｳ', 'サトウ'],
    ['福祉課・3', '福祉課・3'],
    ['sato@example.lg.jp', 'sato@example.lg.jp'],
    ['20230622', '20230622'],
    ['true1', 'true1'],
    ['may', 'may'],
    ['x'.repeat(32), 'x'.repeat(32)],
    ['0000000007', '7'],
  ])('%j is %j', (typed, code) => {
    expect(reviewerCode(typed)).toEqual({ code });
  });

  const NUMBER = `98765432109${myNumberCheckDigit('98765432109')}`;
  const LEADING = `01234567890${myNumberCheckDigit('01234567890')}`;
  const KANJI = [...NUMBER].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  test.each<[string, string]>([
    ['', 'empty'],
    ['　 ', 'empty'],
    ['x'.repeat(33), 'too-long'],
    ['x'.repeat(2_000_000), 'too-long'],
    ['sa\u200bto', 'unseen'],
    ['\u200bsato', 'unseen'],
    ['sato\u200d', 'unseen'],
    ['sato\u2060', 'unseen'],
    ['\ufeffsato', 'unseen'],
    ['sa\u00adto', 'unseen'],
    ['\u202eotas', 'unseen'],
    ['\u2067sato\u2069', 'unseen'],
    ['sato\u3164', 'unseen'],
    ['sa\u0000to', 'unseen'],
    ['sa\tto', 'unseen'],
    ['\ud800', 'unseen'],
    [NUMBER, 'number'],
    [NUMBER.replace(/(\d{4})(?=\d)/g, '$1-'), 'number'],
    [NUMBER.replace(/(\d{4})(?=\d)/g, '$1 '), 'number'],
    [`r-${NUMBER}`, 'number'],
    [`0${NUMBER}`, 'number'],
    [KANJI, 'number'],
    [LEADING, 'number'],
    [LEADING.slice(1), 'number'],
    ['TRUE', 'truth'],
    ['false', 'truth'],
    ['Ｔｒｕｅ', 'truth'],
    ['1.5', 'fraction'],
    ['0,5', 'fraction'],
    ['.5', 'fraction'],
    ['1E+05', 'fraction'],
    ['1.2e21', 'fraction'],
    ['2023-06-22', 'date'],
    ['2023/6/22', 'date'],
    ['２０２３／６／２２', 'date'],
    ['2023.6.22', 'date'],
    ['6/22/23', 'date'],
    ['22-Jun', 'date'],
    ['Jun-22', 'date'],
    ['22-Jun-23', 'date'],
    ['1月2日', 'date'],
    ['令和5年6月22日', 'date'],
    ['R5.6.22', 'date'],
    ['2023年6月', 'date'],
    ['2023-06-22T01:00:00Z', 'date'],
    ['12:34', 'date'],
    ['#N/A', 'error'],
    ['#REF!', 'error'],
    ['=A1', 'form'],
    ['-1', 'form'],
    ['<b>x</b>', 'form'],
    ["'; DROP TABLE", 'form'],
    ['s\u0430to', 'form'],
    ['😀', 'form'],
    ['__proto__', 'form'],
  ])('%j is refused: %s', (typed, problem) => {
    expect(reviewerCode(typed)).toEqual({ problem });
  });

  const list: ReviewerRule = { codes: ['00123', 'Sato'] };
  const five: ReviewerRule = { pattern: '[0-9]{5}' };
  test.each<[string, ReviewerRule, object]>([
    ['123', list, { code: '123' }],
    ['00123', list, { code: '123' }],
    ['ＳＡＴＯ', list, { code: 'SATO' }],
    ['124', list, { problem: 'unknown' }],
    ['sato2', list, { problem: 'unknown' }],
    ['00123', five, { code: '123' }],
    ['123', five, { code: '123' }],
    ['123456', five, { problem: 'unknown' }],
    ['x00123', five, { problem: 'unknown' }],
    ['TRUE', { pattern: '.*' }, { problem: 'truth' }],
    [NUMBER, { pattern: '.*' }, { problem: 'number' }],
    ['Åsa', { pattern: '\\p{L}+' }, { code: 'Åsa' }],
  ])('%j by %j is %j', (typed, rule, read) => {
    expect(reviewerCode(typed, rule)).toEqual(read);
  });
});

describe('one reviewer', () => {
  test.each([
    ['00123', '123'],
    ['ｓａｔｏ', 'SATO'],
    [' sato ', 'sato'],
    ['sa\u200bto', 'sato'],
    ['佐藤　花子', '佐藤 花子'],
  ])('%j is %j, also as earlier versions kept it', (one, other) => {
    expect(reviewerKey(one)).toBe(reviewerKey(other));
  });

  test.each([
    ['123', '1230'],
    ['A001', 'A1'],
    ['0-1', '1'],
    ['sato', 'satoh'],
  ])('%j is not %j', (one, other) => {
    expect(reviewerKey(one)).not.toBe(reviewerKey(other));
  });

  test('a code that is kept is kept as it is, and is its own reviewer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40, unit: 'grapheme' }), (typed) => {
        const read = reviewerCode(typed);
        if ('problem' in read) return;
        expect(reviewerCode(read.code)).toEqual(read);
        expect(reviewerKey(typed)).toBe(reviewerKey(read.code));
        expect(read.code.length).toBeLessThanOrEqual(32);
      }),
    );
  });
});
