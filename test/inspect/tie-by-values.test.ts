import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectFile, tieByValues } from '../../src/inspect/index.js';
import { kindText } from '../../src/inspect/kind-text.js';
import * as told from './odd-exports.js';
import { iso, PEOPLE, zero } from './odd-exports.js';

const DIR = mkdtempSync(join(tmpdir(), 'totsugo-tie-'));
afterAll(() => rmSync(DIR, { recursive: true }));

const auth = (i: number) => `2a${zero(i * 7919, 8)}`;
const sign = (i: number) => `3c${zero(i * 6553, 8)}`;

function written(name: string, header: string, row: (i: number) => readonly string[]): string {
  const path = join(DIR, name);
  writeFileSync(path, [header, ...PEOPLE.map((_, i) => row(i).join(','))].join('\n'));
  return path;
}

const REGISTER = written(
  'register.csv',
  '宛名番号,氏名,生年月日,住所,利用者証明用電子証明書シリアル番号,署名用電子証明書シリアル番号',
  (i) => [zero(i, 8), told.name(PEOPLE[i]!), iso(PEOPLE[i]!), told.address(PEOPLE[i]!), auth(i), sign(i)],
);
const source = (name: string, serial: (i: number) => string) =>
  written(name, 'acct,ticket,nm,birth', (i) => [
    `A-${zero(i * 3, 5)}`,
    serial(i),
    told.name(PEOPLE[i]!),
    iso(PEOPLE[i]!),
  ]);

describe('a source that nothing ties by name', () => {
  const tieOf = async (path: string) =>
    tieByValues(await inspectFile(REGISTER, 'register'), await inspectFile(path, 'link'));

  it.each([
    ['auth_serial', (i: number) => auth(i)],
    // In the case and with the signs of another system.
    [
      'auth_serial',
      (i: number) =>
        auth(i)
          .toUpperCase()
          .replace(/(..)(?=.)/g, '$1:'),
    ],
    ['sign_serial', (i: number) => sign(i)],
    // Some have been renewed since.
    ['auth_serial', (i: number) => (i % 3 === 0 ? auth(i + 5000) : auth(i))],
  ] as const)('is tied by the column whose values the register has: %s', async (item, serial) => {
    expect(await tieOf(source(`s-${item}.csv`, serial))).toEqual({ item, column: 'ticket' });
  });

  it.each([
    ['none is known', (i: number) => auth(i + 5000)],
    ['few are, by chance', (i: number) => (i < 3 ? auth(i) : auth(i + 5000))],
    ['as many are of the other kind', (i: number) => (i % 2 === 0 ? auth(i) : sign(i))],
    ['values are too short to be serials', (i: number) => zero(i, 3)],
  ] as const)('is not tied where %s', async (_, serial) => {
    expect(await tieOf(source('none.csv', serial))).toBeNull();
  });
});

describe('what a file is', () => {
  const ROWS = 'C_1,C_2,C_3,C_4,C_5,C_6';
  const row = (i: number) => [
    zero(i * 3, 8),
    zero(Math.floor(i / 2), 6),
    told.name(PEOPLE[i]!),
    iso(PEOPLE[i]!),
    `神奈川県ひばり野市本町${1 + Math.floor(i / 2)}番地`,
    i % 9 === 0 ? '転出' : i % 14 === 0 ? '死亡' : '住民',
  ];

  it('is asked where only values say that it is the register, and not where somebody has said so', async () => {
    const path = written('numbered.csv', ROWS, row);
    expect(kindText(await inspectFile(path), 'en')).toContain('--kind link');
    expect(kindText(await inspectFile(path, 'register'), 'en')).toBeNull();
  });

  it('is not asked of a register or a source that names itself', async () => {
    const juki = written('juki.csv', '宛名番号,世帯番号,氏名,生年月日,住所,住民状態', row);
    expect(kindText(await inspectFile(juki), 'ja')).toBeNull();
    expect(kindText(await inspectFile(source('s.csv', auth)), 'ja')).toBeNull();
  });
});
