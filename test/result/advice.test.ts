import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/audit/case.js';
import { adviceOf } from '../../src/result/advice.js';
import { serviceOf } from '../../src/result/services.js';

const registration = (day: string | null) => ({ at: day, day, terminal: null, operator: null, lookup: null });
const dead = (on: string | null) => ({ how: 'dead', on }) as const;
const departed = (on: string | null) => ({ how: 'departed', on }) as const;

describe('what speaks for and against a link that survives its resident', () => {
  test.each<[what: string, part: Partial<Case>, ja: string]>([
    [
      'a card of a dead person, registered before',
      { service: 'card', ended: dead('2023-03-06'), registration: registration('2022-03-06') },
      '死亡前の登録で、届出がまだ反映されていないとみられます。カードは死亡で失効するので、終えるのが原則です（1）。',
    ],
    [
      'an account opened after the death',
      { service: 'account', ended: dead('2023-03-06'), registration: registration('2023-03-07') },
      '死亡後の登録なので、別人による登録か日付の誤りも疑われます（4で照会）。口座は相続の手続が済むまで残ることがあり（3）、済んでいれば終えます（1）。',
    ],
    [
      'insurance, registered on the day itself',
      { service: 'insurance', ended: dead('2023-03-06'), registration: registration('2023-03-06') },
      '保険の資格は死亡の翌日になくなるので、終えるのが原則です（1）。',
    ],
    [
      'insurance of somebody who has moved, on a day that is not known',
      { service: 'insurance', ended: departed(null), registration: registration('2023-03-06') },
      '国民健康保険は転出で資格がなくなり（1）、勤め先の保険は続きます（3）。',
    ],
    [
      'a card taken along',
      { service: 'card', ended: departed('2023-03-06'), registration: registration('2023-04-06') },
      '転出後の登録なので、転出先での手続か日付の誤りかを確かめます。転出先で継続利用していれば有効（3）、していなければ失効です（1）。',
    ],
    [
      'a service of which nothing is known',
      { service: null, ended: dead('2023-03-06') },
      '残すかどうかは、この事務の取扱いによります。',
    ],
    [
      'nothing known of how the residence ended',
      { service: 'card' },
      '残すかどうかは、この事務の取扱いによります。',
    ],
  ])('%s', (_, part, ja) => {
    const advice = adviceOf({ kind: 'defunct-resident', ...part })!;
    expect(advice.ja).toBe(ja);
    expect(advice.en).toMatch(/^[A-Z][^。]+\.$/);
    // A line of an office's screen.
    expect(advice.ja.length).toBeLessThan(76);
    expect(advice.en.length).toBeLessThan(165);
  });

  test('of other kinds there is none', () => {
    expect(adviceOf({ kind: 'wrong-resident', service: 'card', ended: dead('2023-03-06') })).toBeUndefined();
  });
});

test.each([
  ['マイナンバーカード', 'My Number cards', 'card'],
  ['健康保険証', 'Health insurance', 'insurance'],
  ['国保資格', '国保資格', 'insurance'],
  ['後期高齢者医療', 'Medical care of the aged', 'insurance'],
  ['公金受取口座', 'Accounts for public money', 'account'],
  ['ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ', 'x', 'card'],
  ['民間サービス', 'Private services', null],
  ['介護保険', 'Long-term care insurance', null],
  ['雇用保険', 'Employment insurance', null],
  ['図書館カード', 'Library cards', null],
  ['利用者アカウント', 'user accounts', null],
])('%s is known by its title as %s: %s', (ja, en, service) => {
  expect(serviceOf({ title: { ja, en } })).toBe(service);
});
