import { describe, expect, test } from 'vitest';
import type { CandidateView, FactRow, LevelView, RecordBeside } from '../../src/audit/case.js';
import type { Evidence } from '../../src/audit/evidence.js';
import { adviceOf, nextOf } from '../../src/result/advice.js';
import { howRelated } from '../../src/result/how-related.js';
import { originalsOf } from '../../src/result/originals.js';

const said = (kind: LevelView['kind']): LevelView => ({ level: kind, kind, text: { ja: '', en: '' } });
const evidence = (kind: Evidence['kind'], weight: number): Evidence => ({
  ...{ item: 'address', title: { ja: '住所', en: 'Address' }, level: kind, kind, weight },
  text: { ja: '', en: '' },
});
const OF_BIRTH: Evidence = {
  ...{
    item: 'birth_date',
    title: { ja: '生年月日', en: 'Date of birth' },
    level: 'different',
    kind: 'different',
  },
  ...{ weight: -8, text: { ja: '', en: '' } },
};
const beside = (kind: LevelView['kind']) => ({ levels: { address: said(kind) } }) as unknown as RecordBeside;
const fact = (item: string, part: Partial<FactRow>): FactRow => ({
  ...{ item, record: null, beside: [], linked: null, candidates: [] },
  ...part,
});
const registered = (record: string | null, ...others: (string | null)[]) =>
  fact('registered_at', { record, beside: others });
const LINK = {
  ...{ cause: null, incident: 'F-1', source: 'cards', organisation: 'o', lid: 1, rid: 1, recordId: 'r' },
  ...{ digitsOff: null, unchecked: null, same: null },
} as const;
const NOBODY = { record_id: 'r', resident_id: null, candidates: [] };
const SAME_LINK = howRelated(
  { ...LINK, kind: 'duplicate-link' },
  { ...LINK, kind: 'wrong-resident' },
  NOBODY,
);
const first = (kind: string, how = SAME_LINK) => ({ id: 'F-2', kind, how, order: 'first' }) as const;

describe('several records of one resident', () => {
  const records = {
    kind: 'duplicate-link',
    candidates: [],
    evidence: [evidence('equal', 5)],
    service: 'card',
  } as const;
  const CARD = 'カードは再交付で前のものが失効します。';
  const of = (part: object) => adviceOf({ ...records, beside: [beside('equal')], ...part })!;

  test('whose each is comes first where that is a case of its own', () => {
    const relatedCases = [first('wrong-resident')];
    const facts = [registered('2023-01-16 16:27:51', '2023-01-10 09:00:00')];
    expect(of({ relatedCases, facts })).toEqual({
      ja: '別人の記録か（先の事案。Aなら2） → Bとの食い違い（どれにもなし） → 登録日（新しいのはA）の順に見ます。',
      en: 'In order: another person’s? (case to settle first: 2 if A is) → which differs from B (none) → day of registration (A is the later).',
    });
    // Which key follows hangs on whose case it is.
    const OTHER = { ja: '同じ住民への別の記録', en: 'another record of the same resident' };
    const [own, other] = [first('wrong-resident'), first('swapped-links', OTHER)];
    expect(of({ relatedCases: [other] }).ja).toContain('（先の事案。ほかなら1）');
    expect(of({ relatedCases: [own, other] }).ja).toContain('（先の事案。Aなら2、ほかなら1）');
    // Rows of the register that may be one person are no question of whose the record is.
    expect(of({ relatedCases: [first('duplicate-resident')] }).ja).toBe(
      `Bとの食い違い（どれにもなし）を見ます。${CARD}`,
    );
  });

  test.each<[string, object, string]>([
    ['the other differs', { beside: [beside('different')] }, 'Bとの食い違い（A2だけ）'],
    ['this one does', { evidence: [evidence('different', -3)] }, 'Bとの食い違い（Aだけ）'],
    ['both do', { evidence: [evidence('different', -3)], beside: [beside('different')] }, '（どれにもあり）'],
    [
      'another person’s beside one that has moved',
      {
        evidence: [evidence('different', -3), OF_BIRTH],
        beside: [beside('different')],
      },
      'Bとの食い違い（どれにもあり、生年月日はAだけ）',
    ],
    [
      'both another’s',
      {
        evidence: [OF_BIRTH],
        beside: [{ levels: { given: said('different'), address: said('different') } }],
      },
      '（どれにもあり）',
    ],
    [
      'one of three that has moved alone',
      {
        evidence: [evidence('different', -3)],
        beside: [
          { levels: { family: said('different'), given: said('different'), birth_date: said('different') } },
          { levels: { birth_date: said('different'), phone: said('different') } },
        ],
      },
      '（どれにもあり、氏名・生年月日はA2・A3だけ）',
    ],
    ['two of three', { beside: [beside('different'), beside('different')] }, '（A2・A3だけ）'],
    [
      'a difference that weighs nothing is none',
      { evidence: [evidence('different', 0)] },
      '（どれにもなし）',
    ],
    ['the other is later', { facts: [registered('2023-01-16', '20230117101112')] }, '登録日（新しいのはA2）'],
    [
      'one day, another hour',
      { facts: [registered('2023-01-16 16:27:51', '2023-01-16 16:09:28')] },
      '登録日（同じ日）',
    ],
    ['one is not known', { facts: [registered('2023-01-16', null)] }, '登録日（不明あり）'],
    [
      'a notation without the year first is not ordered',
      { facts: [registered('2023-01-16', '16.1.2023')] },
      '（不明あり）',
    ],
    [
      'nothing is told of days that nobody states',
      { service: null },
      'Bとの食い違い（どれにもなし）の順に見ます。',
    ],
  ])('%s', (_, part, ja) => {
    const advice = of({ relatedCases: [first('wrong-resident')], ...part });
    expect(advice.ja).toContain(ja);
    // A line of an office's screen.
    expect(advice.ja.length).toBeLessThan(76);
    expect(advice.en.length).toBeLessThan(165);
  });

  test('a record that stands alone has no order', () => {
    expect(adviceOf({ ...records, beside: [] })).toBeUndefined();
  });
});

