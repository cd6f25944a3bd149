import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMyNumber, myNumberCheckDigit } from '../../src/audit/my-number.js';
import {
  certificateSerial,
  cleanNumber,
  isInsurerNumber,
  isMunicipalityCode,
  isResidentCode,
  myNumberDigits,
  paddedNumber,
  serialNotation,
} from '../../src/normalize/number/codes.js';

describe('check digits', () => {
  // 983205673214 from the published example; the others worked out by hand from the rule:
  // 12345678901: 6+10+12+12+10+42+42+40+36+0+2 = 212, 212 mod 11 = 3, 11 - 3 = 8.
  test.each([
    ['983205673214', true],
    ['123456789018', true],
    ['983205673215', false],
    ['983205673241', false],
    ['000000000000', false],
    ['98320567321', false],
    ['9832056732140', false],
    ['98320567321X', false],
    ['９８３２０５６７３２１４', false],
    ['', false],
  ])('My Number %s: %s', (digits, valid) => expect(isMyNumber(digits)).toBe(valid));

  test('the check digit is 0 where the remainder is 0 or 1', () => {
    // 10000000000: 6 mod 11 = 6, 11 - 6 = 5; 00000000100: 4, 7; 00000100004: 7 + 4 * 2 = 15, 4, 7.
    expect(myNumberCheckDigit('10000000000')).toBe(5);
    // 60000000006: 36 + 12 = 48, 48 mod 11 = 4, 7.
    expect(myNumberCheckDigit('60000000006')).toBe(7);
    // 20000000000: 12 mod 11 = 1, so 0. 00000000006: 12 mod 11 = 1, so 0. 11000000000: 11 mod 11 = 0, so 0.
    expect(myNumberCheckDigit('20000000000')).toBe(0);
    expect(myNumberCheckDigit('00000000006')).toBe(0);
    expect(myNumberCheckDigit('11000000000')).toBe(0);
    expect(myNumberCheckDigit('1234')).toBeNull();
  });

  // 1234567890: 5+8+9+8+35+36+35+32+27+0 = 195, 195 mod 11 = 8, 11 - 8 = 3.
  test.each([
    ['12345678903', true],
    ['12345678904', false],
    ['1234567890', false],
    ['00000000000', false],
  ])('resident code %s: %s', (digits, valid) => expect(isResidentCode(digits)).toBe(valid));

  test.each([
    ['011002', true],
    ['131016', true],
    ['271004', true],
    ['131017', false],
    ['13101', false],
    ['000000', false],
  ])('municipality %s: %s', (digits, valid) => expect(isMunicipalityCode(digits)).toBe(valid));

  test.each([
    ['01130012', true],
    ['39131016', true],
    ['138016', true],
    ['01130013', false],
    ['138017', false],
    ['1130012', false],
    ['00000000', false],
  ])('insurer %s: %s', (digits, valid) => expect(isInsurerNumber(digits)).toBe(valid));
});

test.each([
  ['983205673214', '983205673214'],
  ['９８３２－０５６７－３２１４', '983205673214'],
  ['9832 0567 3214', '983205673214'],
  ['9832\u30000567\u30003214', '983205673214'],
  ['9832−0567‐3214', '983205673214'],
  ["'0123", '0123'],
  ['123456789018.0', '123456789018'],
  ['12,345', '12345'],
  ['1.23457E+11', '1.23457E+11'],
  ['12345678901●', '12345678901●'],
  ['="012345678903"', '012345678903'],
  ['＝"9832-0567-3214"', '983205673214'],
  ['="98320567321●"', '98320567321●'],
  ['="9832"&"0567"', '="9832"&"0567"'],
  ['="98320567321', '="98320567321'],
  // marks that say which way to read, as they come with a number copied from a Windows dialog
  ['\u202d983205673214\u202c', '983205673214'],
  ['\u202a983205673214\u202c', '983205673214'],
  ['\u200e9832\u200f05673214', '983205673214'],
  ['\u2066983205673214\u2069', '983205673214'],
  ['\u2060983205673214\u061c', '983205673214'],
  ['\ufeff983205673214', '983205673214'],
  ['98320567\u200b3214', '983205673214'],
  ['\u2028983205673214', '983205673214'],
  ['"983205673214"', '983205673214'],
  ['‘983205673214’', '983205673214'],
  ['\u202d="983205673214"\u202c', '983205673214'],
  ['\u202d98320567321●\u202c', '98320567321●'],
  ['9832\ue0005673214', '9832\ue0005673214'],
  ['', ''],
])('cleanNumber %s', (text, expected) => expect(cleanNumber(text)).toBe(expected));

