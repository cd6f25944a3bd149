import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateFormat, parseDate, parseTimestamp } from '../../src/normalize/date/date.js';

const read = (text: string, format: DateFormat | null = null) => {
  const date = parseDate(text, format);
  if (!date) return 'unreadable';
  const marks = [date.outOfEra && 'era', date.impossible && 'impossible', date.approximate && 'about'];
  return [String(date.key).padStart(8, '0'), ...marks.filter(Boolean)].join(' ');
};

describe('parseDate, whatever the format', () => {
  test.each([
    // Gregorian
    ['1975-03-02', '19750302'],
    ['1975/3/2', '19750302'],
    ['1975.3.2', '19750302'],
    ['19750302', '19750302'],
    ['１９７５０３０２', '19750302'],
    ['1975年3月2日', '19750302'],
    ['西暦1975年3月2日', '19750302'],
    ['１９７５年０３月０２日', '19750302'],
    ['一九七五年三月二日', '19750302'],
    ['1975 3 2', '19750302'],
    [' 1975-03-02 ', '19750302'],
    ['1975年（昭和50年）3月2日', '19750302'],
    // wareki
    ['昭和50年3月2日', '19750302'],
    ['昭和５０年３月２日', '19750302'],
    ['昭和五十年三月二日', '19750302'],
    ['昭和五〇年三月二日', '19750302'],
    ['昭和 50年 3月 2日', '19750302'],
    ['昭和50年03月02日生', '19750302'],
    ['S50.3.2', '19750302'],
    ['S50/03/02', '19750302'],
    ['s50-03-02', '19750302'],
    ['Ｓ５０．３．２', '19750302'],
    ['S.50.3.2', '19750302'],
    ['S500302', '19750302'],
    ['昭50.3.2', '19750302'],
    ['\u{337c}50年3月2日', '19750302'],
    ['\u{337b}1年2月3日', '19890203'],
    ['\u{337d}10.1.1', '19210101'],
    ['\u{337e}40.1.1', '19070101'],
    ['\u{32ff}1.5.1', '20190501'],
    ['昭和元年12月25日', '19261225'],
    ['昭和元年', '19260000'],
    ['令和元年五月一日', '20190501'],
    ['平成二十年十二月三十一日', '20081231'],
    ['大正拾弐年九月壱日', '19230901'],
    ['R5.4.1', '20230401'],
    ['明治45年7月30日', '19120730'],
    ['大正元年7月30日', '19120730'],
    ['大正15年12月25日', '19261225'],
    ['昭和64年1月7日', '19890107'],
    ['平成元年1月8日', '19890108'],
    ['平成31年4月30日', '20190430'],
    // Meiji before 1873 as written, the lunisolar 30 February and the leap month included
    ['明治5年12月2日', '18721202'],
    ['明治5年2月30日', '18720230'],
    ['明治3年閏10月5日', '18701005'],
    // era letter with a Gregorian year, as some systems write foreigners
    ['S19750302', '19750302'],
    ['S1975.3.2', '19750302'],
    // times after the date
    ['1975-03-02 00:00:00', '19750302'],
    ['1975-03-02T00:00:00.000Z', '19750302'],
    ['1975/3/2 0:00', '19750302'],
    ['昭和50年3月2日12時30分', '19750302'],
    ['19750302000000', '19750302'],
    // unknown parts
    ['昭和50年3月00日', '19750300'],
    ['S50.00.00', '19750000'],
    ['19750300', '19750300'],
    ['1975-00-00', '19750000'],
    ['00000000', '00000000'],
    ['昭和50年3月', '19750300'],
    ['昭和50年', '19750000'],
    ['1975-03', '19750300'],
    ['昭和50年3月日不詳', '19750300'],
    ['昭和50年月日不詳', '19750000'],
    ['昭和50年不詳', '19750000'],
    ['昭和50年　月　日', '19750000'],
    ['昭和50年3月不詳日', '19750300'],
    ['昭和50年**月**日', '19750000'],
    ['1975/--/--', '19750000'],
    ['1975-XX-XX', '19750000'],
    ['不詳', '00000000'],
    ['年月日不詳', '00000000'],
    ['生年月日不詳', '00000000'],
    ['昭和年月日不詳', '00000000'],
    ['不詳年3月2日', '00000302'],
    ['3月2日', '00000302'],
    ['○年○月頃', '00000000 about'],
    ['昭和10年3月頃', '19350300 about'],
    ['昭和10年頃', '19350000 about'],
    ['昭和10年3月2日頃', '19350302 about'],
    ['推定昭和10年3月2日', '19350302 about'],
    ['昭和10年3月2日（推定）', '19350302 about'],
    ['昭和10年3月上旬', '19350300 about'],
    ['令和元年5月1日から10日まで', '20190500 about'],
    ['令和元年5月1日から令和元年6月10日までの間', '20190000 about'],
    ['令和元年5月1日から令和2年1月10日までの間', '00000000 about'],
    // out of era, kept
    ['S65.3.2', '19900302 era'],
    ['昭和64年1月8日', '19890108 era'],
    ['H1.1.7', '19890107 era'],
    ['平成31年5月1日', '20190501 era'],
    ['令和元年4月30日', '20190430 era'],
    ['昭和元年12月24日', '19261224 era'],
    ['大正15年12月26日', '19261226 era'],
    ['明治元年1月24日', '18680124 era'],
    ['H1975.3.2', '19750302 era'],
    // not certain to be out of era
    ['平成元年1月', '19890100'],
    ['昭和64年', '19890000'],
    ['平成31年', '20190000'],
    ['昭和64年2月', '19890200 era'],
    // no such day, legal in the register
    ['昭和50年2月29日', '19750229 impossible'],
    ['1975-02-30', '19750230 impossible'],
    ['1975-04-31', '19750431 impossible'],
    ['昭和51年2月29日', '19760229'],
    ['1900-02-29', '19000229 impossible'],
    ['2000-02-29', '20000229'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    '',
    '　',
    'abc',
    '1975-13-02',
    '1975-03-32',
    '19751302',
    '3/2/1975',
    '75-03-02',
    '50年3月2日',
    'S500.3.2',
    '3500302',
    '123456789012',
    '27455',
    '昭和',
    '1975-03-02x',
    '1975-03-02-04',
    '田中花子',
    '-',
  ])('unreadable: %s', (text) => expect(read(text)).toBe('unreadable'));
});

describe('parseDate, coded', () => {
  test.each<[string, DateFormat, string]>([
    ['3500302', 'era-code-12345', '19750302'],
    ['1450730', 'era-code-12345', '19120730'],
    ['2011225', 'era-code-12345', '19121225'],
    ['4010108', 'era-code-12345', '19890108'],
    ['5010501', 'era-code-12345', '20190501'],
    ['３５００３０２', 'era-code-12345', '19750302'],
    ['3-50-03-02', 'era-code-12345', '19750302'],
    [' 3500302 ', 'era-code-12345', '19750302'],
    ['3.50.3.2', 'era-code-12345', '19750302'],
    ['5-07-04-01', 'era-code-12345', '20250401'],
    ['3500300', 'era-code-12345', '19750300'],
    ['3500000', 'era-code-12345', '19750000'],
    ['0000000', 'era-code-12345', '00000000'],
    ['3650302', 'era-code-12345', '19900302 era'],
    ['3500229', 'era-code-12345', '19750229 impossible'],
    ['19750302', 'era-code-12345', '19750302'],
    ['S50.3.2', 'era-code-12345', '19750302'],
    ['5500302', 'era-code-13579', '19750302'],
    ['3050302', 'era-code-13579', '19160302'],
    ['7010108', 'era-code-13579', '19890108'],
    ['9050401', 'era-code-13579', '20230401'],
    ['1400101', 'era-code-13579', '19070101'],
    ['319750302', 'jpki', '19750302'],
    ['419890107', 'jpki', '19890107 era'],
    ['019750302', 'jpki', '19750302'],
    ['319750000', 'jpki', '19750000'],
    ['4500302', 'era-code-13579', 'unreadable'],
    ['6500302', 'era-code-12345', 'unreadable'],
    ['3501302', 'era-code-12345', 'unreadable'],
    ['350302', 'era-code-12345', 'unreadable'],
  ])('%s as %s', (text, format, expected) => expect(read(text, format)).toBe(expected));
});

describe('parseTimestamp', () => {
  const at = (...parts: [number, number, number, number?, number?, number?]) => {
    const [year, month, day, ...time] = parts;
    return Date.UTC(year, month - 1, day, ...time) / 1000;
  };
  test.each<[string, number | null]>([
    ['20230401123015', at(2023, 4, 1, 12, 30, 15)],
    ['202304011230', at(2023, 4, 1, 12, 30)],
    ['20230401123015123', at(2023, 4, 1, 12, 30, 15)],
    ['20230401 123015', at(2023, 4, 1, 12, 30, 15)],
    ['2023-04-01 12:30:15', at(2023, 4, 1, 12, 30, 15)],
    ['2023-04-01T12:30', at(2023, 4, 1, 12, 30)],
    ['2023-04-01T12:30:15.123', at(2023, 4, 1, 12, 30, 15)],
    ['2023-04-01T12:30:15+09:00', at(2023, 4, 1, 12, 30, 15)],
    ['2023-04-01T03:30:15Z', at(2023, 4, 1, 12, 30, 15)],
    ['2023-04-01T20:00:00Z', at(2023, 4, 2, 5)],
    ['2023/4/1 9:05', at(2023, 4, 1, 9, 5)],
    ['令和5年4月1日 12時30分', at(2023, 4, 1, 12, 30)],
    ['令和５年４月１日　１２時３０分１５秒', at(2023, 4, 1, 12, 30, 15)],
    ['令和5年4月1日午後3時5分', at(2023, 4, 1, 15, 5)],
    ['2023-04-01 12:05 AM', at(2023, 4, 1, 0, 5)],
    ['2023-04-01', at(2023, 4, 1)],
    ['20230401', at(2023, 4, 1)],
    ['R5.4.1 08:00', at(2023, 4, 1, 8)],
    ['2023-04-01 24:00', at(2023, 4, 2)],
    ['2023-04', null],
    ['2023-04-01 25:00', null],
    ['2023-04-01 12:61', null],
    ['2023-13-01 12:00', null],
    ['20231301120000', null],
    ['不詳', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseTimestamp(text)).toBe(expected));
});

describe('properties', () => {
  const alphabet = fc.constantFrom(
    ...'SH昭和令年月日元不詳推定頃から~（)-/. 　0123５六十○*T:x\u{d842}\u{20bb7}\u{fffd}',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: alphabet, maxLength: 16 }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );
  // Sixteen digits are more than a number holds; the scan once stood still before them.
  test.each(['19750302000000000', '昭和19750302000000000年3月2日', '1975-03-0000000000000000002'])(
    'ends at %s',
    (text) => {
      expect(parseDate(text, null)).toBeNull();
    },
  );
  test('never throws, and keys are within the calendar', () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom<DateFormat | null>(null, 'wareki', 'era-code-12345', 'era-code-13579', 'jpki'),
        (text, format) => {
          parseTimestamp(text);
          const date = parseDate(text, format);
          if (!date) return;
          expect(Math.trunc(date.key / 100) % 100).toBeLessThanOrEqual(12);
          expect(date.key % 100).toBeLessThanOrEqual(31);
          expect(date.key).toBeLessThanOrEqual(99991231);
        },
      ),
      { numRuns: 5000 },
    );
  });
  test('every notation of a day in the Showa era gives the same key', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1927-01-01'), max: new Date('1988-12-31'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          const [y, m, d] = iso.split('-').map(Number) as [number, number, number];
          const two = (n: number) => String(n).padStart(2, '0');
          const key = y * 10_000 + m * 100 + d;
          for (const text of [
            iso,
            `${y}/${m}/${d}`,
            `${key}`,
            `昭和${y - 1925}年${m}月${d}日`,
            `S${two(y - 1925)}.${two(m)}.${two(d)}`,
          ])
            expect(parseDate(text, null)?.key).toBe(key);
          const code = `3${two(y - 1925)}${two(m)}${two(d)}`;
          expect(parseDate(code, 'era-code-12345')?.key).toBe(key);
        },
      ),
    );
  });
});
