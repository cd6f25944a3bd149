/** Digits that stand together in a text: from `start` to `end` (exclusive, UTF-16), folded to ASCII. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** One character a digit, as a mask shows it: ASCII and full width stay as they were written. */
  readonly written: string;
  /** Digits that a number with an exponent states; the rest of `digits` are zeros. */
  readonly stated?: number;
  /** Spelled in kanji with units; with `thousands`, what could be a group of four rather than a house. */
  readonly spelled?: 'thousands' | 'less';
}

/** Groups with nothing between them but marks, and what stands between each and the next. */
export interface DigitRun {
  readonly groups: readonly DigitGroup[];
  readonly gaps: readonly string[];
}

/** Marks between groups beyond which they are no longer read as one number. */
export const LONGEST_GAP = 8;
/** Between the groups of a number: marks, blanks, what is not seen, and 番号の億万, which also part digits. */
const GAP = /^[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{M}ー\u115f\u1160\u3164\uffa0番号のノ億万]*$/u;
/** Not seen: what stands inside a group does not part it. */
export const UNSEEN = /^[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]+$/u;

/** The runs of digit groups in a text, dates and times left out: they have the digits of a number and are none. */
export function digitRuns(text: string): readonly DigitRun[] {
  const groups = groupsOf(text);
  const runs: { groups: DigitGroup[]; gaps: string[] }[] = [];
  let last: DigitGroup | null = null;
  for (const group of groups) {
    const gap = last === null ? null : text.slice(last.end, group.start);
    const isNear = gap !== null && gap.length <= LONGEST_GAP && GAP.test(gap);
    if (isNear && last!.digits !== '' && group.digits !== '') {
      runs.at(-1)!.groups.push(group);
      runs.at(-1)!.gaps.push(gap);
    } else runs.push({ groups: [group], gaps: [] });
    last = group;
  }
  return runs;
}

/** Text with full-width letters and marks narrowed one by one, so that places stay what they are. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (one) =>
    one === '\u3000' ? ' ' : String.fromCharCode(one.charCodeAt(0) - 0xfee0),
  );
}

/** A day, with or without a time: in this order and with marks between, no twelve digits are a number. No digits here. */
const MOMENT =
  /(?<!\d)(?:1[89]|20|21)\d\d([-/.年])(?:0?[1-9]|1[0-2])(?:\1|月)(?:0?[1-9]|[12]\d|3[01])日?(?!\d)(?:[ T]{1,2}(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,6}(?!\d))?)?(?!\d))?(?:Z|[+-]\d\d:?\d\d(?!\d))?/y;
const COMPACT_MOMENT =
  /(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ T_](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)/y;
/** A number that has been hidden: what is left of it makes no other with its neighbours. */
const MASKED = /\*{8}\d{4}(?!\d)/y;
const EXPONENT = /(?<![\d.])(\d{1,14})(?:\.(\d{1,14}))?\s?[eE]\s?([+-]?)0*(\d{1,2})(?!\d)/y;

function groupsOf(text: string): readonly DigitGroup[] {
  const plain = narrow(text);
  const groups: DigitGroup[] = [];
  for (let at = 0; at < text.length; ) {
    // Nearly all characters begin no group: they are told by one look at a table.
    const begins = isDigitAt(text, at) || plain.charCodeAt(at) === ASTERISK;
    const group = begins ? (special(plain, at) ?? groupAt(text, at)) : null;
    if (group) groups.push(group);
    at = group?.end ?? at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  }
  return groups;
}

/** Begins what is left of a number that has been hidden. */
const ASTERISK = 0x2a;

function special(plain: string, at: number): DigitGroup | null {
  const code = plain.charCodeAt(at);
  const shown = code === ASTERISK ? match(MASKED, plain, at) : null;
  if (shown) return { start: at, end: at + shown[0].length, digits: '', written: '' };
  if (code < 0x30 || code > 0x39) return null;
  const moment = match(MOMENT, plain, at) ?? match(COMPACT_MOMENT, plain, at);
  if (moment) return { start: at, end: at + moment[0].length, digits: '', written: '' };
  const found = match(EXPONENT, plain, at);
  if (!found) return null;
  const [all, whole = '', part = '', sign = '', exponent = ''] = found;
  const digits = shifted(whole + part, part.length, Number(`${sign}${exponent}`));
  if (digits === null) return null;
  const stated = (whole + part).replace(/^0+/, '').length;
  return { start: at, end: at + all.length, digits, written: digits, stated };
}

