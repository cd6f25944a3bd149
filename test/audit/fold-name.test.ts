import { expect, it } from 'vitest';
import { foldName, isNoName } from '../../src/audit/fold-name.js';
import { areNumbered } from '../../src/audit/header-names.js';

it.each([
  ['世帯CD', '世帯コード'],
  ['市町村ＣＤ（5桁）', '市町村コード(5桁)'],
  ['整理No.', '整理番号'],
  ['受付№', '受付番号'],
  ['KOJIN_CD', 'kojin_cd'],
  ['ﾋﾎｹﾝｼｬﾊﾞﾝｺﾞｳ', '被保険者番号'],
  ['ｾｲﾈﾝｶﾞｯﾋﾟ', '生年月日'],
  ['ﾊﾞﾝｺﾞｳﾄｳﾛｸﾋﾞ', '番号登録日'],
  ['カナシメイ', 'カナ氏名'],
  ['じゅうしょ', '住所'],
  ['カナ', 'カナ'],
  ['ソノタ', 'ソノタ'],
  ['profile.name', 'name'],
  ['person.kanji.last', 'kanji_last'],
  ['person.birth.year', 'birth_year'],
  ['guardian.kanji.last', 'guardian_kanji_last'],
  ['guardian.address', 'guardian_address'],
  ['residence.address', 'address'],
  ['case.caseNo', 'case_no'],
  ['世帯主.氏名', '世帯主_氏名'],
])('%s is compared as %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

it.each(['F001', 'COL_12', '項目１', 'K0012', 'DT03', 'Unnamed: 3', '7', 'A'])('%s tells nothing', (name) => {
  expect(isNoName(name)).toBe(true);
});

it.each(['住所1', 'ADDR1', 'TEL2', '電話番号1', 'JUSHO1'])('%s tells something', (name) => {
  expect(isNoName(name)).toBe(false);
});

it.each<[boolean, string[]]>([
  [true, ['F001', 'F002', 'F003', 'F004']],
  [true, ['ITEM_0101', 'ITEM_0102', 'ITEM_0105', 'ITEM_0201']],
  [true, ['項目１', '項目２', '項目３', '項目４']],
  [false, ['A1001', 'A1001', 'A1003', 'A1004']],
  [false, ['K1', '123', 'K3', 'K4']],
  [false, ['F001', 'G002', 'F003', 'F004']],
  [false, ['F001', 'F002', 'F003']],
])('%s: %j are numbered names', (expected, names) => {
  expect(areNumbered(names)).toBe(expected);
});
