import { expect, it } from 'vitest';
import { codecOf } from '../../src/ingest/encodings/index.js';
import { digitFields } from '../../src/inspect/digit-fields.js';
import { guessLayout } from '../../src/inspect/fixed-layout.js';

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

const pad = (text: string, size: number) => text.padEnd(size);
const serialOf = (i: number, size: number) => String(i * 7919).padStart(size, '0');
const phone = (i: number) => `0${7 + (i % 3)}0-${4000 + i}-${String(9876 - i)}`;
const letterDay = (i: number) => `${'SH'[i % 2]}${two(1 + (i % 30))}${two(1 + (i % 12))}${two(1 + (i % 28))}`;

const laidOut = (record: (i: number) => string) => {
  const layout = guessLayout(
    PEOPLE.map((i) => Buffer.from(record(i))),
    codecOf('utf-8'),
  );
  return Object.values(layout).map(([start, length]) => `${start}+${length}`);
};

it.each<[string, (i: number) => string, string[]]>([
  [
    'a mark, the code of a municipality and numbers',
    (i) => `D131016${serialOf(i, 10)}`,
    ['1+1', '2+6', '8+10'],
  ],
  ['a mark and numbers with zeros', (i) => `D${serialOf(i, 10)}${serialOf(i, 8)}`, ['1+1', '2+18']],
  ['a number that begins with a letter', (i) => `A${serialOf(i, 7)}`, ['1+8']],
  ['a number that always begins with a digit', (i) => `1${serialOf(i, 9)}`, ['1+10']],
  [
    'a telephone number with hyphens before a moment',
    (i) => `${pad('x', 8)}${phone(i)}2025${two(1 + (i % 12))}${two(1 + (i % 28))}1633${two(i)}u001`,
    ['1+8', '9+13', '22+14', '36+4'],
  ],
  [
    'a day with the letter of its era, and a sex',
    (i) => `${pad('x', 8)}${letterDay(i)}${sex(i)}${serialOf(i, 9)}`,
    ['1+8', '9+7', '16+1', '17+9'],
  ],
  [
    'a moment of twelve digits behind digits of any kind',
    (i) => `${serialOf(i, 8)}2025${two(1 + (i % 12))}${two(1 + (i % 28))}16${two(i)}`,
    ['1+8', '9+12'],
  ],
  [
    'what some have behind blanks that all have',
    (i) => `${pad(`x${i}`, 12)}${i % 2 === 0 ? pad(`y${i}`, 8) : ' '.repeat(8)}z`,
    ['1+12', '13+8', '21+1'],
  ],
])('%s, without a layout', (_, record, fields) => {
  expect(laidOut(record)).toEqual(fields);
});
