import { isMyNumber } from '../audit/my-number.js';
import { type Codec, decodeLoosely } from '../ingest/encodings/codec.js';
import { dateNotation } from './date-notation.js';

/** A field in bytes from 0, its end exclusive; the name only when its place tells it. */
export interface FieldRange {
  readonly start: number;
  readonly end: number;
  readonly name: string | null;
}

type Test = (values: string[]) => boolean;

/** What is looked for in a run of digits, surest first: the number by its check digit, then dates by month and day. */
const PARTS: readonly (readonly [size: number, test: Test])[] = [
  [12, (values) => share(values, isMyNumber) > 0.9],
  [14, (values) => dateNotation(values) === 'timestamp'],
  [
    12,
    (values) =>
      dateNotation(values) === 'timestamp' &&
      spread(
        values.map((value) => value.slice(0, 8)),
        4,
      ),
  ],
  [8, (values) => dateNotation(values) === 'yyyymmdd' && spread(values, 4)],
  [7, (values) => /^era/.test(dateNotation(values) ?? '') && spread(values, 3)],
];

const PHONE = /^0\d{1,4}-\d{1,4}-\d{3,4} *$/;
const ERA_LETTER = /^[MTSHR]\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/;

/** What is looked for among digits and letters: the same, telephone numbers, and dates with a letter or with signs. */
const TIMELY: readonly (readonly [size: number, test: Test])[] = [
  ...PARTS.slice(0, 3),
  [10, (values) => ['iso', 'slash'].includes(dateNotation(values) ?? '')],
  [9, (values) => dateNotation(values) === 'wareki'],
  [13, (values) => share(values, (value) => PHONE.test(value)) > 0.9],
  [12, (values) => share(values, (value) => PHONE.test(value)) > 0.9],
  [7, (values) => share(values, (value) => ERA_LETTER.test(value)) > 0.9 && spread(values, 3)],
  ...PARTS.slice(3),
];

/** Fields that values tell anywhere in a run of digits and letters, and what lies between them. */
export function timelyFields(
  start: number,
  end: number,
  records: readonly Buffer[],
  codec: Codec,
): readonly (FieldRange & { readonly isTold: boolean })[] {
  const texts = records.map((record) => decodeLoosely(codec, record.subarray(start, end)));
  const split = (from: number, to: number): readonly (FieldRange & { readonly isTold: boolean })[] => {
    for (const [size, test] of TIMELY) {
      for (let place = from; place + size <= to; place++) {
        if (!test(texts.map((text) => text.slice(place, place + size)))) continue;
        const told = { start: start + place, end: start + place + size, name: null, isTold: true };
        const next = place + size;
        const sex = next < to && size <= 10 && areSexes(texts.map((text) => text[next]!)) ? 1 : 0;
        const beside = { start: start + next, end: start + next + sex, name: null, isTold: true };
        return [...split(from, place), told, ...(sex > 0 ? [beside] : []), ...split(next + sex, to)];
      }
    }
    return from < to ? [{ start: start + from, end: start + to, name: null, isTold: false }] : [];
  };
  return split(0, end - start);
}

/** Dates without a time. */
const DAYS = PARTS.filter(([size]) => size <= 8);

/** A digit behind a date that is a 1 or a 2, both often. */
function areSexes(values: readonly string[]): boolean {
  const of = (sex: string) => share(values, (value) => value === sex);
  return of('1') > 0.2 && of('2') > 0.2 && of('1') + of('2') > 0.97;
}

/** Bank, branch, kind and number of an account stand together in every bank's files. */
const ACCOUNT = [
  ['bank', 4],
  ['branch', 3],
  ['account_type', 1],
  ['account_number', 7],
] as const;
const ACCOUNT_LENGTH = 15;

/** Splits a run of digits into fields by what the digits say. */
export function digitFields(
  start: number,
  end: number,
  records: readonly Buffer[],
  codec: Codec,
): readonly FieldRange[] {
  const texts = records.map((record) => decodeLoosely(codec, record.subarray(start, end)));
  const at = (from: number, size: number) => texts.map((text) => text.slice(from, from + size));
  const split = (from: number, to: number, parts: typeof PARTS): FieldRange[] => {
    const isDay = (place: number) => DAYS.some(([size, test]) => place + size <= to && test(at(place, size)));
    const hasKind = () => share(at(from + 7, 1), (kind) => /[1249]/.test(kind)) > 0.95;
    // A date of birth, a sex and a postal code are fifteen digits, too.
    if (to - from === ACCOUNT_LENGTH && hasKind() && !isDay(from)) return account(start + from);
    for (const [index, [size, test]] of parts.entries()) {
      for (let place = from; place + size <= to; place++) {
        if (!test(at(place, size))) continue;
        const rest = parts.slice(index);
        const end = place + size;
        const found = { start: start + place, end: start + end, name: null };
        const sex = end < to && size <= 8 && areSexes(at(end, 1)) ? 1 : 0;
        const beside = sex > 0 ? [{ start: start + end, end: start + end + sex, name: null }] : [];
        return [...split(from, place, rest), found, ...beside, ...split(end + sex, to, rest)];
      }
    }
    return from < to ? [{ start: start + from, end: start + to, name: null }] : [];
  };
  return split(0, end - start, PARTS);
}

function account(start: number): FieldRange[] {
  let from = start;
  return ACCOUNT.map(([name, size]) => {
    from += size;
    return { start: from - size, end: from, name };
  });
}

// Serial numbers pass for days of one month or no month: real dates have months and days in plenty.
function spread(values: readonly string[], monthAt: number): boolean {
  const months = new Set(values.map((value) => value.slice(monthAt, monthAt + 2)));
  const whole = values.filter(
    (value) => !/00/.test(value.slice(monthAt, monthAt + 2)) && !value.endsWith('00'),
  );
  return months.size > 3 && whole.length > 0.9 * values.length;
}

function share(values: readonly string[], test: (value: string) => boolean): number {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length < values.length / 2 ? 0 : filled.filter(test).length / filled.length;
}

/** Where in a wider field the twelve digits of a My Number stand, as [start, length] like the field, or null. */
export function numberWithin(
  values: readonly string[],
  field: readonly [number, number],
): readonly [number, number] | null {
  for (let at = 0; at + 12 <= field[1]; at++) {
    if (
      share(
        values.map((value) => value.slice(at, at + 12)),
        isMyNumber,
      ) > 0.9
    )
      return [field[0] + at, 12];
  }
  return null;
}
