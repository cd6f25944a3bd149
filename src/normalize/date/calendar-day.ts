import { isSummerTime, type TimeOfDay } from './time-of-day.js';
import { gregorianYear } from './wareki.js';
import type { WrittenDate } from './written-date.js';

const DAY = 86_400;

/** Seconds since 1970-01-01 as the day they are in, yyyymmdd. */
export function dayOf(seconds: number): number {
  const day = new Date(Math.floor(seconds / DAY) * DAY * 1000);
  return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

/**
 * Brings a date to Japan where its time was said with a zone: midnight of 2 March as JavaScript writes it is
 * 1975-03-01T15:00:00Z. A midnight in the summers of 1948 to 1951 was at 14:00Z.
 */
export function bringToJapan(written: WrittenDate, { seconds, zoned }: TimeOfDay): void {
  const year = gregorianYear(written.era, written.year);
  if (!zoned || year < 1873 || written.month < 1 || written.day < 1) return;
  const midnight = Date.UTC(year, written.month - 1, written.day) / 1000;
  const hour = seconds - Math.floor(seconds / DAY) * DAY;
  const next = dayOf(midnight + seconds + DAY);
  const key = hour === 23 * 3600 && isSummerTime(next) ? next : dayOf(midnight + seconds);
  if (key === year * 10_000 + written.month * 100 + written.day) return;
  written.era = -1;
  written.year = Math.trunc(key / 10_000);
  written.month = Math.trunc(key / 100) % 100;
  written.day = key % 100;
}
