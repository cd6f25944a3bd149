import { codesOf, type Level } from '../../audit/level.js';
import { ERAS, isOutside } from '../../normalize/date/wareki.js';
import { type Comparison, OPEN } from '../comparison.js';

/** A slip of the pen may be any number of days off; days that differ otherwise are those of parent and child before long. */
const ANY_DAYS = Number.POSITIVE_INFINITY;

const LEVELS = [
  {
    id: 'missing',
    kind: 'missing',
    title: { ja: '生年月日が未登録です', en: 'Birth date not stated' },
    m: 0,
    slip: ANY_DAYS,
  },
  {
    id: 'exact',
    kind: 'equal',
    title: { ja: '生年月日が一致します', en: 'Birth date agrees' },
    m: 0.993,
    agrees: true,
    counted: true,
  },
  {
    id: 'same_parts',
    kind: 'equivalent',
    title: {
      ja: '生年月日は不詳の部分も含め同じです',
      en: 'Birth date is the same, unknown parts included',
    },
    m: 0.0006,
    agrees: true,
  },
  {
    id: 'compatible',
    kind: 'explained',
    title: {
      ja: '片方で不詳の部分を除き一致します',
      en: 'Agrees except for parts that are unknown on one side',
    },
    m: 0.0006,
    agrees: true,
  },
  {
    id: 'default_day',
    kind: 'explained',
    title: {
      ja: '片方が1月1日または1日で補われています',
      en: 'One side was filled with 1 January or day 1',
    },
    m: 0.0012,
    slip: ANY_DAYS,
  },
  {
    id: 'day_month_swapped',
    kind: 'explained',
    title: { ja: '月と日が入れ替わっています', en: 'Day and month are swapped' },
    m: 0.0003,
    slip: ANY_DAYS,
  },
  {
    id: 'era_slip',
    kind: 'explained',
    title: { ja: '元号だけが異なります', en: 'Only the era differs' },
    m: 0.0002,
    slip: ANY_DAYS,
  },
  {
    id: 'one_digit',
    kind: 'explained',
    title: {
      ja: '1桁だけ異なるか、隣の桁と入れ替わっています（西暦または和暦）',
      en: 'One digit differs, or two neighbours are swapped (of the year as either calendar writes it)',
    },
    m: 0.0022,
    slip: ANY_DAYS,
  },
  {
    id: 'two_parts',
    kind: 'different',
    title: {
      ja: '年・月・日のうち2つだけ一致するか、2つが1ずつ、または全体で1日異なります',
      en: 'Only two of year, month and day agree, or two of them are off by one each, or it is a day off',
    },
    m: 0.0009,
    contradicts: true,
    slip: 12 * 365,
  },
  {
    id: 'different',
    kind: 'different',
    title: { ja: '生年月日が一致しません', en: 'Birth date differs' },
    m: 0.001,
    guess: 0.5,
    contradicts: true,
    slip: 3,
  },
] as const satisfies readonly Level[];

const CODES = codesOf(LEVELS);

/** How two birth dates differ, from agreement to contradiction. */
const comparison: Comparison = {
  id: 'birth_date',
  title: { ja: '生年月日', en: 'Birth date' },
  about: 'birth',
  levels: LEVELS,
  items: ['birth_date'],
  row: 'birth_date',
  rows: ['birth_date'],
  by: {
    id: 'date',
    settle: (l, r) => `CASE WHEN ${l}.dob IS NULL OR ${r}.dob IS NULL THEN ${CODES.missing}
      WHEN ${l}.dob = ${r}.dob AND ${isWhole(`${l}.dob`)} THEN ${CODES.exact}
      -- No slip is left where year and day differ, which nearly all strangers do, but for one that is off by one in both.
      WHEN ${isWhole(`${l}.dob`)} AND ${isWhole(`${r}.dob`)} AND ${yearIn(l)} <> ${yearIn(r)}
        AND ${l}.dob % 100 <> ${r}.dob % 100 AND abs(${l}.dob - ${r}.dob) NOT IN (${YEAR_AND_DAY.join(', ')})
        THEN ${CODES.different} ELSE ${OPEN} END`,
    reads: ['dob'],
    symmetric: true,
    compare: ([a], [b]) => [a == null || b == null ? CODES.missing : compareDates(Number(a), Number(b))],
  },
  part: 0,
  collision: { value: 'dob', where: 'dob % 100 > 0' },
};

export default comparison;

/** How far keys are apart of which year and day are off by one each: 1985-03-12 and 1986-03-13 or -11. */
const YEAR_AND_DAY = [10_001, 9_999] as const;

/** SQL for whether year, month and day of a key are known. */
function isWhole(key: string): string {
  return `${key} > 9999 AND ${key} % 10000 > 99 AND ${key} % 100 > 0`;
}

/** SQL for the year of a key, with zeros for month and day. */
function yearIn(row: string): string {
  return `${row}.dob - ${row}.dob % 10000`;
}

/**
 * The level code of two date keys (yyyymmdd, 00 or 0000 for unknown parts, as `parseDate` gives them).
 * An unknown part is neither match nor mismatch; two dates without a known part in common are missing.
 * Symmetric.
 */
