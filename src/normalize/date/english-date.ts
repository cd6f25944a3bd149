import type { WrittenDate } from './written-date.js';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAY = '(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*[.,]?\\s+)?';
const MONTH = '([a-z]{3})[a-z]*\\.?';
/** Mar 2, 1975; Sun Mar 02 1975. */
const MONTH_FIRST = new RegExp(
  `^${WEEKDAY}${MONTH}[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(\\d{4})(?!\\d)`,
  'iu',
);
/** 2 March 1975, 02-Mar-1975; Sun, 02 Mar 1975. */
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH},?[\\s-]+(\\d{4})(?!\\d)`,
  'iu',
);

/** Reads a date that names its month in English, as JavaScript and databases write it; null where none stands at the start. */
export function readEnglishDate(
  text: string,
): { readonly written: WrittenDate; readonly end: number } | null {
  const monthFirst = MONTH_FIRST.exec(text);
  const match = monthFirst ?? DAY_FIRST.exec(text);
  if (!match) return null;
  const [whole, first = '', second = '', year] = match;
  const [name, day] = monthFirst ? [first, second] : [second, first];
  const month = MONTHS.indexOf(name.toUpperCase()) + 1;
  if (month === 0) return null;
  const written = { era: -1, year: Number(year), month, day: Number(day), approximate: false };
  return { written, end: whole.length };
}
