import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { type Column, mapped, proposed, RECORD } from './proposed.js';

describe('names in two columns', () => {
  const sei: Column[1] = (person) => told.name(person).split(/[ 　]/)[0]!;
  const mei: Column[1] = (person) => told.name(person).split(/[ 　]/)[1] ?? '';
  const rest = RECORD.filter(([name]) => name !== '氏名');
  it.each([
    ['SHIMEI_SEI', 'SHIMEI_MEI'],
    ['SHIMEI_SEI', 'SHIMEI_NA'],
    ['SHIMEI_UJI', 'SHIMEI_NA'],
    ['SIMEI_SEI', 'SIMEI_MEI'],
    ['SIMEI_UJI', 'SIMEI_NA'],
    ['KANJI_SHIMEI_SEI', 'KANJI_SHIMEI_MEI'],
    ['SHIMEI_KANJI_SEI', 'SHIMEI_KANJI_MEI'],
    ['SHIMEI_SEI_KJ', 'SHIMEI_MEI_KJ'],
    ['NAMAE_SEI', 'NAMAE_MEI'],
    ['SIMEISEI', 'SIMEIMEI'],
    ['氏_日本人住民', '名_日本人住民'],
    ['属性_姓', '属性_名'],
    ['基本情報・氏', '基本情報・名'],
    ['個人情報_姓', '個人情報_名'],
  ])('%s and %s', (family, given) => {
    const proposal = proposed([...rest, [family, sei], [given, mei]], 'link');
    expect(mapped(proposal).name).toBe(`${family}+${given}`);
  });

  it.each([
    ['カナ（氏）', 'カナ（名）'],
    ['カナ(セイ)', 'カナ(メイ)'],
    ['フリガナ（姓）', 'フリガナ（名）'],
    ['セイ', 'メイ'],
    ['氏カナ', '名カナ'],
    ['氏名カナ（氏）', '氏名カナ（名）'],
    ['ヨミ_姓', 'ヨミ_名'],
  ])('%s and %s are the kana', (family, given) => {
    const part =
      (n: number): Column[1] =>
      (person) =>
        told.kana(person).split(/[ 　]/)[n] ?? '';
    const columns: Column[] = [...RECORD, [family, part(0)], [given, part(1)]];
    expect(mapped(proposed(columns, 'link')).kana).toBe(`${family}+${given}`);
  });
  it.each([
    ['お名前（姓）', 'お名前（名）'],
    ['漢字（氏）', '漢字（名）'],
    ['氏', '名'],
    ['氏名（氏）', '氏名（名）'],
  ])('%s and %s are the name', (family, given) => {
    expect(mapped(proposed([...rest, [family, sei], [given, mei]], 'link')).name).toBe(`${family}+${given}`);
  });

  it('a family name alone under the name of the whole is asked after', () => {
    const alone = proposed([...rest, ['氏名', sei]], 'link').mapping.find(({ item }) => item === 'name')!;
    expect(alone.confidence).toBeLessThan(0.8);
    const whole = proposed(RECORD, 'link').mapping.find(({ item }) => item === 'name')!;
    expect(whole.confidence).toBeGreaterThan(0.9);
  });

  it.each([
    ['lname', 'fname'],
    ['LNAME_KJ', 'FNAME_KJ'],
    ['L_NAME', 'F_NAME'],
    ['LAST_NM', 'FIRST_NM'],
    ['surname', 'givenName'],
    ['sei', 'mei'],
  ])('%s and %s, and kana called alike', (family, given) => {
    const kanaPart =
      (n: number): Column[1] =>
      (person) =>
        told.kana(person).split(/[ 　]/)[n] ?? '';
    const proposal = proposed(
      [...rest, [family, sei], [given, mei], [`${family}_kana`, kanaPart(0)], [`${given}_kana`, kanaPart(1)]],
      'link',
    );
    expect(mapped(proposal)).toMatchObject({
      name: `${family}+${given}`,
      kana: `${family}_kana+${given}_kana`,
    });
  });

  it('lname without a column for the given name is no whole name', () => {
    const alone = proposed([...rest, ['lname', sei]], 'link').mapping.find(({ item }) => item === 'name');
    expect(alone?.confidence ?? 0).toBeLessThan(0.8);
  });

  it.each(['sei_mei', 'SEIMEI', 'SEIMEI_KJ'])('%s is the whole name', (column) => {
    const whole: Column[1] = (person) => told.name(person);
    expect(mapped(proposed([...rest, [column, whole]], 'link')).name).toBe(column);
  });

  it.each([
    ['通称名_姓', '通称名_名'],
    ['通称_氏', '通称_名'],
    ['TSUSHO_SEI', 'TSUSHO_MEI'],
  ])('%s and %s are the other name, and not the name', (family, given) => {
    const other: Column[1] = (person) => (person.i % 9 === 0 ? sei(person, () => person) : '');
    const proposal = proposed([...RECORD, [family, other], [given, other]], 'link');
    expect(mapped(proposal)).toMatchObject({ name: '氏名', alias: `${family}+${given}` });
  });

  it('half of a name’s kana is never surely the kana, whatever reads what', () => {
    const part =
      (n: number): Column[1] =>
      (person) =>
        told.kana(person).split(/[ 　]/)[n] ?? '';
    const cases: readonly (readonly Column[])[] = [
      [...RECORD, ['フリガナ', part(0)]],
      [...RECORD, ['氏名カナ', part(1)]],
      [...rest, ['氏名', sei], ['フリガナ', part(0)]],
      [
        ...RECORD,
        ['セイ', part(0)],
        ['備考1', () => ''],
        ['備考2', () => ''],
        ['備考3', () => ''],
        ['メイ', part(1)],
      ],
    ];
    for (const columns of cases) {
      const found = proposed(columns, 'link').mapping.find(({ item }) => item === 'kana');
      if (found?.columns.length !== 2) expect(found?.confidence ?? 0).toBeLessThan(0.8);
    }
    const whole: Column[1] = (person) => told.kana(person).replace(/[ 　]/, '');
    const sure = proposed([...RECORD, ['フリガナ', whole]], 'link').mapping.find(
      ({ item }) => item === 'kana',
    );
    expect(sure?.confidence).toBeGreaterThan(0.8);
  });

  it.each([
    ['属性_姓ｶﾅ', '属性_名ｶﾅ'],
    ['属性_姓カナ', '属性_名カナ'],
    ['基本_ｾｲ', '基本_ﾒｲ'],
  ])('%s and %s are the kana', (family, given) => {
    const part =
      (n: number): Column[1] =>
      (person) =>
        told.kana(person).split(/[ 　]/)[n] ?? '';
    const proposal = proposed([...RECORD, [family, part(0)], [given, part(1)]], 'link');
    expect(mapped(proposal).kana).toBe(`${family}+${given}`);
  });
});

describe('an address in three columns', () => {
  it.each([
    '町名番地建物',
    '町名番地以下',
    '町域番地等',
    '町名以下',
    '町字番地以降',
    '番地以下',
    '番地建物名',
    '番地等',
    '町名番地部屋番号',
    '大字番地建物名',
  ])('%s is its last part', (last) => {
    const rest = RECORD.filter(([name]) => name !== '住所');
    const columns: readonly Column[] = [
      ...rest,
      ['都道府県', () => '長野県'],
      ['市区町村', ({ i }) => (i % 2 ? '飯田市' : '松本市')],
      [last, ({ i }) => `座光寺${i + 1}-${(i % 7) + 1}`],
    ];
    expect(mapped(proposed(columns, 'link')).address).toBe(`都道府県+市区町村+${last}`);
  });
});
