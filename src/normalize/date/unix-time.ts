/** Japan has been nine hours ahead all year since 1951. */
const JAPAN = 9 * 3600;
/** Digits of seconds of these years, and a thousandth, millionth or billionth of one behind them. */
const DIGITS = [10, 13, 16, 19];

/**
 * Where seconds since 1970 may lie, as the first ten digits: from 9 September 2001 to 17 March 2030. Earlier ones have nine digits, and those of
 * later years begin as years do (2023040112).
 */
export const UNIX_SECONDS = '1[0-8][0-9]{8}';
const UNIX = new RegExp(`^(${UNIX_SECONDS})([0-9]*)(?:\\.[0-9]*)?$`, 'u');

/**
 * The clock in Japan, as seconds since 1970 without time zone, of a moment that a system counts from 1970 in Greenwich on: in seconds (1680000000,
 * 1680000000.25), thousandths, millionths or billionths of one. Null for any other number: no date and time in digits begins like that, save
 * some before the year 1900.
 */
export function unixTime(text: string): number | null {
  const [, seconds, further] = UNIX.exec(text) ?? [];
  return seconds === undefined || !DIGITS.includes(10 + further!.length) ? null : Number(seconds) + JAPAN;
}
