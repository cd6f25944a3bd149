import { describe, expect, it } from 'vitest';
import * as told from './odd-exports.js';
import { iso, zero } from './odd-exports.js';
import { type Column, mapped, proposed } from './proposed.js';

const PERSON: readonly Column[] = [
  ['認定番号', ({ i }) => `N-${zero(i * 7, 5)}`],
  ['個人番号', ({ number }) => number],
  ['氏名', (person) => told.name(person)],
  ['生年月日', iso],
  ['住所', (person) => told.address(person)],
];
const time: Column[1] = ({ i }) => `2024-10-${zero(1 + (i % 28), 2)} 1${i % 8}:05:0${i % 10}`;
const terminal: Column[1] = ({ i }) => `JT0${i % 4}`;
const operator: Column[1] = ({ i }) => `102${zero(i % 6, 2)}`;

describe('what was done last to a record', () => {
  it.each([
    ['更新日時', '更新端末', '更新者ID'],
    ['最終更新日時', '最終更新端末', '最終更新者'],
    ['更新・日時', '更新・端末', '更新・職員'],
    ['更新時刻', '更新端末番号', '更新担当者コード'],
    ['UPD_TS', 'UPD_TERM', 'UPD_USER'],
    ['KOSHIN_NICHIJI', 'KOSHIN_TANMATSU', 'KOSHIN_SHOKUIN'],
    ['update_date', 'update_terminal', 'update_user'],
    ['updated_at', 'updated_pc', 'updated_by'],
    ['データ更新日時', 'データ更新端末', 'データ更新者'],
    ['レコード更新日時', 'レコード更新端末名', 'レコード更新職員番号'],
  ])('%s, %s and %s stand for how it was registered where nothing else does', (at, where, who) => {
    const proposal = proposed([...PERSON, [at, time], [where, terminal], [who, operator]], 'link');
    expect(mapped(proposal)).toMatchObject({ registered_at: at, terminal: where, operator: who });
    const sure = proposal.mapping.filter(({ item }) =>
      ['registered_at', 'terminal', 'operator'].includes(item),
    );
    expect(sure.every(({ confidence }) => confidence < 0.8)).toBe(true);
  });

  it.each<[string, Column]>([
    ['a renewal that is due', ['次回更新日時', time]],
    ['the end of validity', ['更新期限', iso]],
    ['a mere day', ['更新日', iso]],
  ])('%s is no registration', (_, column) => {
    expect(mapped(proposed([...PERSON, column], 'link')).registered_at).not.toBe(column[0]);
  });

  it('the registration itself goes before', () => {
    const columns = [
      ...PERSON,
      ['登録日時', time],
      ['更新日時', time],
      ['登録端末', terminal],
      ['更新端末', terminal],
    ] as const;
    expect(mapped(proposed(columns, 'link'))).toMatchObject({
      registered_at: '登録日時',
      terminal: '登録端末',
    });
  });
});

describe('names beside the name', () => {
  const some: Column[1] = (person) => (person.i % 9 === 0 ? person.family[0] : '');
  it.each([
    'KYU_UJI',
    'KYUUJI',
    'KYUSEI',
    'KYU_SHI',
    'KYUJI',
    'MAE_SEI',
    'KYU_MYOJI',
    'kyusi',
    '旧姓',
    '旧氏',
  ])('%s is the former name', (name) =>
    expect(mapped(proposed([...PERSON, [name, some]], 'link')).former_name).toBe(name),
  );
  it.each(['氏名（その他）', '氏名(その他)', 'その他氏名', '通称名', '通称'])('%s is the alias', (name) =>
    expect(mapped(proposed([...PERSON, [name, some]], 'link')).alias).toBe(name),
  );
  it.each(['MAE_JUSHO', 'KYUYO', 'MAEBARAI', 'その他'])('%s is neither', (name) => {
    const { former_name, alias } = mapped(proposed([...PERSON, [name, some]], 'link'));
    expect([former_name, alias]).not.toContain(name);
  });
});
