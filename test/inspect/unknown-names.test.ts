import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { iso, zero } from './odd-exports.js';
import { type Column, mapped, OPERATOR, proposed, RECORD, TERMINAL, TIME } from './proposed.js';

const without = (...names: readonly string[]) => RECORD.filter(([name]) => !names.includes(name));
const sureOf = (columns: readonly Column[], item: string) =>
  proposed(columns, 'link').mapping.find((one) => one.item === item)?.confidence;

describe('columns whose names no table knows', () => {
  it('takes the only moment, whatever it is called, and asks', () => {
    const columns: readonly Column[] = [...RECORD, ['ＸＱ欄', TIME]];
    expect(mapped(proposed(columns, 'link')).registered_at).toBe('ＸＱ欄');
    expect(sureOf(columns, 'registered_at')).toBe(0.55);
  });

  it('is no surer than a guess of one of two moments, or of the moment of something else', () => {
    const two: readonly Column[] = [...RECORD, ['ＸＱ欄', TIME], ['ＸＲ欄', TIME]];
    expect(sureOf(two, 'registered_at') ?? 0).toBeLessThan(0.5);
    const other: readonly Column[] = [...RECORD, ['失効日時', TIME]];
    expect(mapped(proposed(other, 'link')).registered_at).toBeUndefined();
  });

  it('maps what words say, below the certainty of a name that is known', () => {
    const columns: readonly Column[] = [
      ...RECORD,
      ['個番把握TS', TIME],
      ['把握WS', TERMINAL],
      ['把握USR', OPERATOR],
    ];
    expect(mapped(proposed(columns, 'link'))).toMatchObject({ terminal: '把握WS', operator: '把握USR' });
    for (const item of ['terminal', 'operator']) expect(sureOf(columns, item)).toBeLessThan(0.8);
  });

  it('takes no column for a window or a clerk whose values differ from row to row', () => {
    const columns: readonly Column[] = [...RECORD, ['把握WS', ({ i }) => `K${zero(i, 6)}`]];
    expect(mapped(proposed(columns, 'link')).terminal).toBeUndefined();
  });

  it('takes a column that is called after somebody and holds codes for the key, and nobody’s name', () => {
    const columns: readonly Column[] = [
      ['subject', ({ i }) => `s-${zero(i * 3, 6)}`],
      ['個人番号', ({ number }) => number],
      ['氏名', (person) => told.name(person)],
      ['生年月日', iso],
    ];
    expect(mapped(proposed(columns, 'link'))).toMatchObject({ record_id: 'subject', name: '氏名' });
  });
});

describe('lines of an address', () => {
  const town: Column[1] = () => '神奈川県ひばり野市本町';
  const lot: Column[1] = ({ i }) => `${1 + i}番${1 + (i % 9)}号`;
  const flat: Column[1] = ({ i }) => `コーポ緑${100 + i}号室`;

  it.each([
    [['hhknadr1kj', 'hhknadr2kj', 'hhknadr3kj']],
    [['ptAddr1', 'ptAddr2', 'ptAddr3']],
    [['現住所(町名まで)', '番地枝番', '方書室番号']],
    [['JUSYO', 'JUSYO2', 'JUSYO3']],
    [['adrs1', 'adrs2', 'adrs3']],
    [['ADR_KJ_1', 'ADR_KJ_2', 'ADR_KJ_3']],
  ])('go on with the next number, or with what lots and buildings are called: %s', (names) => {
    const columns: readonly Column[] = [
      ...without('住所'),
      [names[0]!, town],
      [names[1]!, lot],
      [names[2]!, flat],
    ];
    expect(mapped(proposed(columns, 'link')).address).toBe(names.join('+'));
  });

  it('begin with the prefecture that stands right before, and where it is not said already', () => {
    const columns: readonly Column[] = [
      ...without('住所'),
      ['jushoKen', () => '神奈川県'],
      ['jushoShi', () => 'ひばり野市本町'],
      ['jushoBnch', lot],
    ];
    expect(mapped(proposed(columns, 'link')).address).toBe('jushoKen+jushoShi+jushoBnch');
    const said: readonly Column[] = [
      ...without('住所'),
      ['本籍', () => '神奈川県'],
      ['住所', ({ i }) => `神奈川県ひばり野市本町${i}番`],
    ];
    expect(mapped(proposed(said, 'link')).address).toBe('住所');
  });

  it.each(['等級', '障害名', '学校名', '住所コード'])('end before what is no line: %s', (name) => {
    const columns: readonly Column[] = [...RECORD, [name, ({ i }) => `${1 + (i % 4)}級`]];
    expect(mapped(proposed(columns, 'link')).address).toBe('住所');
  });

  it('end before the number of something, however it is parted', () => {
    const columns: readonly Column[] = [
      ...RECORD,
      ['COMPANY_NO', ({ i }) => `14-${i}-1`],
      ['店番', ({ i }) => `1401-${zero(i, 6)}-1`],
    ];
    expect(mapped(proposed(columns, 'link')).address).toBe('住所');
  });
});

