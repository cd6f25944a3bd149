import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { coded, half, iso, type Person, wareki, when, zero } from './odd-exports.js';
import { type Column, mapped, proposed } from './proposed.js';

const name = (person: Person) => told.name(person);
const kana = (person: Person) => told.kana(person);
const address = (person: Person) => told.address(person);
const number = (person: Person) => person.number;
const sex = (person: Person) => String(person.sex);
const plain = (person: Person) => iso(person).replaceAll('-', '');
const key = ({ i }: Person) => zero(1_000_000 + i * 7, 10);
const household = ({ i }: Person) => zero(700 + Math.trunc(i / 2), 10);
const some =
  (value: string) =>
  ({ i }: Person) =>
    i % 20 === 0 ? value : '';

/** Registers without a column of households, without words that one knows, or with few of them. */
const REGISTERS: Readonly<Record<string, readonly Column[]>> = {
  'no household, removed people by day and reason': [
    ['住民番号', key],
    ['マイナンバー', number],
    ['氏名漢字', name],
    ['氏名カナ', kana],
    ['生年月日', iso],
    ['性別', sex],
    ['現住所', address],
    ['DV等支援区分', some('1')],
    ['消除年月日', some('2022/01/05')],
    ['消除事由', some('死亡')],
  ],
  'no household, head and relation': [
    ['宛名番号', key],
    ['氏名', name],
    ['フリガナ', kana],
    ['生年月日', wareki],
    ['性別', sex],
    ['住所', address],
    ['世帯主名', name],
    ['続柄', () => '子'],
    ['個人番号', number],
    ['抑止フラグ', some('1')],
  ],
  'Latin abbreviations': [
    ['ATNA_CD', key],
    ['STAI_CD', household],
    ['MYNO_CD', number],
    ['NM_KNJ', name],
    ['NM_KNA', kana],
    ['BRTH_YMD', plain],
    ['SEX_CD', sex],
    ['ADR_KNJ', (p) => told.address(p, false)],
    ['ADR_KTGK', ({ building }) => building],
    ['ZIP_CD', () => '2100001'],
    ['JMN_STS_CD', () => '1'],
    ['IDO_YMD', (p) => when(p).replaceAll('-', '')],
  ],
  'Latin words in one, after the list of basic data': [
    ['atenano', key],
    ['setaino', household],
    ['juminsyubetu', () => '1'],
    ['juminjotai', () => '1'],
    ['simei', name],
    ['simei_kana', kana],
    ['kyusi', () => ''],
    ['tusyo', () => ''],
    ['sex', sex],
    ['bymd', iso],
    ['adrs', address],
    ['idoymd', when],
    ['personalno', number],
    ['siensotikbn', some('1')],
  ],
  English: [
    ['resident_id', key],
    ['household_no', household],
    ['full_name', name],
    ['full_name_kana', kana],
    ['birth_date', iso],
    ['gender', sex],
    ['address', address],
    ['previous_address', () => ''],
    ['resident_status', () => 'active'],
    ['my_number', number],
  ],
  'a host system': [
    ['JUMINCD', key],
    ['STAICD', household],
    ['KANJISHIMEI', name],
    ['KANASHIMEI', (p) => half(kana(p))],
    ['UMAREYMD', plain],
    ['SEIBETSUCD', sex],
    ['JUSHO', address],
    ['KOJIN_BANGO', number],
    ['GENZON_KBN', () => '0'],
  ],
  'of all that a certificate of residence says, rights too': [
    ['宛名番号', key],
    ['世帯番号', household],
    ['個人番号', number],
    ['住民状態', () => '現存'],
    ['氏名', name],
    ['氏名カナ', kana],
    ['旧氏', () => ''],
    ['生年月日', iso],
    ['性別', sex],
    ['続柄', () => '子'],
    ['住所', address],
    ['前住所', () => ''],
    ['本籍', address],
    ['異動年月日', when],
    ['異動事由', () => '転入'],
    ['支援措置区分', some('1')],
    ['国保資格取得年月日', when],
    ['国保資格喪失年月日', () => ''],
    ['介護資格取得年月日', () => ''],
    ['年金種別', () => '1'],
    ['児童手当受給区分', () => '0'],
  ],
};

/** What exports of every office have of the national layouts. */
const NATIONAL: readonly Column[] = [
  ['市区町村コード', () => '142999'],
  ['宛名番号', key],
  ['世帯番号', household],
  ['個人番号', number],
  ['氏名_漢字', name],
  ['氏名_フリガナ', kana],
  ['旧氏_漢字', () => ''],
  ['通称名_漢字', () => ''],
  ['生年月日', iso],
  ['性別', sex],
  ['現住所_住所', address],
];

