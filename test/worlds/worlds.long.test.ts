import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

const load = (file: string) => import(new URL(file, import.meta.url).href);
const { checkDigit, municipalCode } = await load('./numbers.mjs');
const { eraCode, shortWareki, wareki } = await load('./calendar.mjs');
const { zengin } = await load('./kana.mjs');
const { undecidable } = await load('./decidable.mjs');
const { world } = await load('./world.mjs');

test('check digits are those of DOMAIN.md', () => {
  expect(checkDigit('98320567321')).toBe(4);
  expect(['01100', '13101', '27100'].map(municipalCode)).toEqual(['011002', '131016', '271004']);
});

test('days are written as the sources write them', () => {
  expect(wareki([1975, 3, 2])).toBe('昭和50年3月2日');
  expect(wareki([2019, 5, 1])).toBe('令和元年5月1日');
  expect(shortWareki([1989, 1, 7])).toBe('S64.1.7');
  expect(eraCode([1975, 3, 2])).toBe('3500302');
  expect(eraCode([1975, 3, 2], true)).toBe('5500302');
});

test('a holder has no small kana, and is cut after dakuten have become characters', () => {
  expect(zengin('ショウジ　ユウサク')).toBe('ｼﾖｳｼﾞ ﾕｳｻｸ');
  expect(zengin('ローズ　ヲ')).toBe('ﾛ-ｽﾞ ｵ');
  expect(zengin('ガギグゲゴ　ガギグゲゴ　ガギグゲゴ')).toHaveLength(30);
});

describe('what the data can show', () => {
  const here = { place: 'a town', town: '本町', chome: 0, ban: 1, go: 0, room: '' };
  const there = { ...here, ban: 2 };
  const elsewhere = { ...here, ban: 3 };
  const japanese = (family: string, given: string, more = {}) => {
    const [kanji, kana] = [family.split(' '), given.split(' ')];
    const [name, reading] = [
      { kanji: kanji[0], kana: kanji[1] },
      { kanji: kana[0], kana: kana[1] },
    ];
    return {
      id: '1',
      nation: 'JP',
      family: name,
      given: reading,
      sex: 1,
      birth: [1970, 5, 6],
      home: here,
      register: { kana: 'known' },
      ...more,
    };
  };
  const foreign = (nation: string, family: string[], given: string[]) => {
    const token = ([latin, ...sounds]: string[]) => ({ latin, sounds, kanji: '', on: '' });
    return {
      id: '2',
      nation,
      foreign: { family: [token(family)], given: [token(given)], middle: [] },
      sex: 1,
      birth: [1990, 1, 1],
      home: here,
      register: { writing: 'latin' },
    };
  };
  const accounts = { id: 'accounts', shows: ['kana'] };
  const insurance = { id: 'insurance', shows: ['name', 'kana', 'birth', 'sex', 'address'] };
  const yamada = japanese('山田 ヤマダ', '茂 シゲル');
  const other = japanese('草野 クサノ', '穣 ユタカ', { home: there });

  it.each([
    ['the same kana', yamada, 'ヤマダ　シゲル', 'same name, nothing else'],
    ['another name', yamada, 'クサノ　ユタカ', ''],
    [
      'kanji that can be read so',
      { ...yamada, register: { kana: '' } },
      'ヤマダ　シゲル',
      'same name, nothing else',
    ],
    ['kanji that cannot be read so', { ...yamada, register: { kana: '' } }, 'ツムラ　ショウタ', ''],
    ['a woman of another family', { ...yamada, sex: 2 }, 'クサノ　シゲル', 'could be a former name'],
    ['a man of another family', yamada, 'クサノ　シゲル', ''],
    ['a child of another family', { ...yamada, sex: 2, birth: [2015, 1, 1] }, 'クサノ　シゲル', ''],
    ['one slip', yamada, 'ヤマダ　シゲレ', 'one slip away'],
    [
      'a name that sounds otherwise',
      foreign('VN', ['NGUYEN', 'グエン'], ['LAN', 'ラン']),
      'グエン　ホア',
      '',
    ],
    [
      'the Japanese reading of pinyin',
      foreign('CN', ['ZHAO', 'チャオ'], ['XIN', 'シン']),
      'チョウ　キン',
      'same name, nothing else',
    ],
    [
      'words in another order',
      foreign('US', ['SMITH', 'スミス'], ['JOHN', 'ジョン']),
      'ジョン　スミス',
      'same name, nothing else',
    ],
  ])('an account with %s', (_, linked, kana, reason) => {
    const record = {
      person: { ...other, id: '' },
      linked,
      shown: { kana, name: '', birth: null, address: null },
    };
    expect(undecidable(record, accounts)).toBe(reason);
  });

  const namesake = { ...yamada, id: '3', home: there };
  it.each([
    ['at the address of the owner', { address: there }, ''],
    ['without address', { address: null }, 'namesake, no address'],
    ['at the address of neither', { address: elsewhere }, 'namesake, address of neither'],
    ['at the address of the linked resident', { address: here }, 'namesake, address of neither'],
    ['born on another day', { address: null, birth: [1952, 1, 30] }, ''],
    ['written with other characters', { address: null, name: '山田　繁' }, 'one slip away'],
    ['with another name', { address: null, name: '草野　穣' }, ''],
  ])('a record of a namesake %s', (_, shown, reason) => {
    const said = { name: '山田　茂', kana: 'ヤマダ　シゲル', birth: [1970, 5, 6], ...shown };
    expect(undecidable({ person: namesake, linked: yamada, shown: said }, insurance)).toBe(reason);
  });

  it.each([
    ['of nobody in the register', { ...namesake, id: '' }, 'could be a former name'],
    ['of a resident who bears that name', { ...namesake, family: { kanji: '草野', kana: 'クサノ' } }, ''],
  ])('a record in another family name, with given name and birthday of a woman, %s', (_, person, reason) => {
    const said = { name: '草野　茂', kana: 'クサノ　シゲル', birth: [1970, 5, 6], address: null };
    expect(undecidable({ person, linked: { ...yamada, sex: 2 }, shown: said }, insurance)).toBe(reason);
  });
});

