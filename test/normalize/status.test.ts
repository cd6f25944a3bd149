import { describe, expect, test } from 'vitest';
import { isStatus, vitality } from '../../src/normalize/status.js';

describe('what a status says', () => {
  test.each([
    '住民',
    '住登者',
    '現存',
    '在住',
    '転入',
    '有効',
    '利用中',
    '受給中',
    'Active',
    'in use',
    '記載',
    '取得',
    '会員',
    'ACCEPTED',
    'in_review',
  ])('%s: lives, or is in force', (text) =>
    expect([isStatus(text), vitality(text)]).toEqual([true, 'active']),
  );
  test.each([
    ['死亡', 'dead'],
    ['転出済', 'departed'],
    ['職権消除', 'departed'],
    ['資格喪失', 'ended'],
    ['ＥＸＰＩＲＥＤ', 'ended'],
    ['転出予定', 'active'],
    ['受給資格消滅', 'ended'],
    ['返還', 'ended'],
    ['退会', 'ended'],
    ['差戻し', 'ended'],
    ['RETURNED', 'ended'],
    ['Withdrawn', 'ended'],
    ['suspended', 'ended'],
    ['一時差止', 'active'],
  ])('%s: %s', (text, said) => expect([isStatus(text), vitality(text)]).toEqual([true, said]));

  // In one layout 3 has died, in another moved away: nobody is found so, and it is told.
  test.each(['1', '３', '03', 'A', 'X1', '99', '区分1', '-'])(
    '%s: nothing that could be understood',
    (text) => expect([isStatus(text), vitality(text)]).toEqual([false, 'active']),
  );
});