/** Sources that carry what registers have. */
const SOURCES: Readonly<Record<string, readonly Column[]>> = {
  'insurance, with the number of the address register and of the household': [
    ['宛名番号', key],
    ['世帯番号', household],
    ['被保険者番号', ({ i }) => zero(30_000 + i, 8)],
    ['氏名', name],
    ['カナ氏名', kana],
    ['生年月日', iso],
    ['性別', sex],
    ['住所', address],
    ['資格取得年月日', when],
    ['個人番号', number],
  ],
  'a register of handbooks with the same': [
    ['宛名番号', key],
    ['手帳番号', ({ i }) => `第${3000 + i}号`],
    ['氏名', name],
    ['生年月日', wareki],
    ['住所', address],
    ['障害等級', () => '2'],
    ['交付年月日', when],
    ['個人番号', number],
  ],
  'an allowance, applicants with the key of the register': [
    ['宛名番号', key],
    ['認定番号', ({ i }) => `J${9000 + i}`],
    ['受給者氏名', name],
    ['受給者カナ', kana],
    ['受給者生年月日', coded],
    ['受給者住所', address],
    ['受給者個人番号', number],
    ['世帯番号', household],
    ['支給開始日', when],
  ],
  'health insurance after the national layout, insured by symbol, number and branch': [
    ...NATIONAL,
    ['保険者番号', () => '140012'],
    ['被保険者記号', () => '雲'],
    ['被保険者番号', ({ i }) => zero(20_000 + Math.trunc(i / 2), 7)],
    ['被保険者枝番', ({ i }) => zero(1 + (i % 2), 2)],
    ['資格区分', () => '1'],
    ['資格取得年月日', when],
    ['資格取得異動事由', () => 'B1'],
    ['資格喪失年月日', () => ''],
  ],
  'care insurance after the national layout': [
    ...NATIONAL,
    ['保険者番号', () => '142992'],
    ['被保険者番号', ({ i }) => zero(1000 + Math.trunc(i / 2), 10)],
    ['資格取得年月日', when],
    ['資格取得事由', () => '1'],
    ['資格喪失年月日', () => ''],
  ],
  'accounts after the national layout': [
    ...NATIONAL,
    ['口座区分', () => '1'],
    ['金融機関コード', () => '9876'],
    ['口座種別', () => '1'],
    ['口座番号', ({ i }) => zero(7_000 + Math.trunc(i / 2), 7)],
    ['口座名義人カナ', kana],
  ],
  'pensions after the national layout': [
    ...NATIONAL,
    ['年金コード', () => '1350'],
    ['年金受給区分', () => '1'],
    ['年金支給開始年月', () => '202201'],
    ['支給停止区分', () => '0'],
  ],
  'a list of the insured, without keys of the register': [
    ['項番', ({ i }) => String(i + 1)],
    ['証記号', () => '雲'],
    ['証番号', ({ i }) => zero(300 + Math.trunc(i / 2), 5)],
    ['枝番', ({ i }) => zero(1 + (i % 2), 2)],
    ['氏名', name],
    ['氏名カナ', kana],
    ['生年月日', wareki],
    ['性別', sex],
    ['世帯主名', name],
    ['住所', address],
    ['資格得喪区分', () => '取得'],
    ['異動年月日', when],
    ['個人番号', number],
  ],
  'health checks': [
    ['住民番号', key],
    ['受診券整理番号', ({ i }) => zero(500 + i, 11)],
    ['氏名', name],
    ['生年月日', iso],
    ['性別', sex],
    ['健診日', when],
    ['個人番号', number],
  ],
  'one row per child, the key of the register repeats': [
    ['宛名番号', ({ i }) => zero(Math.trunc(i / 3), 10)],
    ['世帯番号', household],
    ['氏名', name],
    ['生年月日', iso],
    ['住所', address],
    ['個人番号', number],
  ],
  'cards, no key of a resident': [
    ['発行番号', ({ i }) => `C${1000 + i}`],
    ['個人番号', number],
    ['氏名', name],
    ['生年月日', iso],
    ['性別', sex],
    ['住所', address],
  ],
};

describe('registers and sources are told apart', () => {
  it.each(Object.entries(REGISTERS))('a register: %s', (_, columns) => {
    const proposal = proposed(columns);
    expect(proposal.kind).toBe('register');
    expect(mapped(proposal)).toMatchObject({ resident_id: columns[0]![0] });
    for (const item of ['my_number', 'name', 'kana', 'birth_date', 'sex', 'address'])
      expect(Object.keys(mapped(proposal))).toContain(item);
  });

  it.each(Object.entries(SOURCES))('a source: %s', (_, columns) => {
    expect(proposed(columns).kind).toBe('link');
  });

  it('the key of the insured is their own, and neither the number of the register nor the place in the list', () => {
    const national =
      SOURCES['health insurance after the national layout, insured by symbol, number and branch']!;
    expect(mapped(proposed(national)).record_id).toBe('保険者番号+被保険者記号+被保険者番号+被保険者枝番');
    const list = mapped(proposed(SOURCES['a list of the insured, without keys of the register']!));
    expect(list.record_id).toBe('証記号+証番号+枝番');
    expect(list).not.toHaveProperty('moved_on');
  });

  it('an address of two Latin columns is joined', () => {
    expect(mapped(proposed(REGISTERS['Latin abbreviations']!)).address).toBe('ADR_KNJ+ADR_KTGK');
  });

  it('people who are gone are known by why and when they were removed', () => {
    const items = mapped(proposed(REGISTERS['no household, removed people by day and reason']!));
    expect(items).toMatchObject({ status: '消除事由', moved_on: '消除年月日', protected: 'DV等支援区分' });
  });
});
