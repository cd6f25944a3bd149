import { expect, it } from 'vitest';
import { codecOf } from '../../src/ingest/encodings/index.js';
import { digitFields } from '../../src/inspect/digit-fields.js';

const PEOPLE = Array.from({ length: 60 }, (_, i) => i);
const two = (n: number) => String(n).padStart(2, '0');
/** 5330208: 昭和33年2月8日 with codes 1, 3, 5, 7, 9. */
const born = (i: number) => `5${two(10 + (i % 50))}${two(1 + (i % 12))}${two(1 + (i % 28))}`;
const sex = (i: number) => String(1 + (i % 2));
const postal = (i: number) => `38700${two(i)}`;
const account = (i: number) =>
  `${['0001', '0009', '9900'][i % 3]}${two(i)}1${[1, 1, 2, 1][i % 4]}${String(1_000_000 + i * 7919).slice(0, 7)}`;
const serial = (i: number) => String(100_000_000_000_000 + i * 104_729);

const fieldsOf = (record: (i: number) => string) => {
  const records = PEOPLE.map((i) => Buffer.from(record(i)));
  return digitFields(0, records[0]!.length, records, codecOf('utf-8')).map(({ start, end, name }) =>
    name === null ? `${start}-${end}` : name,
  );
};

it.each<[string, (i: number) => string, string[]]>([
  ['a date of birth, a sex and a postal code', (i) => born(i) + sex(i) + postal(i), ['0-7', '7-8', '8-15']],
  ['a date of birth and a sex', (i) => born(i) + sex(i), ['0-7', '7-8']],
  ['a date and a digit of more than two kinds', (i) => born(i) + String(i % 10), ['0-7', '7-8']],
  ['a date and a postal code that begins with 3', (i) => born(i) + postal(i), ['0-7', '7-14']],
  ['an account', account, ['bank', 'branch', 'account_type', 'account_number']],
  ['fifteen digits of a serial', serial, ['0-15']],
])('%s, which stand together without a blank', (_, record, fields) => {
  expect(fieldsOf(record)).toEqual(fields);
});
