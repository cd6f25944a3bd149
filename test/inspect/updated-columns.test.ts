import { describe, expect, it } from 'vitest';
import { iso } from './odd-exports.js';
import { type Column, mapped, OPERATOR, proposed, RECORD, TERMINAL, TIME } from './proposed.js';

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
    const proposal = proposed([...RECORD, [at, TIME], [where, TERMINAL], [who, OPERATOR]], 'link');
    expect(mapped(proposal)).toMatchObject({ registered_at: at, terminal: where, operator: who });
    const sure = proposal.mapping.filter(({ item }) =>
      ['registered_at', 'terminal', 'operator'].includes(item),
    );
    expect(sure.every(({ confidence }) => confidence < 0.8)).toBe(true);
  });

  it.each([
    ['KOSIN_NITIZI', 'KOSIN_TANMATU', 'KOSINSYA_ID'],
    ['KOUSHIN_NICHIJI', 'KOUSHIN_TANMATSU_NO', 'KOUSHINSHA_ID'],
    ['KOUSINNITIZI', 'KOUSINTANMATU', 'KOUSINSYA'],
  ])('%s, %s and %s are found in whatever spelling', (at, where, who) => {
    const proposal = proposed([...RECORD, [at, TIME], [where, TERMINAL], [who, OPERATOR]], 'link');
    expect(mapped(proposal)).toMatchObject({ registered_at: at, terminal: where, operator: who });
  });

  it.each<[string, Column]>([
    ['a renewal that is due', ['次回更新日時', TIME]],
    ['the end of validity', ['更新期限', iso]],
    ['a mere day', ['更新日', iso]],
  ])('%s is no registration', (_, column) => {
    expect(mapped(proposed([...RECORD, column], 'link')).registered_at).not.toBe(column[0]);
  });

  it('the registration itself goes before', () => {
    const columns = [
      ...RECORD,
      ['登録日時', TIME],
      ['更新日時', TIME],
      ['登録端末', TERMINAL],
      ['更新端末', TERMINAL],
    ] as const;
    expect(mapped(proposed(columns, 'link'))).toMatchObject({
      registered_at: '登録日時',
      terminal: '登録端末',
    });
  });

  it('a day that most records lack is not that of the record: the moment of the last change goes before, and is asked after', () => {
    const decided: Column = [
      '認定日',
      (person) => (person.i % 5 < 2 ? `2023-05-0${1 + (person.i % 9)}` : ''),
    ];
    const proposal = proposed([...RECORD, decided, ['更新日時', TIME]], 'link');
    expect(mapped(proposal).registered_at).toBe('更新日時');
    const alone = proposed([...RECORD, decided], 'link');
    expect(alone.mapping.find(({ item }) => item === 'registered_at')!.confidence).toBeLessThan(0.8);
    const everyone: Column = ['認定日', (person) => `2023-05-0${1 + (person.i % 9)}`];
    expect(mapped(proposed([...RECORD, everyone, ['更新日時', TIME]], 'link')).registered_at).toBe('認定日');
  });
});
