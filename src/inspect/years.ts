import { parseDate } from '../normalize/date/parse-date.js';
import type { DateFormat } from '../normalize/date/written-date.js';

/** How the dates of a column lie in time. */
export interface Years {
  /** Years below which 5 % and 95 % of the dates lie. */
  readonly low: number;
  readonly high: number;
  readonly distinct: number;
  /**
   * `births`: spread over decades, as people's births are; `recent`: within few years and after the number was
   * introduced, as registrations are; `open`: neither can be told.
   */
  readonly kind: 'births' | 'recent' | 'open';
}

/** Numbers were given out from October 2015 on; registrations are no older. */
const NUMBERS_SINCE = 2015;
/** Births of any file of grown-ups and children lie further apart than this. */
const DECADES = 25;
/** Dates that nearly all lie before this year are births of old people: registers of insurance and allowances begin later. */
const ELDERLY = 1970;
const FEW_YEARS = 12;
const FEWEST = 8;

/** Where the dates of a column lie, or null when too few can be read. */
export function yearsOf(values: readonly string[], format: DateFormat | null): Years | null {
  const years = values
    .flatMap((value) => {
      const date = parseDate(value, format);
      return date === null || date.key < 10_000 ? [] : [Math.trunc(date.key / 10_000)];
    })
    .toSorted((a, b) => a - b);
  if (years.length < FEWEST || years.length < values.length * 0.8) return null;
  const at = (share: number) => years[Math.round(share * (years.length - 1))]!;
  const [low, high] = [at(0.05), at(0.95)];
  const kind =
    low >= 1870 && (high - low >= DECADES || high < ELDERLY)
      ? 'births'
      : low >= NUMBERS_SINCE && high - low <= FEW_YEARS
        ? 'recent'
        : 'open';
  return { low, high, distinct: new Set(years).size, kind };
}
