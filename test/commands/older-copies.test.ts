import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { olderCopies } from '../../src/commands/init/older-copies.js';
import { inspectFile } from '../../src/inspect/index.js';
import { address, iso, name, PEOPLE } from '../inspect/odd-exports.js';

const HEADER = ['交付番号', '個人番号', '氏名', '生年月日', '住所', '交付日時'];

/** Cards of some of the made-up people, numbered from `first` on. */
function cards(from: number, to: number, first = from): string {
  const rows = PEOPLE.slice(from, to).map((person, row) =>
    [
      `K-${first + row}`,
      person.number,
      name(person),
      iso(person),
      address(person),
      '2024-10-01 10:05:00',
    ].join(),
  );
  return [HEADER.join(), ...rows].map((line) => `${line}\n`).join('');
}

/** Which files of a folder are an earlier state of which. */
async function copies(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-older-'));
  const inspected = [];
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(dir, dirname(file)), { recursive: true });
    writeFileSync(join(dir, file), text);
    inspected.push(await inspectFile(join(dir, file), 'link'));
  }
  return (await olderCopies(inspected)).map(
    ({ path, of }) => `${relative(dir, path)} < ${relative(dir, of)}`,
  );
}

test.each<readonly [string, readonly [older: string, newer: string]]>([
  ['it is called old', ['cards_old.csv', 'cards.csv']],
  ['it is called 旧', ['旧_カード.csv', 'カード.csv']],
  ['it lies in a folder called so', ['旧/カード.csv', 'カード.csv']],
  ['its day is an earlier one', ['cards_20240401.csv', 'cards_20240501.csv']],
  ['its Japanese month is', ['R0510_交付.csv', 'R0604_交付.csv']],
])('a file is an earlier state of another with most of its records where %s', async (_, [older, newer]) => {
  expect(await copies({ [older]: cards(0, 60), [newer]: cards(5, 90) })).toEqual([`${older} < ${newer}`]);
});

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['it holds other records', { 'cards_202404.csv': cards(0, 45), 'cards_202405.csv': cards(45, 90) }],
  // Each counts its rows from one on: the keys are the same, the people are not.
  ['a counter begins anew', { 'cards_202404.csv': cards(0, 45, 1), 'cards_202405.csv': cards(45, 90, 1) }],
  ['nothing in its name says so', { 'cards_a.csv': cards(0, 60), 'cards_b.csv': cards(5, 90) }],
  ['both are called so', { 'cards_old_1.csv': cards(0, 60), 'cards_old_2.csv': cards(5, 90) }],
  [
    'its columns are others',
    { 'cards_old.csv': cards(0, 60).replace('交付日時', '申請日時'), 'cards.csv': cards(5, 90) },
  ],
])('it is none where %s', async (_, files) => {
  expect(await copies(files)).toEqual([]);
});
