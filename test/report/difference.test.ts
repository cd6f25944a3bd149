import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWareki } from '../../src/normalize/date/wareki-text.js';
import { dayRuns, dayText } from '../../src/report/html/case/date-difference.js';
import { difference } from '../../src/report/html/case/difference.js';
import { sexWord } from '../../src/report/html/case/fold.js';
import { graphemes, shown, visible } from '../../src/report/html/case/graphemes.js';
import { roundedToSum } from '../../src/report/html/case/rounding.js';
import { scriptJson } from '../../src/report/html/script-data.js';
import type { Run } from '../../src/report/html/viewer-data.js';

describe('difference', () => {
  const cases: [string, string, string, boolean, Run[]][] = [
    ['equal', '山田', '山田', false, ['山田']],
    ['one character', '山田太郎', '山田次郎', false, ['山田', ['次', 2], '郎']],
    ['a variant', '\u9f4b\u85e4', '\u658e\u85e4', false, [['\u658e', 1], '\u85e4']],
    [
      'a look-alike that is another character',
      '\u6589\u85e4',
      '\u658e\u85e4',
      false,
      [['\u658e', 2], '\u85e4'],
    ],
    ['a variation selector', '\u908a', '\u908a\u{e0101}', false, [['\u908a\u{e0101}', 1]]],
    ['width', 'ヤマダ', 'ﾔﾏﾀﾞ', true, [['ﾔﾏﾀﾞ', 1]]],
    ['notation of an address', '霞が関２丁目', '霞が関2-', true, ['霞が関', ['2-', 1]]],
    ['a blank is never marked', '山田太郎', '山田\u3000太郎', false, ['山田\u3000太郎']],
    ['nothing in common is one box', '東京都千代田区', '大阪市北区中之島', false, [['大阪市北区中之島', 2]]],
    [
      'a number differs as a whole',
      '緑町3丁目29番17号',
      '緑町３丁目２０番２０号',
      false,
      ['緑町', ['３', 1], '丁目', ['２０', 2], '番', ['２０', 2], '号'],
    ],
    ['nothing to align with', '', '山', false, [['山', 2]]],
  ];
  test.each(cases)('%s', (_, base, other, softly, runs) => {
    expect(difference(base, other, softly)).toEqual(runs);
  });

  test('runs together are the text, whatever the text', () => {
    const letters = fc.string({
      unit: fc.constantFrom('山', '田', '斎', '齋', 'ア', ' ', '1', '\u{20bb7}'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (base, other, softly) => {
        const text = difference(base, other, softly)
          .map((run) => (typeof run === 'string' ? run : run[0]))
          .join('');
        expect(text).toBe(other);
      }),
    );
  });

  test('dates differ by year, month and day', () => {
    expect(dayRuns('1988-03-12', '1985-03-02', false)).toEqual([['1985', 2], '-03-', ['02', 2]]);
  });

  test('where the sources are in wareki it comes first, the ISO day behind it', () => {
    expect(dayRuns('1988-03-12', '1985-03-02', true)).toEqual([
      ['昭和60', 2],
      '年3月',
      ['2', 2],
      '日（1985-03-02）',
    ]);
  });

  test.each([
    ['1960-11-20', '昭和35年11月20日（1960-11-20）'],
    ['2019-05-01', '令和元年5月1日（2019-05-01）'],
    ['1989-01-07', '昭和64年1月7日（1989-01-07）'],
    ['1912-07-30', '大正元年7月30日（1912-07-30）'],
    ['1867-12-31', '1867-12-31'],
    ['1975-03', '1975-03'],
  ])('%s is %s', (iso, text) => {
    expect(dayText(iso)).toBe(text);
  });

  test.each([
    ['S35.11.20', true],
    ['昭和三十五年十一月二十日', true],
    ['平成元年1月8日', true],
    ['3351120', true],
    ['1960-11-20', false],
    ['19601120', false],
    ['不明', false],
  ])('%s is wareki: %s', (text, is) => {
    expect(isWareki(text)).toBe(is);
  });
});

describe('graphemes', () => {
  test.each([
    ['山田', ['山', '田']],
    ['\u908a\u{e0101}太', ['\u908a\u{e0101}', '太']],
    ['\u{20bb7}野', ['\u{20bb7}', '野']],
    ['が\u304b\u3099', ['が', '\u304b\u3099']],
  ])('%s', (text, parts) => {
    expect(graphemes(text)).toEqual(parts);
  });

  test.each([
    ['\ue000', '〓(U+E000)'],
    ['\u0378', '〓(U+0378)'],
    ['\ufffd', '〓(U+FFFD)'],
    ['\u202e', '〓(U+202E)'],
    ['\u0007', '〓(U+0007)'],
    ['山', '山'],
    ['\u908a\u{e0101}', '\u908a\u{e0101}'],
  ])('%j shows as %s', (grapheme, text) => {
    expect(visible(grapheme)).toBe(text);
  });

  test('a long text is cut by graphemes and says how much was left off', () => {
    expect(shown('斎'.repeat(500), 120)).toEqual({ text: '斎'.repeat(120), leftOff: 380 });
  });
});

describe('roundedToSum', () => {
  test.each([
    [[0.04, 0.04, 0.04], 0.12, [0.1, 0, 0], 0.1],
    [[6.64, 2.14, -8.62, -10.21, -4.93, 3.24], -11.74, [6.6, 2.1, -8.6, -10.2, -4.9, 3.3], -11.7],
    [[], 0, [], 0],
  ])('%j', (parts, total, rounded, sum) => {
    expect(roundedToSum(parts, total)).toEqual({ parts: rounded, total: sum });
  });

  test('printed rows add up to the printed total and are off by less than a tenth', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { maxLength: 9 }), (parts) => {
        const total = parts.reduce((left, right) => left + right, 0);
        const rounded = roundedToSum(parts, total);
        const tenths = rounded.parts.reduce((left, right) => left + Math.round(right * 10), 0);
        expect(tenths).toBe(Math.round(rounded.total * 10));
        rounded.parts.forEach((part, index) => {
          expect(Math.abs(part - parts[index]!)).toBeLessThan(0.1 + 1e-9);
        });
      }),
    );
  });
});

test('scriptJson never closes a script and gives back the same value', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '<!--', '\u2028\u202e')),
      (text) => {
        const json = scriptJson({ text });
        expect(json).not.toMatch(/[<>\u2028\u2029\u202e]/);
        expect(JSON.parse(json)).toEqual({ text });
      },
    ),
  );
});

test.each([
  ['1', '男'],
  ['２', '女'],
  ['Ｆ', '女'],
  ['X', 'X'],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
])('sexWord: %s is %s', (text, expected) => {
  expect(sexWord(text)).toBe(expected);
});
