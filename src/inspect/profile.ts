import { isMyNumber } from '../audit/my-number.js';
import { parseDate } from '../normalize/date/parse-date.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import { plainCell } from '../normalize/number/cell-marks.js';
import { cleanNumber, isInsurerNumber, isMunicipalityCode } from '../normalize/number/codes.js';
import { phoneDigits } from '../normalize/number/phone.js';
import { sexCode } from '../normalize/sex.js';
import { isStatus, vitality } from '../normalize/status.js';
import { commonShapes } from '../text/shape.js';
import { type DateNotation, dateNotation, isEraOpen } from './date-notation.js';
import { type UnixMoments, unixMoments } from './unix-moments.js';
import { type Years, yearsOf } from './years.js';

export type ColumnType =
  | 'empty'
  | 'my-number'
  | 'date'
  | 'timestamp'
  | 'sex'
  | 'phone'
  | 'postal'
  | 'kana'
  | 'address'
  | 'person-name'
  | 'place-code'
  | 'insurer-code'
  | 'serial'
  | 'digits'
  | 'code'
  | 'text';

/** What the values of a column look like, without any of them. Shares are of the rows looked at. */
export interface Profile {
  readonly type: ColumnType;
  readonly notation: DateNotation | null;
  /** True of era codes of which nothing tells whether they are 1-5 or 1/3/5/7/9. */
  readonly eraOpen: boolean;
  /** Where its dates lie, and those that its digits may be; null where it holds none. */
  readonly years: Years | null;
  /** Whether its digits may be moments counted from 1970. */
  readonly unix: UnixMoments | null;
  readonly filled: number;
  /** Distinct values among the filled ones. */
  readonly distinct: number;
  /** How many distinct values there are: 1 says nothing that tells one row from another. */
  readonly kinds: number;
  readonly shapes: readonly string[];
  /** Whether its values are words of a status that is understood, and one of them says that somebody or something has ended; or yes and no. */
  readonly status: 'ends' | 'lives' | 'flags' | null;
}

/** Values that are looked at one by one. */
const LOOKED = 500;

export function profileOf(values: readonly string[]): Profile {
  const filled = values.filter((value) => value !== '');
  const looked = filled.slice(0, LOOKED);
  const plain = looked.map(plainCell);
  const days = plain.filter((value) => !NO_DAY.test(value));
  const notation = notationOf(days);
  const type = typeOf(plain, looked, notation);
  const isDate = type === 'date' || type === 'timestamp';
  return {
    type,
    notation: isDate ? notation : null,
    eraOpen: /^era/.test(notation ?? '') && isEraOpen(looked),
    years: isDate || type === 'digits' ? yearsOf(days.slice(0, LOOKED), formatOf(notation)) : null,
    unix: type === 'digits' || type === 'code' ? unixMoments(plain) : null,
    filled: values.length === 0 ? 0 : filled.length / values.length,
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    kinds: new Set(filled).size,
    shapes: commonShapes(filled, 2),
    status: statusOf(looked),
  };
}

/** Values that a status has at most. */
const MOST_STATUSES = 15;

/** Yes and no, in words: what is called after what it says is a status. */
const FLAG = /^(true|false|yes|no|t|f|y|n|有り?|無し?|あり|なし|[○×])$/i;

function statusOf(values: readonly string[]): Profile['status'] {
  const words = [...new Set(values)];
  if (words.length === 0 || words.length > MOST_STATUSES || words.some((word) => word.length > 12))
    return null;
  if (words.every((word) => FLAG.test(word))) return 'flags';
  if (share(values, isStatus) < 0.95) return null;
  return words.some((word) => vitality(word) !== 'active') ? 'ends' : 'lives';
}

/** The format that a pipeline file declares for a notation; none for dates with times. */
export function formatOf(notation: DateNotation | null): DateFormat | null {
  return notation === 'timestamp' || notation === 'any' ? null : notation;
}

/** What tables hold where there is no day: 00000000, 0000-00-00, 99999999. */
const NO_DAY = /^(0[0\-/. ]*|9{8}|9{4}[-/.]9{2}[-/.]9{2})$/;

/** Digits, or a letter and a few: M9012 is a member's number before it is a day of Meiji. */
const LOOSE_CODE = /^(\d+|[A-Za-z]\d{1,5})$/;

/** A date whose time is midnight in every row is no time. */
function notationOf(values: readonly string[]): DateNotation | null {
  const notation = dateNotation(values);
  if (
    notation === 'timestamp' &&
    share(values, (value) => /[T ]0?0:00(:00)?(\.0+)?(Z|[+-]\d\d:?\d\d)?$/.test(value)) > 0.95
  )
    return 'any';
  if (notation !== null) return notation;
  // Notations that need no name: English months, blanks for zeros, two calendars, words round the date.
  const isWritten = (value: string) => !LOOSE_CODE.test(value) && parseDate(value, null) !== null;
  return share(values, isWritten) > 0.9 ? 'any' : null;
}

