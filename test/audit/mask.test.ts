import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitRuns } from '../../src/audit/digit-runs.js';
import { maskNumbers, maskPrinted, spacedTime } from '../../src/audit/mask.js';
import { isMyNumber, myNumberCheckDigit } from '../../src/audit/my-number.js';

// 9 7 9 2 7 2 4 4 4 9 4: 54+35+36+6+14+14+24+20+16+27+8 = 254, 254 mod 11 = 1, so the check digit is 0.
const NUMBER = '979272444940';
const HIDDEN = '＊＊＊＊＊＊＊＊';

describe('a My Number is hidden in every notation', () => {
  test.each([
    ['as it stands', '979272444940'],
    ['full width', '９７９２７２４４４９４０'],
    ['hyphens', '9792-7244-4940'],
    ['blanks', '9792 7244 4940'],
    ['wide blanks', '9792　7244　4940'],
    ['four wide blanks', '9792　　　　7244　　　　4940'],
    ['no-break blanks', '9792\u00a07244\u00a04940'],
    ['thin blanks', '9792\u20097244\u20094940'],
    ['tabs', '9792\t7244\t4940'],
    ['line breaks', '9792\n7244\n4940'],
    ['dots', '9792.7244.4940'],
    ['middle dots', '9792・7244・4940'],
    ['slashes', '9792/7244/4940'],
    ['underscores', '9792_7244_4940'],
    ['long vowels', '９７９２ー７２４４ー４９４０'],
    ['en dashes', '9792–7244–4940'],
    ['minus signs', '9792−7244−4940'],
    ['番', '9792番7244番4940番'],
    ['億 and 万', '9792億7244万4940'],
    ['brackets', '(9792)(7244)(4940)'],
    ['equals sign and quotes', '="9792""7244""4940"'],
    ['commas of a spreadsheet', '979,272,444,940'],
    ['commas, full width', '９７９，２７２，４４４，９４０'],
    ['in halves', '979272/444940'],
    ['two, five, five', '97_92724_44940'],
    ['pairs', '97 92 72 44 49 40'],
    ['pairs with colons', '97:92:72:44:49:40'],
    ['digit by digit', '9 7 9 2 7 2 4 4 4 9 4 0'],
    ['digit by digit, commas', '9, 7, 9, 2, 7, 2, 4, 4, 4, 9, 4, 0'],
    ['zero-width spaces', '9792\u200b7244\u200b4940'],
    [
      'a zero-width space after every digit',
      '9\u200b7\u200b9\u200b2\u200b7\u200b2\u200b4\u200b4\u200b4\u200b9\u200b4\u200b0',
    ],
    ['soft hyphens', '9792\u00ad7244\u00ad4940'],
    ['byte order marks', '979\ufeff272\ufeff444\ufeff940'],
    ['word joiners', '979272\u2060444940'],
    ['between direction marks', '\u202d979272444940\u202c'],
    ['direction marks inside', '9792\u200e7244\u200f4940'],
    ['Hangul fillers', '9792\u31647244\u31644940'],
    ['combining marks', '9\u03017927244\u030144940'],
    [
      'keycaps',
      '9\ufe0f\u20e37\ufe0f\u20e39\ufe0f\u20e32\ufe0f\u20e37\ufe0f\u20e32\ufe0f\u20e34\ufe0f\u20e34\ufe0f\u20e34\ufe0f\u20e39\ufe0f\u20e34\ufe0f\u20e30\ufe0f\u20e3',
    ],
    ['Arabic', '٩٧٩٢٧٢٤٤٤٩٤٠'],
    ['Persian', '۹۷۹۲۷۲۴۴۴۹۴۰'],
    ['Devanagari', '९७९२७२४४४९४०'],
    ['Thai', '๙๗๙๒๗๒๔๔๔๙๔๐'],
    ['mathematical bold', '𝟗𝟕𝟗𝟐𝟕𝟐𝟒𝟒𝟒𝟗𝟒𝟎'],
    ['circled', '⑨⑦⑨②⑦②④④④⑨④⓪'],
    ['superscript', '⁹⁷⁹²⁷²⁴⁴⁴⁹⁴⁰'],
    ['kanji', '九七九二七二四四四九四〇'],
    ['kanji with a circle for zero', '九七九二 七二四四 四九四○'],
    ['kanji of deeds', '九漆九弐漆弐肆肆肆九肆零'],
    ['kanji with units', '九千七百九十二億七千二百四十四万四千九百四十'],
    ['kanji with units, in groups', '九千七百九十二・七千二百四十四・四千九百四十'],
    ['scripts mixed', '九七九二-７２４４-٤٩٤٠'],
    ['exponent', '9.79272444940E+11'],
    ['exponent without the last zero', '9.7927244494E11'],
    ['exponent, full width', '９．７９２７２４４４９４０Ｅ＋１１'],
    ['exponent and blanks', '9.7927244494 e +11'],
    ['whole mantissa', '97927244494E1'],
    ['decimal zero', '979272444940.0'],
  ])('%s', (_, notation) => {
    for (const text of [notation, `番号は${notation}です`, `山田 ${notation} 太郎`]) {
      const shown = maskNumbers(text);
      expect(shown).toContain(HIDDEN);
      expect(
        digitRuns(shown)
          .flatMap(({ groups }) => groups.map(({ digits }) => digits))
          .join('').length,
      ).toBeLessThan(7);
    }
  });

  test('the last four digits stay, as they were written', () => {
    expect(maskNumbers('983205673214')).toBe(`${HIDDEN}3214`);
    expect(maskNumbers('番号９８３２０５６７３２１４です')).toBe(`番号${HIDDEN}３２１４です`);
    expect(maskNumbers('本町1-2 9792-7244-4940 様')).toBe(`本町1-2 ${HIDDEN}4940 様`);
    expect(maskNumbers('九七九二七二四四四九四〇')).toBe(`${HIDDEN}4940`);
    expect(maskNumbers('9832-0567-3214、979,272,444,940')).toBe(`${HIDDEN}3214、${HIDDEN}4940`);
  });

  test('twelve digits in the shape of a number are hidden though none has them', () => {
    expect(isMyNumber('123456789012')).toBe(false);
    for (const text of [
      '1234.5678.9012',
      '1234 - 5678 - 9012',
      '1234-567890-12',
      '123456789012',
      '1.23456789012E+11',
    ])
      expect(maskNumbers(text)).toBe(`${HIDDEN}9012`);
    expect(maskNumbers('１２３４ー５６７８ー９０１２')).toBe(`${HIDDEN}９０１２`);
  });

  test('half a character that has been looked at tells nothing of whole ones', () => {
    expect(maskNumbers('\ud835 alone, half a letter')).toBe('\ud835 alone, half a letter');
    expect(maskNumbers('𝟗𝟕𝟗𝟐𝟕𝟐𝟒𝟒𝟒𝟗𝟒𝟎')).toContain(HIDDEN);
  });

  test('what is left of a number makes no other with its neighbours', () => {
    expect(maskNumbers(`${HIDDEN}4940 1234-5678`)).toBe(`${HIDDEN}4940 1234-5678`);
    expect(maskNumbers('979272444940 1234-5678')).toBe(`${HIDDEN}4940 1234-5678`);
  });

  test('a digit beside a number does not show it', () => {
    expect(maskNumbers('99832056732141')).toBe(`${HIDDEN}2141`);
    expect(maskNumbers('1-9792-7244-4940')).toBe(`1-${HIDDEN}4940`);
  });

  test('what the register holds is a number though its check digit is wrong', () => {
    const held = (digits: string) => digits === '123456789012';
    expect(maskNumbers('123,456,789,012')).toBe('123,456,789,012');
    expect(maskNumbers('123,456,789,012', held)).toBe(`${HIDDEN}9012`);
  });
});

