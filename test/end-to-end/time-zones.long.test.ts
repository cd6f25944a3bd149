import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { literal } from '../../src/engine/sql.js';
import { json, temporary, totsugo } from './program.js';

const PEOPLE = 24;
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A number with its check digit (総務省令第85号 of 2014, article 5). */
function myNumber(n: number): string {
  const digits = String(10_000_000_000 + n * 7919).slice(0, 11);
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * WEIGHTS[i]!, 0);
  const rest = sum % 11;
  return `${digits}${rest <= 1 ? 0 : 11 - rest}`;
}

const people = Array.from({ length: PEOPLE }, (_, n) => {
  const born = new Date(Date.UTC(1940 + 3 * n, n % 12, 1 + n)).toISOString().slice(0, 10);
  return { id: `${n}`, number: myNumber(n), born, registered: `2023-04-0${1 + (n % 9)} 00:30:00` };
});
const family = '山田鈴木佐藤高橋田中';
const nameOf = (n: number) => `${family.slice(2 * (n % 5), 2 * (n % 5) + 2)}　${'一二三四五六七八'[n % 8]}郎`;

let dir: string;

beforeAll(async () => {
  dir = temporary();
  const rows = people.map(({ id, number, born }, n) =>
    [id, number, nameOf(n), born, n % 2 ? '男' : '女'].join(','),
  );
  writeFileSync(join(dir, 'register.csv'), ['id,number,name,born,sex', ...rows, ''].join('\n'));
  const moment = (day: string) =>
    new Date(`${day.replace(' ', 'T')}${day.includes(' ') ? '' : 'T00:00:00'}+09:00`);
  const objects = people.map(({ id, number, born, registered }, n) => ({
    id,
    number,
    name: nameOf(n),
    born: moment(born).toISOString(),
    registered: moment(registered).toISOString(),
  }));
  writeFileSync(join(dir, 'services.jsonl'), objects.map((one) => `${JSON.stringify(one)}\n`).join(''));
  // As JavaScript prints a midnight in Japan, and as others write a time with its zone.
  const lines = (delimiter: string) =>
    [
      ['id', 'number', 'name', 'born', 'registered'],
      ...objects.map((one, n) => [
        ...[one.id, one.number, one.name, one.born],
        `${people[n]!.registered.replace(' ', 'T')}+09:00`,
      ]),
    ]
      .map((row) => `${row.join(delimiter)}\n`)
      .join('');
  writeFileSync(join(dir, 'licences.csv'), lines(','));
  writeFileSync(join(dir, 'notices.tsv'), lines('\t'));
  // A moment counted from 1970, in seconds and in thousandths, as text and as a number.
  const counted = (n: number, unit: number) => moment(people[n]!.registered).getTime() / unit;
  const rowsOf = objects.map((one, n) => [one.id, one.number, one.name, people[n]!.born, counted(n, 1000)]);
  writeFileSync(
    join(dir, 'apps.csv'),
    ['id,number,name,born,registered', ...rowsOf.map((row) => row.join(',')), ''].join('\n'),
  );
  const clicks = objects.map((one, n) => ({ ...one, registered: counted(n, 1) }));
  writeFileSync(join(dir, 'clicks.jsonl'), clicks.map((one) => `${JSON.stringify(one)}\n`).join(''));
  // A time without a zone, as mainframes write it.
  const digits = (text: string, length: number) =>
    text.replace(/\D/g, '').padEnd(length, '0').slice(0, length);
  const records = people.map(({ id, number, born, registered }, n) => {
    const ascii = `${id.padEnd(4)}${number}${digits(born, 8)}${digits(registered, 14)}`;
    return iconv.encode(`${ascii}${nameOf(n)}\r\n`, 'cp932');
  });
  writeFileSync(join(dir, 'ledger.txt'), Buffer.concat(records));
  const engine = await openDuckDb({ threads: 1 });
  const values = objects.map((one) => `(${Object.values(one).map(literal).join(', ')})`).join(', ');
  await engine.run(`copy (select id, number, name, born::timestamptz as born, registered::timestamptz as registered
    from (values ${values}) t(id, number, name, born, registered)) to ${literal(join(dir, 'cards.parquet'))} (format parquet)`);
  await engine.run(`copy (select id, number, name, (born::timestamptz at time zone 'Asia/Tokyo')::date as born,
    registered::timestamptz at time zone 'Asia/Tokyo' as registered
    from (values ${values}) t(id, number, name, born, registered)) to ${literal(join(dir, 'plain.parquet'))} (format parquet)`);
  engine.close();
  const day = (text: string) =>
    new Date(`${text.replace(' ', 'T')}${text.includes(' ') ? '' : 'T00:00:00'}Z`);
  const cells = people.map(({ id, number, born, registered }, n) => [
    id,
    number,
    nameOf(n),
    day(born),
    day(registered),
  ]);
  const sheets = [{ name: 'x', rows: [['id', 'number', 'name', 'born', 'registered'], ...cells] }];
  writeFileSync(join(dir, 'grants.xlsx'), await writeXlsx({ sheets }));
  writeFileSync(join(dir, 'pensions.ods'), await writeOds({ sheets }));
  const columns =
    '{record_id: id, my_number: number, name: name, birth_date: born, registered_at: registered}';
  writeFileSync(
    join(dir, 'pipeline.yaml'),
    `version: 1
name: zones
as_of: 2023-06-22
register: {file: register.csv, columns: {resident_id: id, my_number: number, name: name, birth_date: born, sex: sex}}
links:
  cards: {file: cards.parquet, columns: ${columns}}
  services: {file: services.jsonl, columns: ${columns}}
  grants: {file: grants.xlsx, columns: ${columns}}
  pensions: {file: pensions.ods, columns: ${columns}}
  plain: {file: plain.parquet, columns: ${columns}}
  licences: {file: licences.csv, columns: ${columns}}
  notices: {file: notices.tsv, columns: ${columns}}
  apps: {file: apps.csv, columns: ${columns}}
  clicks: {file: clicks.jsonl, columns: ${columns}}
  ledger:
    file: ledger.txt
    format: fixed
    encoding: cp932
    layout: {id: [1, 4], number: [5, 12], born: [17, 8], registered: [25, 14], name: [39, 10]}
    columns: {record_id: id, my_number: number, name: name, birth_date: born, registered_at: registered}
report: {formats: [csv]}
`,
  );
});

