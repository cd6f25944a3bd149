/** What follows a number is an extension, or the last digit of a row of numbers: 内線12, (内12), ext. 12, x12, #12, ~9. */
const EXTENSION = /(\d)\s*[([]?\s*(内線|内|extension|ext|x|#|[~〜]).*$/i;
/** Between two numbers in one field. */
const SEPARATORS = /[/,、;\n]|または|又は/;
/** A number that went through a spreadsheet as a number. */
const DECIMAL = /^(\d{9,11})\.0$/;

/**
 * Digits of a telephone number with its area code, of the first one that a text holds: in any width, with brackets,
 * hyphens or blanks, an extension left out, +81 as 0, a 0 that a spreadsheet has dropped put back. A number of another
 * country keeps its `+`. Null for what is no whole number (without area code, too short or long) or stands for none
 * (000-0000-0000, 03-9999-9999). Two numbers are compared where both have digits (the level is `missing` where either is null), and
 * agree where the digits are equal. Source of the shapes: 電気通信番号計画, 総務省告示.
 */
export function phoneDigits(text: string): string | null {
  const parts = text.normalize('NFKC').split(SEPARATORS);
  for (const part of parts) {
    const digits = domestic(part.trim().replace(EXTENSION, '$1').replace(DECIMAL, '$1'));
    if (digits !== null) return digits;
  }
  return null;
}

/** Digits in which Japan writes the number: +81, 0081 and 010-81 stand for the first 0, which may be there as well, in brackets. */
function domestic(text: string): string | null {
  const digits = text.replace(/[^\d+]/g, '');
  const [, rest] = /^(?:\+|00|010)81(\d+)$/.exec(digits) ?? [];
  if (rest !== undefined) return usable(rest.startsWith('0') ? rest : `0${rest}`);
  if (/^\+[1-9]\d{7,14}$/.test(digits)) return standsForNone(digits) ? null : digits;
  const dropped = /^[1-9]\d{8}$/.test(digits) || /^[5-9]0\d{8}$/.test(digits);
  return usable(dropped ? `0${digits}` : digits);
}

/** A fixed or service number has ten digits; mobile and IP telephones and 0800 have eleven. */
function usable(digits: string): string | null {
  const isWhole = /^0[5-9]0\d{8}$/.test(digits) || /^0(?![5-9]0)[1-9]\d{8}$/.test(digits);
  return isWhole && !standsForNone(digits) ? digits : null;
}

/** One digit to the end, or all zeros: typed into a field that must not be empty. */
function standsForNone(digits: string): boolean {
  return /(\d)\1{7}$|0{7}$/.test(digits);
}
