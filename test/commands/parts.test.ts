import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { asParts, sourceKeyOf } from '../../src/commands/init/parts.js';
import { inspectFile } from '../../src/inspect/index.js';
import { address, iso, name, PEOPLE } from '../inspect/odd-exports.js';

const HEADER = ['交付番号', '個人番号', '氏名', '生年月日', '住所', '交付日時'];

/** Cards of some of the made-up people, numbered from one on, and what stands behind them. */
function cards(from: number, to: number, first = from, last: readonly string[] = []): string {
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
  return [HEADER.join(), ...rows, ...last].map((line) => `${line}\n`).join('');
}

/** How the files of a folder are put together: the name of each source, and its files. */
async function parts(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-parts-'));
  const inspected = [];
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(dir, file), text);
    inspected.push(await inspectFile(join(dir, file), 'link'));
  }
  return (await asParts(inspected)).map(
    (one) =>
      `${sourceKeyOf(one)}: ${[one.path, ...(one.further ?? [])]
        .map((path) => basename(path))
        .toSorted()
        .join(' ')}`,
  );
}

test.each<readonly [string, readonly [string, string], string]>([
  ['months', ['カード交付_202307.csv', 'カード交付_202308.csv'], 'カード交付'],
  ['days', ['cards-2024-10-01.csv', 'cards-2024-10-02.csv'], 'cards'],
  ['Japanese years', ['R0510_交付.csv', 'R0511_交付.csv'], '交付'],
  ['offices', ['手帳台帳_本庁.csv', '手帳台帳_東支所.csv'], '手帳台帳'],
  ['offices in brackets', ['台帳（川西出張所）.csv', '台帳（本庁）.csv'], '台帳'],
  ['numbers of parts', ['cards_1.csv', 'cards_2.csv'], 'cards'],
])('%s of one export are one source', async (_, [one, other], key) => {
  expect(await parts({ [one]: cards(0, 40), [other]: cards(40, 90) })).toEqual([`${key}: ${one} ${other}`]);
});

test('a total at the end of both is no record that they have in common', async () => {
  const total = ['合計,,45,,,'];
  const files = { 'k_本庁.csv': cards(0, 45, 0, total), 'k_北支所.csv': cards(45, 90, 45, total) };
  expect(await parts(files)).toEqual(['k: k_北支所.csv k_本庁.csv']);
});

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['a record stands in both', { 'k_202307.csv': cards(0, 46), 'k_202308.csv': cards(45, 90) }],
  ['both are numbered from one on', { 'k_本庁.csv': cards(0, 45, 1), 'k_東支所.csv': cards(45, 90, 1) }],
  [
    'their names differ in what is no date and no office',
    { 'kenpo.csv': cards(0, 45), 'nenkin.csv': cards(45, 90) },
  ],
  ['only one name has a date', { 'k.csv': cards(0, 45), 'k_202308.csv': cards(45, 90) }],
  [
    'their columns differ',
    { 'k_202307.csv': cards(0, 45), 'k_202308.csv': cards(45, 90).replace('交付日時', '申請日時') },
  ],
])('where %s they stay apart', async (_, files) => {
  expect(await parts(files)).toHaveLength(2);
});
