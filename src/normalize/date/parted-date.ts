import { eraAt, eraLength, FIRST_YEAR } from './wareki.js';

/** Marks that stand behind the number of a part: 50年, 3月; and what a number column makes of it: 50.0. */
const BEHIND = /(\.0+|[年月日])+$/u;
const CENTURY = /^(?:18|19|20)\d{2}$/u;
/** Words for no era: the year is Gregorian. */
const GREGORIAN = /^(?:西暦|西|AD|A\.D\.|0)?$/u;

/**
 * The text of one column, of a date whose parts stood in columns of their own and were joined with hyphens: era, year, month and day
 * (昭和-50-3-2, 3-50-3-2, -1975-3-2), year, month and day (1975.0-3.0-2.0), or era and the rest (5-500302). A part that is left empty is
 * unknown. Null where the text is nothing of the kind.
 */
export function ofParts(text: string): string | null {
  const parts = text.split('-').map((part) => part.normalize('NFKC').trim().replace(BEHIND, ''));
  if (parts.length === 4) return fourParts(parts as [string, string, string, string]);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3 && (CENTURY.test(first) || /^\D+(\d{1,2}|元)$/u.test(first)))
    return whole('', first, second, third);
  return parts.length === 2 ? eraAndRest(first, second) : null;
}

/**
 * Parts of a date as a person writes it: 昭和2年5月14日 for 昭和-2-5-14. Null where the text is nothing of the kind, or its era is a number,
 * which only a format names.
 */
export function shownParts(text: string): string | null {
  const parts = text.split('-').map((part) => part.normalize('NFKC').trim().replace(BEHIND, ''));
  if (parts.length !== 4) return null;
  const [era, year, month, day] = parts as [string, string, string, string];
  if (!(isEra(era) || (GREGORIAN.test(era) && CENTURY.test(year))) || ofParts(text) === null) return null;
  const said = (part: string, unit: string) => (part === '' ? '' : `${part.replace(/^0+(?=\d)/, '')}${unit}`);
  return `${isEra(era) ? era : ''}${said(year, '年')}${said(month, '月')}${said(day, '日')}`;
}

function fourParts([era, year, month, day]: [string, string, string, string]): string | null {
  if (GREGORIAN.test(era)) return CENTURY.test(year) ? whole('', year, month, day) : null;
  if (!/^(\d{1,2}|\d{4}|元)$/u.test(year)) return null;
  if (isEra(era)) return whole(era, year, month, day);
  if (!/^0?[1-9]$/u.test(era)) return null;
  const two = (part: string) => (part === FIRST_YEAR.mark ? '1' : part).padStart(2, '0');
  return [era.slice(-1), year, month, day].map((part, place) => (place === 0 ? part : two(part))).join('-');
}

/** 5 and 500302, S and 500302: a number column has cut the zero of the first years off. */
function eraAndRest(era: string, rest: string): string | null {
  if (!/^\d{5,6}$/u.test(rest) || !(isEra(era) || /^0?[1-9]$/u.test(era))) return null;
  return `${isEra(era) ? era : era.slice(-1)}${rest.padStart(6, '0')}`;
}

function whole(era: string, year: string, month: string, day: string): string {
  return `${era}${year}-${month === '' ? '00' : month}-${day === '' ? '00' : day}`;
}

/** 昭和, 昭, S, and nothing else. */
function isEra(text: string): boolean {
  const era = eraAt(text, 0);
  return era >= 0 && eraLength(text, 0, era) === text.length;
}
