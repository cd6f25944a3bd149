import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { at, coded, half, hiragana, iso, PEOPLE, type Person, wareki, when, zero } from './odd-exports.js';
import { type Column, mapped, proposed } from './proposed.js';

const name = (person: Person) => told.name(person);
const kana = (person: Person) => told.kana(person);
const address = (person: Person) => told.address(person);
const number = (person: Person) => person.number;
const sex = (person: Person) => String(person.sex);
const key =
  (letter: string) =>
  ({ i }: Person) =>
    `${letter}${3000 + i}`;

/** Whatever a name says, values alone make nobody surer than this. */
const HONEST = 0.8;

/** Columns without names of their own, and what they hold. */
const NAMELESS: Readonly<Record<string, readonly [readonly Column[], Readonly<Record<string, string>>]>> = {
  'F01 …: kana before the name': [
    [
      ['F01', key('K')],
      ['F02', kana],
      ['F03', name],
      ['F04', sex],
      ['F05', iso],
      ['F06', number],
      ['F07', () => '2100001'],
      ['F08', address],
      ['F09', when],
    ],
    {
      record_id: 'F01',
      kana: 'F02',
      name: 'F03',
      sex: 'F04',
      birth_date: 'F05',
      my_number: 'F06',
      address: 'F08',
      registered_at: 'F09',
    },
  ],
  '項目１ …: codes of eras, letters of sexes': [
    [
      ['項目１', key('')],
      ['項目２', number],
      ['項目３', name],
      ['項目４', coded],
      ['項目５', (p) => (p.sex === 1 ? 'M' : 'F')],
      ['項目６', address],
      ['項目７', ({ phone }) => phone.replaceAll('-', '')],
      ['項目８', at],
    ],
    {
      record_id: '項目１',
      my_number: '項目２',
      name: '項目３',
      birth_date: '項目４',
      sex: '項目５',
      address: '項目６',
      phone: '項目７',
      registered_at: '項目８',
    },
  ],
  'col1 …: tied by the serial of a certificate': [
    [
      ['col1', ({ serial }) => serial],
      ['col2', key('u-')],
      ['col3', name],
      ['col4', (p) => iso(p).replaceAll('-', '')],
      ['col5', (p) => (p.sex === 1 ? '男' : '女')],
      ['col6', address],
      ['col7', at],
    ],
    {
      auth_serial: 'col1',
      record_id: 'col2',
      name: 'col3',
      birth_date: 'col4',
      sex: 'col5',
      address: 'col6',
      registered_at: 'col7',
    },
  ],
  'col_1 …: names and addresses in parts': [
    [
      ['col_1', key('A')],
      ['col_2', (p) => p.family[0]],
      ['col_3', (p) => p.given[0]],
      ['col_4', (p) => p.family[1]],
      ['col_5', (p) => p.given[1]],
      ['col_6', iso],
      ['col_7', number],
      ['col_8', ({ town }) => `神奈川県ひばり野市${town}`],
      ['col_9', ({ house }) => house],
    ],
    {
      record_id: 'col_1',
      name: 'col_2+col_3',
      kana: 'col_4+col_5',
      birth_date: 'col_6',
      my_number: 'col_7',
      address: 'col_8+col_9',
    },
  ],
  'c1 …: names without a space': [
    [
      ['c1', key('A')],
      ['c2', (p) => told.name(p, '')],
      ['c3', (p) => told.kana(p, '')],
      ['c4', iso],
      ['c5', number],
      ['c6', sex],
    ],
    { record_id: 'c1', name: 'c2', kana: 'c3', birth_date: 'c4', my_number: 'c5', sex: 'c6' },
  ],
  '1 …: hiragana, half-width digits, eras': [
    [
      ['1', key('A')],
      ['2', (p) => hiragana(told.kana(p))],
      ['3', name],
      ['4', number],
      ['5', wareki],
    ],
    { record_id: '1', kana: '2', name: '3', my_number: '4', birth_date: '5' },
  ],
};

