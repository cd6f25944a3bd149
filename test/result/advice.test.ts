import { describe, expect, test } from 'vitest';
import type { CandidateView, Case } from '../../src/audit/case.js';
import { adviceOf, nextOf } from '../../src/result/advice.js';
import { insurerOf } from '../../src/result/insurers.js';
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
      '死亡後の登録なので、まず経緯を照会します（4）。日付の誤りなら、口座は相続の手続が済むまで残ることがあり（3）、済んでいれば終えます（1）。',
    ],
    [
      'a card issued after the death: what is asked first, and what then follows',
      { service: 'card', ended: dead('2023-03-06'), registration: registration('2023-03-07') },
      '死亡後の登録なので、まず経緯を照会します（4）。日付の誤りなら、カードは死亡で失効するので、終えるのが原則です（1）。',
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
      'a town’s insurance, by the number of the insurer',
      {
        service: 'insurance',
        ended: departed('2023-03-06'),
        registration: registration('2022-03-06'),
        organisation: '141028',
      },
      '転出前の登録で、届出がまだ反映されていないとみられます。保険者は市町村の国民健康保険です。転出で資格がなくなるので、終えるのが原則です（1）。',
    ],
    [
      'an employer’s, likewise',
      {
        service: 'insurance',
        ended: departed('2023-03-06'),
        registration: registration('2022-03-06'),
        organisation: '06230312',
      },
      '転出前の登録で、届出がまだ反映されていないとみられます。保険者は健康保険組合です。勤め先の保険は転出しても続くのが原則です（3）。',
    ],
    [
      'that of the elderly',
      {
        service: 'insurance',
        ended: departed('2023-03-06'),
        registration: registration('2022-03-06'),
        organisation: '39140017',
      },
      '転出前の登録で、届出がまだ反映されていないとみられます。保険者は後期高齢者医療です。県内の転居なら続き（3）、県外への転出では原則終わります（1）。',
    ],
    [
      'of an insurer of no known number nothing is said',
      { service: 'insurance', ended: departed('2023-03-06'), organisation: '99140017' },
      '国民健康保険は転出で資格がなくなり（1）、勤め先の保険は続きます（3）。',
    ],
    [
      'the insurer of a dead person makes no difference',
      { service: 'insurance', ended: dead('2023-03-06'), organisation: '141028' },
      '保険の資格は死亡の翌日になくなるので、終えるのが原則です（1）。',
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
    const advice = adviceOf({ kind: 'defunct-resident', evidence: [], candidates: [], ...part })!;
    expect(advice.ja).toBe(ja);
    expect(advice.en).toMatch(/^[A-Z][^。]+\.$/);
    // A line of an office's screen.
    expect(advice.ja.length).toBeLessThan(76);
    expect(advice.en.length).toBeLessThan(165);
  });

  test('of a wrong link there is none', () => {
    const wrong = { kind: 'wrong-resident', evidence: [], candidates: [] } as const;
    expect(adviceOf({ ...wrong, service: 'card', ended: dead('2023-03-06') })).toBeUndefined();
  });
});

describe('what could decide a tie', () => {
  const one = (name: string): CandidateView => ({
    ...{ residentId: name, items: {}, birthDate: null, protected: false, probability: 0.5, why: [] },
    levels: { family: { level: 'exact', kind: 'equal', text: { ja: '', en: '' } } },
  });
  test.each<[what: string, part: Partial<Case>, isTied: boolean]>([
    ['two candidates alike', { candidates: [one('1'), one('2')] }, true],
    ['a row that is not on the page', { candidates: [one('1')], doubles: [['C1', '2']] }, true],
    ['the linked resident is the other row', { candidates: [one('1')], twins: [['B', 'C1']] }, true],
    ['one candidate alone', { candidates: [one('1')] }, false],
    ['one far less likely', { candidates: [one('1'), { ...one('2'), probability: 0.05 }] }, false],
    ['no wrong link', { kind: 'duplicate-link', candidates: [one('1'), one('2')] }, false],
  ])('%s', (_, part, isTied) => {
    const next = nextOf({ kind: 'wrong-resident', candidates: [], evidence: [], ...part });
    expect(/原本の番号を?.*見て、決められなければ4（照会）/.test(next.ja)).toBe(isTied);
    expect(next.ja.length).toBeLessThan(80);
    expect(next.en.length).toBeLessThan(165);
  });
});

test.each([
  ['141028', 'town', '市町村の国民健康保険'],
  ['138099', 'town', '市町村の国民健康保険'],
  ['133033', 'guild', '国民健康保険組合'],
  ['67140014', 'town', '国民健康保険（退職者医療）'],
  ['01130012', 'employer', '全国健康保険協会（協会けんぽ）'],
  ['06230312', 'employer', '健康保険組合'],
  ['３１１３００１６', 'employer', '国家公務員共済組合'],
  ['39140017', 'elderly', '後期高齢者医療'],
  ['99140017', null, undefined],
  ['1410', null, undefined],
  [null, null, undefined],
])('the insurer %s is %s', (number, group, ja) => {
  expect([insurerOf(number)?.group ?? null, insurerOf(number)?.title.ja]).toEqual([group, ja]);
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