describe('a tie', () => {
  const fits = (probability: number, kind: LevelView['kind'] = 'equal') =>
    ({ probability, why: [], levels: { given: said(kind) } }) as unknown as CandidateView;
  const two = { kind: 'wrong-resident', evidence: [], candidates: [fits(0.5), fits(0.4)] } as const;
  const tails = fact('number_tail', { decides: true, record: '…1741', candidates: ['…0652', '…9013'] });
  const records = fact('records', {
    decides: true,
    candidates: [
      { ja: '口座', en: '' },
      { ja: 'なし', en: '' },
    ],
  });

  test('the original’s number, who has a record of the source, then what they differ in', () => {
    const households = fact('household_id', { decides: true, record: '2', candidates: ['1', '2'] });
    const moves = fact('moved_on', { decides: true, candidates: ['2023-01-01', '2023-01-01'] });
    const item = { ...two, facts: [tails, records, households, moves], holders: ['C1'] };
    expect(nextOf(item)).toEqual({
      ja: '原本の番号（C1 …0652・C2 …9013） → 同じ事務の他の記録（C1にはあり） → 世帯番号の順に見て、決められなければ4（照会）を選びます',
      en: 'In order: number on the original (C1 …0652, C2 …9013) → other records of this source (C1 has one) → household; 4 (ask) if that does not tell',
    });
  });

  test('nothing is proposed that one of them, or the record, does not state', () => {
    const facts = [
      tails,
      fact('household_id', { decides: true, candidates: ['1', '2'] }),
      fact('moved_on', { decides: true, candidates: ['2023-01-01', null] }),
    ];
    const alone = '原本の番号（C1 …0652・C2 …9013）を見て、決められなければ4（照会）を選びます';
    expect(nextOf({ ...two, facts }).ja).toBe(alone);
    const household = fact('household_id', { decides: true, record: '1', candidates: ['1', null] });
    expect(nextOf({ ...two, facts: [tails, household] }).ja).toBe(alone);
    // A day of change of both stands beside the day of the registration.
    const moves = fact('moved_on', { decides: true, candidates: ['2023-01-01', '2023-04-01'] });
    expect(nextOf({ ...two, facts: [tails, moves] }).ja).toContain(' → 異動日の順に見て');
  });

  test.each([
    [['C1'], ['C2'], 'C1にはあり。C2のものは要確認'],
    [[], ['C2'], 'C2にあるが要確認'],
    [[], ['C1', 'C2'], 'C1・C2にあるが要確認'],
    [[], [], 'どちらにもなし'],
    [[], ['C3'], 'どちらにもなし'],
  ])('a record that is to be checked itself speaks for nobody (%s, %s)', (holders, doubtedHolders, ja) => {
    const said = nextOf({ ...two, facts: [tails, records], holders, doubtedHolders }).ja;
    expect(said).toContain(`同じ事務の他の記録（${ja}）`);
  });

  test.each([
    [[], 'どれにもなし', 'none has one'],
    [['C1', 'C2', 'C3'], 'どれにもあり', 'all have one'],
    [['C2'], 'C2にはあり', 'C2 has one'],
  ])('of three each is one of several (%s)', (holders, ja, en) => {
    const candidates = [fits(0.4), fits(0.3), fits(0.3)];
    const said = nextOf({ ...two, candidates, facts: [tails, records], holders });
    expect(said.ja).toContain(`同じ事務の他の記録（${ja}）`);
    expect(said.en).toContain(`other records of this source (${en})`);
  });

  test.each([
    [['C2'], 'すぐ前後の行に家族の記録（C2にあり） → 同じ事務の他の記録（'],
    [['C2', 'C3'], 'すぐ前後の行に家族の記録（C2にあり） → '],
    [['C1', 'C2'], null],
    [['C3'], null],
    [[], null],
  ])('in the rows beside of whose family the record stands (%s)', (besideFamily, ja) => {
    const order = nextOf({ ...two, facts: [tails, records], holders: [], besideFamily }).ja;
    if (ja) expect(order).toContain(`（C1 …0652・C2 …9013） → ${ja}`);
    else expect(order).not.toContain('家族');
    // Not shown, it is not told.
    expect(nextOf({ ...two, facts: [tails], holders: [], besideFamily }).ja).not.toContain('家族');
  });

  test('of a record without a number what the provider has stands in its place', () => {
    const originals = originalsOf({
      title: { ja: '民間サービス', en: 'Private services' },
      via: 'auth_serial',
    });
    const item = { ...two, facts: [records], holders: ['C1'], originals };
    expect(nextOf(item)).toEqual({
      ja: '申込時の本人確認記録（事業者に照会） → 同じ事務の他の記録（C1にはあり）の順に見て、決められなければ4（照会）を選びます',
      en: 'In order: the provider’s record of the identity check (ask the provider) → other records of this source (C1 has one); 4 (ask) if that does not tell',
    });
    const card = originalsOf({ title: { ja: 'マイナンバーカード', en: 'Cards' }, via: 'my_number' });
    expect(nextOf({ ...two, facts: [tails], originals: card }).ja).toBe(
      'カードの交付申請書の番号（C1 …0652・C2 …9013）を見て、決められなければ4（照会）を選びます',
    );
  });

  test('whether they are one person comes first where the register asks that', () => {
    const item = { ...two, twins: [['C1', 'C2']], facts: [tails, records], holders: ['C1', 'C2'] } as const;
    expect(nextOf(item).ja).toBe(
      '1人の二重登録か（先の事案） → 原本の番号（C1 …0652・C2 …9013） → 同じ事務の他の記録（どちらにもあり）の順に見て、決められなければ4（照会）を選びます',
    );
    const beside = {
      ...two,
      candidates: [fits(0.9)],
      doubles: [['C1', '12']],
      facts: [tails],
      holders: [],
    } as const;
    expect(nextOf(beside).ja).toBe(
      '1人の二重登録か（先の事案） → 原本の番号の順に見て、決められなければ4（照会）を選びます',
    );
  });

  test('what is hidden of a protected person is not told in the order either', () => {
    const hidden = fact('records', { decides: true, candidates: [null, null] });
    expect(nextOf({ ...two, facts: [hidden], holders: ['C1'] }).ja).toBe(
      '原本の番号を見て、決められなければ4（照会）を選びます',
    );
  });

  test('none where one fits better', () => {
    expect(nextOf({ ...two, candidates: [fits(0.9), fits(0.05)] }).ja).toContain('候補の方なら1');
    expect(nextOf({ ...two, candidates: [fits(0.5), fits(0.4, 'different')] }).ja).toContain('候補の方なら1');
  });
});