const SOURCES: Readonly<Record<string, readonly [readonly Column[], Readonly<Record<string, string>>]>> = {
  'a tax office': [
    [
      ['通知書番号', ({ i }) => zero(70_000 + i, 8)],
      ['納税義務者氏名', name],
      ['納税義務者カナ', (p) => half(told.kana(p))],
      ['納税義務者生年月日', iso],
      ['納税義務者住所', address],
      ['マイナンバー', number],
      ['課税年度', () => '2023'],
      ['納税管理人氏名', ({ i }) => (i % 10 === 0 ? name(PEOPLE[(i + 3) % 90]!) : '')],
    ],
    {
      record_id: '通知書番号',
      my_number: 'マイナンバー',
      name: '納税義務者氏名',
      kana: '納税義務者カナ',
      birth_date: '納税義務者生年月日',
      address: '納税義務者住所',
    },
  ],
  'care insurance': [
    [
      ['介護保険被保険者番号', ({ i }) => zero(i + 400, 10)],
      ['要介護度', () => '3'],
      ['被保険者カナ', kana],
      ['被保険者氏名', name],
      ['生年月日', wareki],
      ['性別', sex],
      ['居宅住所', address],
      ['個人番号', number],
      ['認定年月日', when],
    ],
    {
      record_id: '介護保険被保険者番号',
      my_number: '個人番号',
      name: '被保険者氏名',
      kana: '被保険者カナ',
      birth_date: '生年月日',
      sex: '性別',
      address: '居宅住所',
      registered_at: '認定年月日',
    },
  ],
  'a school': [
    [
      ['学籍番号', ({ i }) => zero(2000 + i, 6)],
      ['生徒氏名', name],
      ['生徒氏名ふりがな', (p) => hiragana(told.kana(p))],
      ['生徒生年月日', iso],
      ['生徒性別', sex],
      ['保護者氏名', (_, of) => name(of(3))],
      ['保護者住所', address],
      ['生徒個人番号', number],
      ['保護者個人番号', (_, of) => of(3).number],
    ],
    {
      record_id: '学籍番号',
      my_number: '生徒個人番号',
      name: '生徒氏名',
      kana: '生徒氏名ふりがな',
      birth_date: '生徒生年月日',
      sex: '生徒性別',
    },
  ],
  'a service of an app, names and addresses nested and in parts': [
    [
      ['externalId', key('e_')],
      ['profile.lastName', (p) => p.family[0]],
      ['profile.firstName', (p) => p.given[0]],
      ['profile.lastNameKana', (p) => p.family[1]],
      ['profile.firstNameKana', (p) => p.given[1]],
      ['profile.birthDate', iso],
      ['profile.sex', (p) => (p.sex === 1 ? 'male' : 'female')],
      ['address.prefecture', () => '神奈川県'],
      ['address.city', () => 'ひばり野市'],
      ['address.street', (p) => `${p.town}${p.house}`],
      ['jpki.signatureSerial', ({ serial }) => serial],
      ['linkedAt', (p) => `${at(p).replace(' ', 'T')}+09:00`],
    ],
    {
      record_id: 'externalId',
      name: 'profile.lastName+profile.firstName',
      kana: 'profile.lastNameKana+profile.firstNameKana',
      birth_date: 'profile.birthDate',
      sex: 'profile.sex',
      address: 'address.prefecture+address.city+address.street',
      sign_serial: 'jpki.signatureSerial',
      registered_at: 'linkedAt',
    },
  ],
  'a bank': [
    [
      ['店番', ({ i }) => zero(1 + (i % 7), 3)],
      ['科目', () => '1'],
      ['口座番号', ({ i }) => zero(1_000_003 + i * 211, 7)],
      ['お名前（カナ）', (p) => half(told.kana(p))],
      ['お名前（漢字）', name],
      ['生年月日', iso],
      ['ご住所', address],
      ['マイナンバー', number],
    ],
    {
      record_id: '店番+科目+口座番号',
      my_number: 'マイナンバー',
      name: 'お名前（漢字）',
      kana: 'お名前（カナ）',
      birth_date: '生年月日',
      address: 'ご住所',
    },
  ],
};

describe('columns without names, by shape and uniqueness', () => {
  it.each(Object.entries(NAMELESS))('%s', (_, [columns, items]) => {
    const proposal = proposed(columns, 'link');
    expect(mapped(proposal)).toEqual(items);
    expect(Math.max(...proposal.mapping.map(({ confidence }) => confidence))).toBeLessThan(HONEST);
  });
});

describe('exports of other vendors', () => {
  it.each(Object.entries(SOURCES))('%s', (_, [columns, items]) => {
    const proposal = proposed(columns);
    expect(proposal.kind).toBe('link');
    expect(mapped(proposal)).toEqual(items);
  });

  it('a register whose headers say how each column is written', () => {
    const columns: readonly Column[] = [
      ['個人番号（12桁）', number],
      ['宛名番号（10桁）', ({ i }) => zero(i + 1, 10)],
      ['氏名（漢字）', name],
      ['氏名（カナ）', kana],
      ['生年月日（西暦）', iso],
      ['性別（コード）', sex],
      ['世帯番号（10桁）', ({ i }) => zero(Math.trunc(i / 2), 10)],
      ['郵便番号', () => '2100001'],
      ['住所（漢字）', address],
      ['異動日（西暦）', when],
      ['現存区分（コード）', () => '1'],
      ['支援措置（有無）', ({ i }) => (i % 40 === 0 ? '有' : '無')],
    ];
    const proposal = proposed(columns);
    expect(proposal.kind).toBe('register');
    expect(mapped(proposal)).toEqual({
      resident_id: '宛名番号（10桁）',
      my_number: '個人番号（12桁）',
      household_id: '世帯番号（10桁）',
      name: '氏名（漢字）',
      kana: '氏名（カナ）',
      birth_date: '生年月日（西暦）',
      sex: '性別（コード）',
      address: '住所（漢字）',
      moved_on: '異動日（西暦）',
      status: '現存区分（コード）',
      protected: '支援措置（有無）',
    });
  });
});