export function compareDates(a: number, b: number): number {
  const known = knownInBoth(a, b);
  if (known === 0) return CODES.missing;
  if (a === b) return known === ALL ? CODES.exact : CODES.same_parts;
  const agreeing = agreeingParts(a, b, known);
  if (agreeing === known) return CODES.compatible;
  if (isDefaultDay(a, b) || isDefaultDay(b, a)) return CODES.default_day;
  if (known === ALL && isSwapped(a, b)) return CODES.day_month_swapped;
  if ((known & MONTH_DAY) === MONTH_DAY && (agreeing & MONTH_DAY) === MONTH_DAY && isEraSlip(a, b))
    return CODES.era_slip;
  if (differsByOneDigit(masked(a, known), masked(b, known))) return CODES.one_digit;
  if ((known & agreeing) === MONTH_DAY && isSlipInEra(a, b)) return CODES.one_digit;
  const twoAgree = agreeing === YEAR_MONTH || agreeing === YEAR_DAY || agreeing === MONTH_DAY;
  const isMiscounted = known === ALL && (areOffByOne(a, b) || areNeighbours(a, b));
  return twoAgree || isMiscounted ? CODES.two_parts : CODES.different;
}

const YEAR = 4;
const MONTH = 2;
const DAY = 1;
const ALL = YEAR | MONTH | DAY;
const YEAR_MONTH = YEAR | MONTH;
const YEAR_DAY = YEAR | DAY;
const MONTH_DAY = MONTH | DAY;

const yearOf = (key: number) => Math.trunc(key / 10_000);
const monthOf = (key: number) => Math.trunc(key / 100) % 100;
const dayOf = (key: number) => key % 100;

function knownInBoth(a: number, b: number): number {
  const year = yearOf(a) > 0 && yearOf(b) > 0 ? YEAR : 0;
  const month = monthOf(a) > 0 && monthOf(b) > 0 ? MONTH : 0;
  const day = dayOf(a) > 0 && dayOf(b) > 0 ? DAY : 0;
  return year | month | day;
}

function agreeingParts(a: number, b: number, known: number): number {
  const year = yearOf(a) === yearOf(b) ? YEAR : 0;
  const month = monthOf(a) === monthOf(b) ? MONTH : 0;
  const day = dayOf(a) === dayOf(b) ? DAY : 0;
  return (year | month | day) & known;
}

/** Whether one of three parts agrees, and the other two are off by one each: a date that was miscounted. */
function areOffByOne(a: number, b: number): boolean {
  const apart = [yearOf, monthOf, dayOf].map((part) => Math.abs(part(a) - part(b)));
  return apart.every((by) => by <= 1) && apart.filter((by) => by === 1).length === 2;
}

/**
 * Whether one day of a year is the next after the other, over the end of a month: 28 February and 1 March. 29 February of a common
 * year, which registers hold, is 1 March to a calendar.
 */
function areNeighbours(a: number, b: number): boolean {
  if (yearOf(a) !== yearOf(b)) return false;
  const [one, other] = [a, b].map((key) => Date.UTC(yearOf(key), monthOf(key) - 1, dayOf(key)) / DAY_LENGTH);
  return Math.abs(one! - other!) <= 1;
}

const DAY_LENGTH = 24 * 60 * 60 * 1000;

/** Is `invented` what a system makes of `date` when it lacks the day, or month and day? */
function isDefaultDay(invented: number, date: number): boolean {
  if (yearOf(invented) !== yearOf(date) || dayOf(invented) !== 1) return false;
  return monthOf(invented) === 1 || monthOf(invented) === monthOf(date);
}

function isSwapped(a: number, b: number): boolean {
  return yearOf(a) === yearOf(b) && monthOf(a) === dayOf(b) && dayOf(a) === monthOf(b);
}

/** Same year of two eras, one of which really had that day (昭和50年 and 平成50年). */
function isEraSlip(a: number, b: number): boolean {
  for (const era of ERAS) {
    const year = yearOf(a) - era.base;
    if (year < 1 || year > 99) continue;
    for (const other of ERAS) {
      if (other === era || yearOf(b) - other.base !== year) continue;
      if (!isOutside(era, a) || !isOutside(other, b)) return true;
    }
  }
  return false;
}

/** Years of one era that differ in one of two digits, or by their swap, as the record's writer had them before the eyes: 平成4年, 平成14年. */
function isSlipInEra(a: number, b: number): boolean {
  return ERAS.some((era) => {
    const [x, y] = [yearOf(a) - era.base, yearOf(b) - era.base];
    return !isOutside(era, a) && !isOutside(era, b) && differsByOneDigit(x, y);
  });
}

/** The key with the parts that one side does not know taken out. */
function masked(key: number, known: number): number {
  const year = known & YEAR ? yearOf(key) * 10_000 : 0;
  const month = known & MONTH ? monthOf(key) * 100 : 0;
  return year + month + (known & DAY ? dayOf(key) : 0);
}

/** Do eight digits differ in exactly one place, or by a swap of two neighbours? */
function differsByOneDigit(a: number, b: number): boolean {
  let differing = 0;
  let swap = 0;
  let [restA, restB] = [a, b];
  for (let place = 0; place < 8; place++) {
    if (restA % 10 !== restB % 10) {
      differing++;
      const nextA = Math.trunc(restA / 10) % 10;
      const nextB = Math.trunc(restB / 10) % 10;
      if (restA % 10 === nextB && restB % 10 === nextA) swap++;
    }
    restA = Math.trunc(restA / 10);
    restB = Math.trunc(restB / 10);
  }
  return differing === 1 || (differing === 2 && swap === 1);
}