/** What a sticky pattern finds at a place. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A whole number of ten to twelve digits, written out with the zeros in front that an exponent loses; null for another. */
function shifted(mantissa: string, decimals: number, exponent: number): string | null {
  const zeros = exponent - decimals;
  if (zeros > 12) return null;
  const whole = zeros >= 0 ? mantissa + '0'.repeat(zeros) : mantissa.slice(0, zeros);
  const rest = zeros >= 0 ? '' : mantissa.slice(zeros);
  const digits = whole.replace(/^0+/, '');
  return /^0*$/.test(rest) && digits.length >= 10 && digits.length <= 12 ? digits.padStart(12, '0') : null;
}

/** Digits, or kanji that spell out up to four of them (九千七百九十二), from a place on. */
function groupAt(text: string, start: number): DigitGroup | null {
  const spelt = spelledAt(text, start);
  if (spelt) return spelt;
  let digits = '';
  let written = '';
  let end = start;
  for (let at = start; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at)!);
    const found = digitsOf(char);
    if (found === '' && (digits === '' || !UNSEEN.test(char))) break;
    at += char.length;
    if (found === '') continue;
    digits += found;
    written += /[0-9０-９]/.test(char) ? char : found;
    end = at;
  }
  return digits === '' ? null : { start, end, digits, written };
}

const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };
const SPELLED =
  /[一壱壹弌二弐貳三参參四肆五伍六陸七漆八捌九玖]?[十拾百千](?:[一壱壹弌二弐貳三参參四肆五伍六陸七漆八捌九玖十拾百千])*/y;

/** Kanji with 千, 百 or 十 as the four digits that they are worth. */
function spelledAt(text: string, start: number): DigitGroup | null {
  const found = match(SPELLED, text, start)?.[0];
  if (found === undefined) return null;
  let value = 0;
  let digit = 0;
  for (const char of found) {
    const unit = UNITS[char];
    value += unit === undefined ? 0 : (digit || 1) * unit;
    digit = unit === undefined ? Number(digitsOf(char)) : 0;
  }
  const digits = String(value + digit).padStart(4, '0');
  const spelled = found.includes('千') ? 'thousands' : 'less';
  return { start, end: start + found.length, digits, written: digits, spelled };
}

const KANJI = [
  '〇零○◯',
  '一壱壹弌',
  '二弐貳',
  '三参參',
  '四肆',
  '五伍',
  '六陸',
  '七漆',
  '八捌',
  '九玖',
] as const;
const known = new Map<string, string>(
  KANJI.flatMap((chars, digit) => [...chars].map((char) => [char, String(digit)] as const)),
);

/** What a character is worth as a digit, or as several (⑫); empty where it is none. */
export function digitsOf(char: string): string {
  const found = known.get(char);
  if (found !== undefined) return found;
  const digits = /\p{Nd}/u.test(char)
    ? String(decimalValue(char.codePointAt(0)!))
    : /\p{No}/u.test(char)
      ? char.normalize('NFKC').replace(/[^0-9]/g, '')
      : '';
  known.set(char, digits);
  return digits;
}

/** Whether a character is worth digits or, in kanji, units of them. Of a pair the first half is asked after. */
export function isDigitAt(text: string, at: number): boolean {
  return isDigit[text.charCodeAt(at)] ?? askedAt(text, at);
}

/** Of characters that have been asked after, by code: a page asks for the same ones all the time. */
const isDigit = new Array<boolean | undefined>(0x10000);

function askedAt(text: string, at: number): boolean {
  const char = String.fromCodePoint(text.codePointAt(at)!);
  const found = char in UNITS || digitsOf(char) !== '';
  // Half a pair says nothing of the pairs that it is half of, also where it stands alone.
  if (char.length === 1 && !HALF.test(char)) isDigit[char.charCodeAt(0)] = found;
  return found;
}

const HALF = /[\ud800-\udfff]/;

/** Unicode keeps the ten digits of a script together, from zero on. */
function decimalValue(code: number): number {
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return before % 10;
}
