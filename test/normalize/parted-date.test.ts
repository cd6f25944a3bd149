import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/normalize/date/parse-date.js';
import { parseTimestamp } from '../../src/normalize/date/parse-timestamp.js';
import { shownParts } from '../../src/normalize/date/parted-date.js';
import type { DateFormat } from '../../src/normalize/date/written-date.js';

/** Parts of a date as several columns hold them, joined as readers join them. */
const READ: readonly (readonly [text: string, format: DateFormat | null, key: number])[] = [
  ['昭和-2-5-14', null, 19270514],
  ['昭-50-03-02', null, 19750302],
  ['S-50-3-2', null, 19750302],
  ['平成-元-1-8', null, 19890108],
  ['令和-1-5-1', null, 20190501],
  ['昭和-５０-３-２', null, 19750302],
  ['昭和-50年-3月-2日', null, 19750302],
  ['昭和50年-3月-2日', null, 19750302],
  ['昭和-50.0-3.0-2.0', null, 19750302],
  ['1975.0-3.0-2.0', null, 19750302],
  ['1975年-3月-2日', null, 19750302],
  // Foreigners have no era.
  ['-1975-3-2', null, 19750302],
  ['西暦-1975-3-2', null, 19750302],
  ['0-1975-3-2', null, 19750302],
  ['3-50-3-2', 'era-code-12345', 19750302],
  ['03-50-03-02', 'era-code-12345', 19750302],
  ['5-50-3-2', 'era-code-13579', 19750302],
  ['4-元-1-8', 'era-code-12345', 19890108],
  // Two columns: the era, and the rest of which a number column has cut a zero off.
  ['5-500302', 'era-code-13579', 19750302],
  ['7-10203', 'era-code-13579', 19890203],
  ['昭和-500302', null, 19750302],
  // Unknown parts stay unknown.
  ['昭和-50-3-', null, 19750300],
  ['昭和-50--', null, 19750000],
  ['昭和-50--2', null, 19750002],
];

const UNREAD: readonly (readonly [string, DateFormat | null])[] = [
  ['3-50-3-2', null],
  ['-50-3-2', null],
  ['75-3-2', null],
  ['昭和-50-13-2', null],
  ['昭和-50-3-32', null],
  ['昭和--3-2', null],
  ['090-1234-5678', null],
  ['0463-22-1234', null],
  ['2021-0101', null],
  ['A-12-3-4', null],
];

describe('dates whose parts stood in columns of their own', () => {
  it.each(READ)('%s (%s) is %i', (text, format, key) => {
    expect(parseDate(text, format)?.key).toBe(key);
  });

  it.each(UNREAD)('%s (%s) is no day', (text, format) => {
    expect(parseDate(text, format)).toBeNull();
  });

  it('any day of Showa, however its parts are written', () => {
    const number = (least: number, most: number) => fc.integer({ min: least, max: most });
    const written = (value: number, unit: string) =>
      fc.constantFrom(String(value), String(value).padStart(2, '0'), `${value}${unit}`, `${value}.0`);
    const day = fc
      .tuple(number(2, 63), number(1, 12), number(1, 28))
      .chain(([y, m, d]) =>
        fc.tuple(fc.constant([y, m, d] as const), written(y, '年'), written(m, '月'), written(d, '日')),
      );
    fc.assert(
      fc.property(fc.constantFrom('昭和', '昭', 'S', 's'), day, (era, [[y, m, d], ...parts]) => {
        expect(parseDate([era, ...parts].join('-'), null)?.key).toBe((1925 + y) * 10_000 + m * 100 + d);
      }),
      { numRuns: 300 },
    );
  });

  it('a moment in parts is its midnight; a day and a time of day are both read', () => {
    expect(parseTimestamp('令和-4-1-5')).toBe(Date.UTC(2022, 0, 5) / 1000);
    expect(parseTimestamp('2022/01/05 10:30')).toBe(Date.UTC(2022, 0, 5, 10, 30) / 1000);
  });
});

describe('as people write it', () => {
  it.each([
    ['昭和-2-5-14', '昭和2年5月14日'],
    ['昭和-50-03-02', '昭和50年3月2日'],
    ['S-50-3-2', 'S50年3月2日'],
    ['平成-元-1-8', '平成元年1月8日'],
    ['昭和-50.0-3.0-2.0', '昭和50年3月2日'],
    ['-1975-3-2', '1975年3月2日'],
    ['西暦-1975-3-2', '1975年3月2日'],
    ['昭和-50-3-', '昭和50年3月'],
  ])('%s is %s', (text, shown) => {
    expect(shownParts(text)).toBe(shown);
    expect(parseDate(shown, null)?.key).toBe(parseDate(text, null)?.key);
  });

  it.each(['1975-03-02', '3-50-3-2', '昭和50年3月2日', '0120-11-2222-3', '不詳', ''])('%s stays', (text) => {
    expect(shownParts(text)).toBeNull();
  });
});