test('a time that is a number by its check digit is hidden', () => {
  // 2 0 2 3 0 6 2 2 1 5 3: 12+0+8+9+0+42+12+10+4+15+6 = 118, 118 mod 11 = 8, so 3 is the check digit.
  expect(maskNumbers('202306221533')).toBe(`${HIDDEN}1533`);
  expect(maskPrinted('202306221533')).toBe(`${HIDDEN}1533`);
});

describe('what is no number stays', () => {
  test.each([
    '090-1234-5678',
    '1234-5678',
    '03-1234-5678 090-1234-5678',
    '霞が関2-1-2',
    '霞が関二丁目一番二号',
    '本町千五百八番地十二の二十三',
    '埼玉県本庄市８７６番地１ 第二コーポ１０３号室',
    '2023-06-22 15:30',
    '2023-06-22 15:30:45',
    '2023/6/2 5:30:45.123',
    '2023年06月22日 15:30',
    '2023-06-22T15:30:45+09:00',
    '20230622 153045',
    '20230622 1530',
    '1975/03/02 1234',
    '20230622153045',
    '202306221530',
    '昭和50年3月2日',
    '3500302',
    '1,234,567',
    '123,456,789,012',
    '12/34/56/78/90/12',
    '7.50335E+11',
    '1.5E+300',
    '1e5',
    '0.001',
    '',
    'サイトウ ミサキ',
    '一二三',
    '十二月二十五日',
    '第一二三四五六回',
  ])('%s', (text) => expect(maskNumbers(text)).toBe(text));

  test('counts and times of the program', () => {
    for (const text of [
      '[1/9] Read files: 1,234,567 → 1,234,567, 71.2 s',
      'cards  6,910  0  6,500  380  20  10',
      'F-1234-5678-9012, S-1234-5678-9012',
      // Keys, as the office has them.
      'insurance:01130012-101-1-00 → 0000000001',
      '01130012-979-2-00',
      '123456789012',
    ])
      expect(maskPrinted(text)).toBe(text);
    expect(maskPrinted('UF-9792-7244-4940')).toBe(`UF-${HIDDEN}4940`);
    expect(maskPrinted('F-9792-7244-4940')).toBe('F-9792-7244-4940');
    expect(maskPrinted(`cards ${NUMBER}`)).toBe(`cards ${HIDDEN}4940`);
  });
});