describe('names in two columns that are called alike', () => {
  const split = (text: string, at: number) => text.split(/[ 　]/)[at]!;
  const family: Column[1] = (person) => split(told.name(person), 0);
  const given: Column[1] = (person) => split(told.name(person), 1);
  const familyKana: Column[1] = (person) => split(told.kana(person), 0);
  const givenKana: Column[1] = (person) => split(told.kana(person), 1);

  it.each([
    [['nameKnjSe', 'nameKnjMe', 'nameKnSe', 'nameKnMe']],
    [['SMI_SEI', 'SMI_MEI', 'SMI_SEI_KN', 'SMI_MEI_KN']],
    [['園児姓', '園児名', '園児セイ', '園児メイ']],
    [['FAM_NM_KJ', 'GIV_NM_KJ', 'FAM_NM_KN', 'GIV_NM_KN']],
    [['ptLastName', 'ptFirstName', 'ptLastKana', 'ptFirstKana']],
  ])('are joined: %s', ([a, b, c, d]) => {
    const columns: readonly Column[] = [
      ...without('氏名'),
      [a!, family],
      [b!, given],
      [c!, familyKana],
      [d!, givenKana],
    ];
    expect(mapped(proposed(columns, 'link'))).toMatchObject({ name: `${a}+${b}`, kana: `${c}+${d}` });
  });

  it.each([
    ['世帯主姓', '世帯主名'],
    ['hogosha_sei', 'hogosha_mei'],
    ['docSei', 'docMei'],
    ['SMI_SEI', 'ADR_MEI'],
  ])('are not joined where they are somebody else’s, or of two things: %s', (a, b) => {
    const columns: readonly Column[] = [
      ...RECORD,
      [a, (_, of) => split(told.name(of(3)), 0)],
      [b, (_, of) => split(told.name(of(3)), 1)],
    ];
    expect(mapped(proposed(columns, 'link')).name).toBe('氏名');
  });
});

describe('a register whose names no table knows', () => {
  const REGISTER: readonly Column[] = [
    ['CJUMINNO', ({ i }) => zero(i * 3, 10)],
    ['CSETAINO', ({ i }) => zero(Math.floor(i / 2), 8)],
    ['CNAMEKNJ', (person) => told.name(person)],
    ['DBIRTH', iso],
    ['CADDR1', (person) => told.address(person)],
    ['IDO_DTE', ({ i }) => `20${10 + (i % 14)}-0${1 + (i % 9)}-11`],
    ['SHIEN_FLG', ({ i }) => (i % 20 === 0 ? '1' : '0')],
  ];

  it('is known by what their words tell', () => {
    const proposal = proposed(REGISTER);
    expect(proposal.kind).toBe('register');
    expect(mapped(proposal)).toMatchObject({
      resident_id: 'CJUMINNO',
      household_id: 'CSETAINO',
      moved_on: 'IDO_DTE',
      protected: 'SHIEN_FLG',
    });
  });

  it.each(['COL_', 'xq_'])('is known by what its columns hold alone: %s', (prefix) => {
    const status: Column[1] = ({ i }) => (i % 9 === 0 ? '転出' : i % 14 === 0 ? '死亡' : '住民');
    const town: Column[1] = ({ i }) => `神奈川県ひばり野市本町${1 + Math.floor(i / 2)}番地`;
    const before: Column[1] = ({ i }) => (i % 3 === 0 ? `神奈川県みなと市緑町${i}番地` : '');
    const columns = [...REGISTER.slice(0, 4).map(([, of]) => of), town, before, status].map(
      (of, at): Column => [`${prefix}0${at + 1}`, of],
    );
    expect(proposed(columns).kind).toBe('register');
    // The same with a moment is a list of something else; without a household and a status nothing tells.
    expect(proposed([...columns, [`${prefix}09`, TIME]]).kind).toBe('link');
    expect(proposed([columns[0]!, ...columns.slice(2, 6)]).kind).toBe('link');
  });

  it('is none where records have a key of their own', () => {
    const columns: readonly Column[] = [
      ['TECHO_NO', ({ i }) => `T${zero(i * 7, 6)}`],
      ...REGISTER.slice(0, 5),
      ['TOROKU_NICHIJI', TIME],
    ];
    expect(proposed(columns).kind).toBe('link');
  });
});

describe('somebody who came for the record', () => {
  it.each(['受取者氏名', '来庁者氏名', '受領者名'])('%s is not whom it is of', (name) => {
    const columns: readonly Column[] = [
      ...without('氏名'),
      ['申請者氏名', (person) => told.name(person)],
      [name, (_, of) => told.name(of(3))],
    ];
    expect(mapped(proposed(columns, 'link')).name).toBe('申請者氏名');
  });
});
