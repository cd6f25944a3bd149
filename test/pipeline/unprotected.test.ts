import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadAndPreflight } from '../../src/pipeline/preflight.js';

/** What is said before a run of a town whose register maps these columns. */
async function notes(columns: string): Promise<readonly string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'unprotected-'));
  writeFileSync(
    join(dir, 'r.csv'),
    '宛名番号,個人番号,住所,支援措置,氏名,生年月日\n1,123456789018,本町1,,山本 春,1960-05-04\n2,987654321098,本町2,1,川口 秋,1990-07-08\n',
  );
  writeFileSync(join(dir, 'c.csv'), '発行番号,個人番号,住所\nK1,123456789018,本町1\n');
  writeFileSync(
    join(dir, 'pipeline.yaml'),
    `version: 1
register: {file: r.csv, columns: {resident_id: 宛名番号, my_number: 個人番号${columns}}}
links: {cards: {file: c.csv, columns: {record_id: 発行番号, my_number: 個人番号, address: 住所}}}
`,
  );
  return (await loadAndPreflight(join(dir, 'pipeline.yaml'), '2026-04-01')).notes.map(({ en }) => en);
}

it('run and check say first that nobody is known to be protected', async () => {
  expect((await notes(', address: 住所'))[0]).toContain('THE REGISTER HAS NO protected COLUMN');
  expect((await notes(', address: 住所, protected: 支援措置')).join()).not.toContain('NO protected COLUMN');
});

it('run and check say that residents are told apart by names alone where the register has no birth date', async () => {
  expect((await notes(', name: 氏名, protected: 支援措置'))[0]).toContain(
    'THE REGISTER HAS NO birth_date COLUMN',
  );
  expect((await notes(', name: 氏名, birth_date: 生年月日')).join()).not.toContain('birth_date');
  expect((await notes(', protected: 支援措置')).join()).not.toContain('birth_date');
});