const numbers = fc
  .stringMatching(/^[0-9]{11}$/)
  .map((body) => body + myNumberCheckDigit(body))
  .filter(isMyNumber);
const gaps = fc.constantFrom('', ' ', '-', ',', '/', '_', '番', '　　', '\u200b', '\u202c', '・', '\t', '. ');

test('no number shows, whatever its groups, and what is shown is shown again as it is', () => {
  fc.assert(
    fc.property(numbers, fc.array(gaps, { minLength: 11, maxLength: 11 }), (number, between) => {
      const text = [...number].map((digit, i) => digit + (between[i] ?? '')).join('');
      const shown = maskNumbers(`東京 ${text} 様`);
      expect(shown).toBe(`東京 ${HIDDEN}${number.slice(-4)} 様`);
      expect(maskNumbers(shown)).toBe(shown);
    }),
  );
});

test('any text: the mask ends, changes nothing twice, and leaves no twelve digits in a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const shown = maskNumbers(text);
      expect(maskNumbers(shown)).toBe(shown);
      expect(shown).not.toMatch(/[0-9０-９]{12}/);
    }),
  );
  const started = process.cpuUsage();
  maskNumbers('1 '.repeat(500_000));
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(20);
});

test.each([
  ['20230601123456', '2023-06-01 12:34:56'],
  ['202306011234', '2023-06-01 12:34'],
  ['2023-06-01', '2023-06-01'],
  // A number in the column of times.
  [NUMBER, NUMBER],
  ['202399011234', '202399011234'],
  ['202306012561', '202306012561'],
])('spacedTime(%s) is %s', (text, spaced) => {
  expect(spacedTime(text)).toBe(spaced);
});
