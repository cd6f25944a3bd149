import type { Bilingual } from '../text/bilingual.js';
import { maskNumbers } from './mask.js';
import { isMyNumber } from './my-number.js';

/** Which codes an office uses: a list, or a pattern for a whole code; null where the pipeline file tells none. */
export type ReviewerRule = { readonly codes: readonly string[] } | { readonly pattern: string } | null;

/** What is wrong with a reviewer code. */
export type ReviewerProblem =
  | 'empty'
  | 'too-long'
  | 'unseen'
  | 'number'
  | 'truth'
  | 'fraction'
  | 'date'
  | 'error'
  | 'form'
  | 'unknown';

/** Characters of a code at most, as kept. */
export const LONGEST_REVIEWER = 32;

/** Nobody types more than this for it, blanks included: longer text is not looked into. */
const LONGEST_TYPED = 200;

/** Neither seen nor typed on purpose: control characters, zero width, marks that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;

/** Latin letters, digits, kanji and kana, and the marks of such codes: no letter that looks like another one. */
const FORM =
  /^[A-Za-z0-9\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー][A-Za-z0-9\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー ._@/:+・-]*$/u;

const TRUTH = /^(?:true|false)$/i;
const FRACTION = /^[+-]?\d*[.,]\d+$|^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const ERROR = /^#(?:n\/a|ref!|value!|name\?|div\/0!|num!|null!)$/i;
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';
/** What a spreadsheet makes of a code such as 1-2 or 4/1 once it has taken it for a day. */
const DATE = new RegExp(
  [
    String.raw`^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].*)?$`,
    String.raw`^\d{1,2}/\d{1,2}/\d{2,4}$`,
    String.raw`^\d{1,2}[- ]${MONTHS}(?:[- ]\d{2,4})?$`,
    String.raw`^${MONTHS}[- ]\d{1,4}$`,
    String.raw`^(?:\d{4}年|(?:令和|平成|昭和|[RHS])\d{1,2}[年./-])?\d{1,2}[月./-]\d{1,2}日$`,
    String.raw`^(?:令和|平成|昭和)(?:\d{1,2}|元)年.*$`,
    String.raw`^[RHS]\d{1,2}[./]\d{1,2}[./]\d{1,2}$`,
    String.raw`^\d{4}年\d{1,2}月(?:\d{1,2}日)?$`,
    String.raw`^\d{1,2}:\d{2}(?::\d{2})?$`,
  ].join('|'),
  'i',
);

/**
 * A reviewer code as it is kept: NFKC, blanks made one, without zeros in front where it is all digits; or what is wrong
 * with it. The code is who looked at a case, and two of them close a severe one: so one person has one code, and
 * nothing else is ever taken for it.
 */
export function reviewerCode(
  typed: string,
  rule: ReviewerRule = null,
): { readonly code: string } | { readonly problem: ReviewerProblem } {
  if (typed.length > LONGEST_TYPED) return { problem: 'too-long' };
  if (UNSEEN.test(typed.replace(/^[ \t\r\n\u3000]+|[ \t\r\n\u3000]+$/g, ''))) return { problem: 'unseen' };
  const plain = folded(typed);
  if (plain === '') return { problem: 'empty' };
  const code = withoutZeros(plain);
  const problem = problemOf(plain, code);
  if (problem !== null) return { problem };
  if (rule === null) return FORM.test(code) ? { code } : { problem: 'form' };
  return isAllowed(plain, code, rule) ? { code } : { problem: 'unknown' };
}

function problemOf(plain: string, code: string): ReviewerProblem | null {
  if (ERROR.test(plain)) return 'error';
  if (TRUTH.test(plain)) return 'truth';
  if (DATE.test(plain)) return 'date';
  if (FRACTION.test(plain)) return 'fraction';
  if ([plain, code, withZero(code)].some((one) => maskNumbers(one) !== one)) return 'number';
  return code.length > LONGEST_REVIEWER ? 'too-long' : null;
}

/** A spreadsheet takes the zero off that a My Number begins with. */
function withZero(code: string): string {
  return /^\d{11}$/.test(code) && isMyNumber(`0${code}`) ? `0${code}` : code;
}

function isAllowed(plain: string, code: string, rule: NonNullable<ReviewerRule>): boolean {
  if ('codes' in rule) return rule.codes.some((one) => reviewerKey(one) === reviewerKey(code));
  const whole = new RegExp(`^(?:${rule.pattern})$`, 'u');
  // A spreadsheet takes the zeros off that the office's pattern may count.
  const padded = /^\d+$/.test(code)
    ? Array.from({ length: LONGEST_REVIEWER - code.length }, (_, i) =>
        code.padStart(code.length + i + 1, '0'),
      )
    : [];
  return [plain, code, ...padded].some((one) => whole.test(one));
}

/** One reviewer, however the code was typed; also codes that earlier versions kept as they came. */
export function reviewerKey(reviewer: string): string {
  return withoutZeros(folded(reviewer.replace(new RegExp(UNSEEN, 'gu'), ''))).toLowerCase();
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

function withoutZeros(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text;
}

/** What a refused code is, and what would be right. */
export const REVIEWER_PROBLEMS: Readonly<Record<ReviewerProblem, Bilingual>> = {
  empty: { ja: '空です。点検担当者コードを入力してください', en: 'empty: a reviewer code belongs here' },
  'too-long': {
    ja: `${LONGEST_REVIEWER}字を超えています。点検担当者コードは${LONGEST_REVIEWER}字までです`,
    en: `longer than ${LONGEST_REVIEWER} characters, which a reviewer code has at most`,
  },
  unseen: {
    ja: '目に見えない文字が入っています。入力し直してください',
    en: 'holds characters that are not seen: type it again',
  },
  number: {
    ja: '個人番号とみられる12桁が入っています。点検担当者コードにしてください',
    en: 'holds twelve digits as of a My Number: a reviewer code belongs here',
  },
  truth: {
    ja: '真偽値（TRUE/FALSE）です。点検担当者コードを文字列で入力してください',
    en: 'a truth value: type the reviewer code as text',
  },
  fraction: {
    ja: '小数または指数の数値です。点検担当者コードを文字列で入力してください',
    en: 'a number with a fraction or an exponent: type the reviewer code as text',
  },
  date: {
    ja: '日付か時刻です（表計算ソフトが変えたものかもしれません）。点検担当者コードを文字列で入力してください',
    en: 'a date or time, perhaps made by the spreadsheet: type the reviewer code as text',
  },
  error: {
    ja: '数式のエラー値です。点検担当者コードを入力してください',
    en: 'the error of a formula: a reviewer code belongs here',
  },
  form: {
    ja: '点検担当者コードに使えない文字があります（英数字・漢字・かな・「._@/:+・-」と空白だけ）',
    en: 'a character that reviewer codes do not have: letters, digits, kanji, kana, blanks and ._@/:+・- only',
  },
  unknown: {
    ja: 'review.reviewers で決めた点検担当者コードではありません',
    en: 'not a reviewer code by review.reviewers',
  },
};