const FILES = [
  'findings.jsonl',
  'summary.json',
  'grades.parquet',
  'quality.json',
  'model.json',
  'findings.csv',
];

/** A run's outputs by their digests. */
function runIn(TZ: string, LANG: string): Readonly<Record<string, string>> {
  const out = join(dir, `${TZ}-${LANG}`.replaceAll('/', '-'));
  const { code, stderr } = totsugo(
    ['run', join(dir, 'pipeline.yaml'), '--out', out, '--lang', 'en', '--quiet'],
    {
      TZ,
      LANG,
      LC_ALL: LANG,
    },
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const { sources } = json<{ sources: Record<string, { A: number }> }>(out, 'summary.json');
  // A date of the day before would be no agreement.
  expect(Object.values(sources).map(({ A }) => A)).toEqual(Array(10).fill(PEOPLE));
  return Object.fromEntries(
    FILES.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex'),
    ]),
  );
}

describe('formats with times are read alike on every machine', () => {
  it('gives the same bytes whatever its zone and its language', { timeout: 120_000 }, () => {
    const tokyo = runIn('Asia/Tokyo', 'ja_JP.UTF-8');
    expect(runIn('UTC', 'C')).toEqual(tokyo);
    expect(runIn('America/New_York', 'en_US.UTF-8')).toEqual(tokyo);
  });
});
