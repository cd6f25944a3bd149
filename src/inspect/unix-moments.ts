import { unixTime } from '../normalize/date/unix-time.js';

/**
 * How digits lie that may be moments counted from 1970: `lie` in the years since 2008, which many numbers do that begin with 12 to 18; `tell`: over
 * months, and in nearly all rows of a time of day at which offices are open, which numbers in order and by chance do not.
 */
export type UnixMoments = 'lie' | 'tell';

const YEAR = 31_556_952;
const SINCE = (2008 - 1970) * YEAR;
const MOST = 0.95;
const FEWEST = 8;
/** Rows from which their times of day are no chance, and seconds over which they lie apart. */
const FEWEST_TELLING = 30;
const MONTHS = YEAR / 4;
const DAY = 86_400;
const [OPENS, CLOSES] = [7 * 3600, 21 * 3600];

/** Whether the values of a column may be such moments, and whether they tell so by themselves. */
export function unixMoments(values: readonly string[]): UnixMoments | null {
  const seconds = values
    .flatMap((value) => unixTime(value) ?? [])
    .filter((second) => second >= SINCE)
    .toSorted((a, b) => a - b);
  if (seconds.length < FEWEST || seconds.length < MOST * values.length) return null;
  const at = (share: number) => seconds[Math.round(share * (seconds.length - 1))]!;
  const open = seconds.filter((second) => second % DAY >= OPENS && second % DAY < CLOSES);
  return seconds.length >= FEWEST_TELLING &&
    at(0.95) - at(0.05) >= MONTHS &&
    open.length >= MOST * seconds.length
    ? 'tell'
    : 'lie';
}
