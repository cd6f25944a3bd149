import { endsWithCheckDigit, isMyNumber, weightedSum } from '../../audit/my-number.js';
import { withoutInvisible } from './cell-marks.js';

export const RESIDENT_CODE_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const MUNICIPALITY_WEIGHTS = [6, 5, 4, 3, 2];

/** Is this a 住民票コード by its check digit: 11 ASCII digits? */
export function isResidentCode(digits: string): boolean {
  return digits !== '00000000000' && endsWithCheckDigit(digits, 11, RESIDENT_CODE_WEIGHTS);
}

/** Is this a 団体コード (prefecture 2, municipality 3, check digit 1) by its check digit? */
export function isMunicipalityCode(digits: string): boolean {
  if (!/^\d{6}$/.test(digits) || digits === '000000') return false;
  return (11 - (weightedSum(digits, MUNICIPALITY_WEIGHTS) % 11)) % 10 === Number(digits[5]);
}

/** Is this a 保険者番号 by its check digit: 8 digits, or 6 for 国民健康保険? */
export function isInsurerNumber(digits: string): boolean {
  if (!/^(\d{6}|\d{8})$/.test(digits) || Number(digits) === 0) return false;
  const body = digits.slice(0, -1);
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const product = Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/**
 * A number without its notation: full width, spaces, hyphens, commas, marks without width, and what a spreadsheet adds (a
 * leading apostrophe, a trailing `.0`, quotes, `="…"`) are taken away. Any other character stays where it is, so that a damaged number (●, letters)
 * cannot pass for a shorter sound one. Leading zeros stay.
 */
export function cleanNumber(text: string): string {
  if (/^\d*$/.test(text)) return text;
  const plain = withoutInvisible(text)
    .normalize('NFKC')
    .replace(/[\s,\-\u2010-\u2015\u2212ー]/gu, '')
    .replace(/^['\u2018\u2019]+/u, '')
    .replace(/^=?"([^"'\u2019=]*)"$/u, '$1')
    .replace(/^(\d+)['\u2019]$/u, '$1');
  return plain.replace(/^(\d+)\.0+$/u, '$1');
}

/**
 * The twelve digits of a My Number in whatever notation, the zeros that a spreadsheet cut off put back; null where it
 * is none. Of 8 or 9 digits only those are taken whose check digit is right then: dates and codes have as many, and one of
 * eleven passes by chance. That hides nothing, since a number that is not the resident's leads to nobody, or to
 * somebody whom the record contradicts.
 */
export function myNumberDigits(text: string): string | null {
  const digits = cleanNumber(text);
  if (!/^\d{8,12}$/.test(digits)) return null;
  const padded = digits.padStart(12, '0');
  return digits.length >= 10 || isMyNumber(padded) ? padded : null;
}

/** A number of fixed length (account 7, branch 3, bank 4) with the leading zeros that a spreadsheet cut off. */
export function paddedNumber(text: string, length: number): string {
  const digits = cleanNumber(text);
  return /^\d+$/.test(digits) ? digits.padStart(length, '0') : digits;
}

export type SerialNotation = 'hex' | 'decimal';

/**
 * A certificate serial number as upper-case hexadecimal without leading zeros, separators, `0x` or `h`.
 * Empty when the text is not a number.
 *
 * A string of decimal digits alone may be either notation, and which one cannot be seen from a single value:
 * read as decimal, `10` would become `A` and equal another holder's serial. So without a `notation` it is taken
 * as it stands (equal only to the same digits); a caller that knows the column's notation (`serialNotation`)
 * passes it, and decimal is then converted.
 */
export function certificateSerial(text: string, notation: SerialNotation | null = null): string {
  const plain = withoutInvisible(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s:\-\u2010-\u2015\u2212]/gu, '')
    .replace(/^['\u2018\u2019]+/u, '')
    .replace(/^=?"([^"=]*)"$/u, '$1');
  const marked = /^(?:0X([0-9A-F]+)|([0-9A-F]+)H)$/.exec(plain);
  const digits = marked ? (marked[1] ?? marked[2] ?? '') : plain;
  if (!/^[0-9A-F]+$/.test(digits)) return '';
  const decimal = !marked && notation === 'decimal' && /^\d+$/.test(digits);
  const hex = decimal ? BigInt(digits).toString(16).toUpperCase() : digits;
  return hex.replace(/^0+(?=.)/, '');
}

/**
 * The notation of a column of serials: hexadecimal as soon as one value has a letter or a mark, else decimal;
 * null when there are too few values (under 20) to trust the absence of letters.
 */
export function serialNotation(values: Iterable<string>): SerialNotation | null {
  let count = 0;
  for (const value of values) {
    if (/[a-fA-FxXhHａ-ｆＡ-Ｆ:]/u.test(value)) return 'hex';
    count++;
  }
  return count >= 20 ? 'decimal' : null;
}