/**
 * Serial numbers of days, as spreadsheets keep them: they pass for any other number, and are told by the name alone. Four digits end in
 * 1927: where nothing has five, they are times of day.
 */
export function isSerialDays({ type, years, shapes }: Profile): boolean {
  return (
    type === 'digits' &&
    years !== null &&
    shapes.every((shape) => /^9\{[45]\}$/.test(shape)) &&
    shapes.includes('9{5}')
  );
}

const CODES: readonly [ColumnType, (value: string) => boolean][] = [
  ['place-code', (value) => isMunicipalityCode(value) && Number(value.slice(0, 2)) <= 47],
  ['insurer-code', (value) => value.length >= 6 && isInsurerNumber(value)],
];

function typeOf(
  values: readonly string[],
  written: readonly string[],
  notation: DateNotation | null,
): ColumnType {
  if (values.length === 0) return 'empty';
  const folded = values.map((value) => value.normalize('NFKC').trim());
  const shareOf = (test: (value: string) => boolean) => share(folded, test);
  if (shareOf((value) => isMyNumber(cleanNumber(value))) > 0.8) return 'my-number';
  if (
    share(written, (value) => /^〒?\s*\d{3}-?\d{4}$/.test(value.normalize('NFKC'))) > 0.9 &&
    shareOf((value) => /-|〒/.test(value)) > 0.9
  )
    return 'postal';
  if (notation !== null) return notation === 'timestamp' ? 'timestamp' : 'date';
  if (isSex(folded)) return 'sex';
  if (shareOf((value) => /^[0(+]/.test(value) && phoneDigits(value) !== null) > 0.8) return 'phone';
  if (shareOf((value) => /^[\p{Script=Katakana}\p{Script=Hiragana}ー\s・.()/-]+$/u.test(value)) > 0.9)
    return 'kana';
  if (shareOf(isAddress) > 0.5) return 'address';
  if (shareOf((value) => NAME_LETTERS.test(value)) > 0.9)
    return shareOf(isSeparatedName) > 0.5 ? 'person-name' : 'text';
  for (const [type, test] of CODES) {
    if (
      shareOf((value) => test(cleanNumber(value))) > 0.95 &&
      new Set(folded).size <= Math.max(2, folded.length / 4)
    )
      return type;
  }
  if (shareOf((value) => /^\d+$/.test(value)) > 0.95) return longDigits(folded) ? 'serial' : 'digits';
  if (
    shareOf((value) => /^(0x)?[\da-f:]{10,40}h?$/i.test(value)) > 0.95 &&
    shareOf((value) => /[a-f]/i.test(value)) > 0.2
  )
    return 'serial';
  return shareOf((value) => /^[\x21-\x7e]+$/.test(value)) > 0.95 ? 'code' : 'text';
}

const NAME_LETTERS =
  /^[\p{Script=Han}々\p{Script=Katakana}\p{Script=Hiragana}ー\p{Script=Latin}\s.,'‘’・()［］[\]_●〓-]{2,40}$/u;

/** 佐藤 太郎, and the names of foreigners in Latin letters. */
function isSeparatedName(value: string): boolean {
  return (
    /^[\p{Script=Han}々●〓\p{Script=Katakana}\p{Script=Hiragana}ー]{1,5}[\s・][\p{Script=Han}々●〓\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5}(\s?[([［].*)?$/u.test(
      value,
    ) || /^\p{Lu}[\p{L}'-]+,? \p{Lu}[\p{L}' -]+$/u.test(value)
  );
}

function isAddress(value: string): boolean {
  return (
    /[都道府県市区町村郡].*[\d一二三四五六七八九十]|丁目|番地|[一-龠]\d+-\d+/.test(value) &&
    // 神奈川県第123号 is a certificate.
    !/第\s*\d+\s*号$/.test(value) &&
    value.length >= 6
  );
}

/** Two sexes in nearly every row, and hardly anything else. */
function isSex(values: readonly string[]): boolean {
  const codes = values.map((value) => (value.length <= 8 ? sexCode(value) : 0));
  const known = codes.filter((code) => code !== 0).length;
  const unknown = values.filter(
    (value, i) => codes[i] === 0 && /^(0|3|9|不明|その他|未回答|無回答|回答しない|未設定|U|X)$/.test(value),
  ).length;
  return (
    known + unknown > 0.95 * values.length &&
    known > 0.7 * values.length &&
    new Set(codes).size >= 2 &&
    [1, 2].every((code) => codes.filter((one) => one === code).length > 0.1 * known)
  );
}

function longDigits(values: readonly string[]): boolean {
  return values.every((value) => value.length >= 16) && new Set(values).size > 0.9 * values.length;
}

function share(values: readonly string[], test: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length;
}
