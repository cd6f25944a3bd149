import { codesOf, type Level } from '../../audit/level.js';
import type { Comparison } from '../comparison.js';

const LEVELS = [
  {
    id: 'missing',
    kind: 'missing',
    title: { ja: '電話番号が未登録です', en: 'Phone number not stated' },
    m: 0,
  },
  {
    id: 'exact',
    kind: 'equal',
    title: { ja: '電話番号が一致します', en: 'Phone number agrees' },
    m: 0.5,
    agrees: true,
    counted: true,
  },
  {
    id: 'shared',
    kind: 'equal',
    title: {
      ja: '電話番号は一致しますが、世帯や複数の方で共用される番号です',
      en: 'Phone number agrees, but is one that a home or several residents share',
    },
    m: 0.25,
    agrees: true,
    // About two bits: it tells of a home, and of that the address has told already.
    u: 0.25,
    kin: true,
  },
  {
    id: 'different',
    kind: 'different',
    title: {
      ja: '電話番号が異なります（番号は変わることがあります）',
      en: 'Phone number differs (people change numbers)',
    },
    m: 0.25,
    guess: 0.5,
  },
] as const satisfies readonly Level[];

const { missing, exact, shared, different } = codesOf(LEVELS);

/** Numbers of one person's own telephone: 060, 070, 080, 090, but not the free 0800 (電気通信番号計画). */
const PERSONAL = '0([679]0[0-9]|80[1-9])[0-9]{7}';

/** Numbers that are nobody's own, since several residents state them. */
const HELD_BY_SEVERAL = `
  SELECT phone_digits FROM residents WHERE phone_digits IS NOT NULL GROUP BY phone_digits HAVING count(*) > 1`;

/**
 * Telephone numbers. One of a mobile telephone that a single resident states is that person's own; any other belongs to a
 * home or an office, and whoever lives there has it as well. A number that differs says little, and doubts nobody.
 */
const comparison: Comparison = {
  id: 'phone',
  title: { ja: '電話番号', en: 'Phone number' },
  about: 'contact',
  levels: LEVELS,
  items: ['phone'],
  row: 'phone',
  rows: ['phone'],
  optional: true,
  // Its area code does.
  tellsPlace: true,
  keys: [{ column: 'phone_digits', item: 'phone', keyOf: phoneDigits }],
  by: {
    id: 'phone',
    settle: (l, r) => `CASE WHEN ${l}.phone_digits IS NULL OR ${r}.phone_digits IS NULL THEN ${missing}
      WHEN ${l}.phone_digits <> ${r}.phone_digits THEN ${different}
      WHEN regexp_full_match(${r}.phone_digits, '${PERSONAL}') AND ${r}.phone_digits NOT IN (${HELD_BY_SEVERAL}) THEN ${exact}
      ELSE ${shared} END`,
    settlesAll: true,
    reads: ['phone_digits'],
    // What two rows of the register state is stated by several.
    compare: ([a], [b]) => [!a || !b ? missing : a === b ? shared : different],
  },
  part: 0,
  collision: { value: 'phone_digits', where: 'phone_digits IS NOT NULL' },
};

export default comparison;

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
 * (000-0000-0000, 03-9999-9999). Source of the shapes: 電気通信番号計画, 総務省告示.
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