// Weighted sums by hand: 00012345678 has 1·3 + 2·2 + 3·7 + 4·6 + 5·5 + 6·4 + 7·3 + 8·2 = 138, 138 mod 11 = 6, digit 5;
// 00001234567: 1·2 + 2·7 + 3·6 + 4·5 + 5·4 + 6·3 + 7·2 = 106, 7, 4; 00000123456: 7 + 12 + 15 + 16 + 15 + 12 = 77, 0, 0.
test.each([
  ['three zeros cut off', '123456785', '000123456785'],
  ['four zeros cut off', '12345674', '000012345674'],
  ['of a cell with decimals', '12345674.0', '000012345674'],
  ['as a formula', '="123456785"', '000123456785'],
  ['another check digit', '123456784', null],
  ['five zeros: too short to tell from another number', '1234560', null],
  ['one zero: the check digit is judged later', '98320567321', '098320567321'],
  ['two zeros', '9832056732', '009832056732'],
  ['thirteen digits', '9832056732140', null],
  ['a letter', '9832O5673214', null],
])('myNumberDigits: %s', (_name, text, digits) => expect(myNumberDigits(text)).toBe(digits));

test('paddedNumber', () => {
  expect(paddedNumber('1234', 7)).toBe('0001234');
  expect(paddedNumber('００１２３４５', 7)).toBe('0012345');
  expect(paddedNumber('●234', 7)).toBe('●234');
});

describe('certificate serials', () => {
  test.each([
    ['0x00AB12', 'AB12'],
    ['ab12', 'AB12'],
    ['00:ab:12', 'AB12'],
    ['AB12h', 'AB12'],
    ['ＡＢ１２', 'AB12'],
    ['00 AB 12', 'AB12'],
    ['0010', '10'],
    ['0', '0'],
    ['000', '0'],
    ['0x10', '10'],
    ['\u202d2A000000E4\u202c', '2A000000E4'],
    ["'2A000000E4", '2A000000E4'],
    ['="2A000000E4"', '2A000000E4'],
    ['', ''],
    ['不明', ''],
  ])('%s', (text, expected) => expect(certificateSerial(text)).toBe(expected));

  test('digits alone are converted only where the column is known to be decimal', () => {
    expect(certificateSerial('10')).toBe('10');
    expect(certificateSerial('10', 'hex')).toBe('10');
    expect(certificateSerial('10', 'decimal')).toBe('A');
    // 2^64 - 1, beyond what a number can hold
    expect(certificateSerial('18446744073709551615', 'decimal')).toBe('FFFFFFFFFFFFFFFF');
    expect(certificateSerial('0x10', 'decimal')).toBe('10');
  });

  test('the notation of a column', () => {
    const decimals = Array.from({ length: 20 }, (_, i) => String(i));
    expect(serialNotation(decimals)).toBe('decimal');
    expect(serialNotation([...decimals, '1A'])).toBe('hex');
    expect(serialNotation(['12', '13'])).toBeNull();
  });
});

test('nothing throws, and cleaning and serials are idempotent', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'０1-.h:x A="\'') })),
      (text) => {
        expect(cleanNumber(cleanNumber(text))).toBe(cleanNumber(text));
        expect(certificateSerial(certificateSerial(text))).toBe(certificateSerial(text));
        isMyNumber(text);
        isInsurerNumber(text);
        isMunicipalityCode(text);
        isResidentCode(text);
      },
    ),
    { numRuns: 3000 },
  );
});
