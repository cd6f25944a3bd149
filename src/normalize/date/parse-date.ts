import { plainCell } from '../number/cell-marks.js';
import { dayOf } from './calendar-day.js';
import { scanDate } from './date-scan.js';
import { readTail } from './date-tail.js';
import { readEnglishDate } from './english-date.js';
import { excelSeconds } from './excel-serial.js';
import { ofParts } from './parted-date.js';
import { keyOf, type PartialDate, readEraCode } from './wareki.js';
import type { DateFormat } from './written-date.js';

/**
 * Reads a date. Year-first notations (1975-03-02, 1975/3/2, 19750302, 昭和50年3月2日, S50.3.2 …) are read
 * whatever the format says, because columns mix wareki with Gregorian dates of foreigners; era codes only when
 * the format says so, since 3500302 means another day under another code. A time after the date is ignored, unless it
 * names a zone: then the day is the one in Japan. What programs put round a value (quotes, .0, marks without width) and the
 * serial numbers of Excel are read too, and parts from several columns (`ofParts`).
 * Dates before 1873 are kept as written, in the calendar of their day.
 * Gives null for what is unreadable: month 13, day 32, two-digit years without era, day- or month-first order in
 * digits, two calendars that disagree.
 */
export function parseDate(text: string, format: DateFormat | null): PartialDate | null {
  const read = readDate(text, format);
  if (read !== null || text === '') return read;
  const plain = plainCell(text);
  const seconds = excelSeconds(plain);
  if (seconds !== null)
    return { key: dayOf(seconds), outOfEra: false, impossible: false, approximate: false };
  return (
    (plain === text ? null : readDate(plain, format)) ??
    readPadded(plain, format) ??
    readNamed(plain) ??
    readParts(text, format)
  );
}

/** Era, year, month and day that stood in columns of their own. */
function readParts(text: string, format: DateFormat | null): PartialDate | null {
  const parts = text.includes('-') ? ofParts(text) : null;
  return parts === null || parts === text ? null : readDate(parts, format);
}

function readDate(text: string, format: DateFormat | null): PartialDate | null {
  if (format === 'era-code-12345' || format === 'era-code-13579' || format === 'jpki') {
    const written = readEraCode(text, format);
    if (written) return keyOf(written);
  }
  const cursor = { text, at: 0 };
  const written = scanDate(cursor);
  if (!written || (cursor.at < text.length && !readTail(cursor, written))) return null;
  return keyOf(written);
}

/** Blanks in place of the zeros of months and days: 350 3 2 for 3500302, `1975 302` for 19750302. */
function readPadded(text: string, format: DateFormat | null): PartialDate | null {
  if (!/^[\d ]{7,9}$/u.test(text)) return null;
  const filled = text.replace(/ (?=\d(?:[\d ]{2})*$)/gu, '0');
  return filled.includes(' ') || filled === text ? null : readDate(filled, format);
}

function readNamed(text: string): PartialDate | null {
  const found = readEnglishDate(text);
  if (!found) return null;
  const cursor = { text, at: found.end };
  return cursor.at === text.length || readTail(cursor, found.written) ? keyOf(found.written) : null;
}