test('the same seed makes the same world', () => {
  const options = {
    residents: 100,
    seed: 'same',
    foreigners: 0.1,
    withoutKana: 0.4,
    rate: 0.05,
    bad: {},
    blocks: 0,
    dirty: '',
  };
  expect(world(options).truth).toBe(world(options).truth);
  expect(world({ ...options, seed: 'other' }).truth).not.toBe(world(options).truth);
});

describe('a small world', () => {
  const folder = mkdtempSync(join(tmpdir(), 'totsugo-worlds-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let report: Record<
    string,
    { links: number; wrong: number; innocent: number; recall: number; falseC: number }
  >;
  beforeAll(() => {
    const script = fileURLToPath(new URL('./worlds.mjs', import.meta.url));
    const args = [
      script,
      '--residents',
      '1500',
      '--seed',
      'smoke',
      '--rate',
      '0.02',
      '--foreigners',
      '0.1',
      '--dirty',
      'insurance',
      '--out',
      folder,
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toContain(`In ${folder}`);
    expect(status).toBe(0);
    report = JSON.parse(readFileSync(join(folder, 'score.json'), 'utf8'));
  });

  it('is read whole, but for the damaged rows', () => {
    const truth = readFileSync(join(folder, 'world/truth.csv'), 'utf8').trim().split('\n').slice(1);
    const residents = truth.filter((line) => !line.includes('no-resident'));
    expect(report.all!.links).toBeLessThan(residents.length);
    expect(report.all!.links).toBeGreaterThan(residents.length * 0.995);
  });

  it('is judged: wrong links found, innocent ones left alone', () => {
    const { wrong, recall, innocent, falseC } = report.beyondAccounts!;
    expect(wrong).toBeGreaterThan(40);
    expect(recall).toBeGreaterThan(0.95);
    expect(falseC / innocent).toBeLessThan(0.002);
  });
});
