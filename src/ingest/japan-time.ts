import { once } from '../normalize/once.js';

/** A time of day in a known place: 2023-04-01T00:00:00Z, 2023-04-01 00:00:00.000+09:00. */
const ZONED =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i;

const HOUR = 3_600_000;
/** From here on Japan has been nine hours ahead without a summer time; it had one from 1948 to 1951. */
const STEADY = Date.UTC(1952, 0, 1);

const tokyo = once(
  () =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: 'Asia/Tokyo',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);

/**
 * A moment written with its zone as the clocks in Japan showed it, whatever the zone of this machine: 1961-03-17T15:00:00Z
 * is 1961-03-18, since a midnight is a date. Any other text, also one without a zone, is given back as it is.
 */
export function inJapan(text: string): string {
  // Most texts are no such moments, and end neither in Z nor in an offset.
  const found = text.length < 17 || text.length > 36 ? null : ZONED.exec(text);
  if (!found) return text;
  const [, day, minutes, seconds = '00', fraction = '', zone] = found;
  const moment = Date.parse(`${day}T${minutes}:${seconds}${offsetOf(zone!)}`);
  return Number.isNaN(moment) ? text : withoutMidnight(`${wallClock(moment)}${tail(fraction)}`);
}

/** A time of 00:00:00 says no more than the date. */
export function withoutMidnight(text: string): string {
  return text.replace(/[T ]00:00(?::00(?:\.0+)?)?$/, '');
}

function offsetOf(zone: string): string {
  if (/^z$/i.test(zone)) return 'Z';
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function tail(fraction: string): string {
  const digits = fraction.replace(/0+$/, '');
  return digits === '' ? '' : `.${digits}`;
}

function wallClock(moment: number): string {
  if (moment >= STEADY) return new Date(moment + 9 * HOUR).toISOString().slice(0, 19).replace('T', ' ');
  const part = Object.fromEntries(
    tokyo()
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const year = part.year!.padStart(4, '0');
  return `${year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`;
}
