const DAY = 86_400;
/** Serial 0 of Excel's calendar from March 1900 on, which counts a 29 February 1900 that never was. */
const EPOCH_DAYS = Date.UTC(1899, 11, 30) / 1000 / DAY;
const SERIAL = /^([1-4]\d{4})(\.\d+)?$/u;

/**
 * Seconds since 1970-01-01 of a serial number of Excel, or null. Only five digits below 50,000 (18 May 1927 to 2036) are
 * taken for one: four are a year, and six to eight are dates of other notations.
 */
export function excelSeconds(text: string): number | null {
  const match = SERIAL.exec(text);
  if (!match) return null;
  const time = Math.round(Number(match[2] ?? 0) * DAY);
  return (Number(match[1]) + EPOCH_DAYS) * DAY + time;
}
