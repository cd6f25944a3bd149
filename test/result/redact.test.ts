import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Case, PastDecision, PersonView } from '../../src/audit/case.js';
import type { Evidence } from '../../src/audit/evidence.js';
import { NOT_SHOWN } from '../../src/audit/words.js';
import { factsText } from '../../src/report/hand-off-people.js';
import { writeReports } from '../../src/report/index.js';
import type { Explanation } from '../../src/result/explain.js';
import { explanationJson, explanationText } from '../../src/result/explanation-text.js';
import { redact, redactCase, redactHistory } from '../../src/result/redact.js';
import type { Secrets } from '../../src/result/secrets.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';
import { temporaryFolder } from '../report/browser.js';
import { familyCase, NO_SECRETS, resultOf, type SampleCase } from '../report/sample-result.js';

const SECRET = '秘匿町1-2-3';
const SECRETS: Secrets = {
  ...NO_SECRETS,
  isProtectedPlace: (address) => address?.includes('秘匿町') ?? false,
};
const NUMBER = '979272444940';
const HIDDEN = '＊＊＊＊＊＊＊＊4940';

const row = (item: string, weight: number): Evidence => ({
  item,
  title: { ja: `${item}の題`, en: item },
  level: 'x',
  kind: item === 'prior' || item === 'rivals' ? 'missing' : 'different',
  weight,
  text: { ja: `${item}の文`, en: item },
});
const EVIDENCE = [row('prior', 7), row('given', -3.25), row('address', -5.5), row('rivals', 1.25)];

function caseWith(over: Partial<SampleCase>): SampleCase {
  const base = familyCase('F-1');
  return { ...base, evidence: EVIDENCE, total: -0.5, cause: null, ...over };
}

const base = familyCase('F-1');
const at = <P extends PersonView>(person: P, items: Readonly<Record<string, string>>): P => ({
  ...person,
  items: { ...person.items, ...items },
});

describe('somebody is protected', () => {
  test.each<[string, Partial<SampleCase>, boolean]>([
    ['nobody', {}, false],
    ['the linked resident, by the flag', { linked: { ...base.linked!, protected: true } }, true],
    [
      'a candidate, by the flag',
      { candidates: [base.candidates[0]!, { ...base.candidates[1]!, protected: true }] },
      true,
    ],
    [
      'the row in the place of the record, by the flag',
      { record: { ...base.record, protected: true } },
      true,
    ],
    ['the record has the address', { record: at(base.record, { address: SECRET }) }, true],
    ['the linked resident lives there', { linked: at(base.linked!, { address: SECRET }) }, true],
    [
      'an unflagged candidate lives there',
      { candidates: [base.candidates[0]!, at(base.candidates[1]!, { address: SECRET })] },
      true,
    ],
    ['the linked resident lived there', { linked: at(base.linked!, { previous_address: SECRET }) }, true],
    [
      'the record says that its person lived there',
      { record: at(base.record, { previous_address: SECRET }) },
      true,
    ],
  ])('%s', (_, over, expected) => {
    const shown = redactCase(caseWith(over), SECRETS);
    expect(shown.isProtected).toBe(expected);
    const addresses = [shown.record, shown.linked!, ...shown.candidates].map(({ items }) => items.address);
    expect(addresses.every((address) => address === null)).toBe(expected);
    expect(JSON.stringify(shown)).not.toContain('秘匿町');
    const says = shown.evidence.find(({ item }) => item === 'address')!;
    expect(says.level).toBe(expected ? 'hidden' : 'x');
    expect(shown.levels.address!.text.ja).toBe(
      expected ? '比較済み（結果は支援措置のため表示しません）' : 'addressの文',
    );
    expect(shown.candidates[0]!.levels.address!.text.ja).toBe(
      expected ? '比較済み（結果は支援措置のため表示しません）' : '住所は表記ゆれのみです',
    );
    // Neither the sentence of the reason nor the notes say how addresses compare.
    expect(shown.reason.ja.includes('address')).toBe(!expected);
    expect(shown.normalisations.some(({ ja }) => ja.startsWith('住所'))).toBe(!expected);
  });

  test('another record of the resident neither shows its address nor says how that compares', () => {
    const beside = [{ ...base.record, recordId: 'r-2', levels: base.candidates[0]!.levels }];
    const open = redactCase(caseWith({ kind: 'duplicate-link', beside }), SECRETS);
    expect(open.beside![0]!.levels.address!.text.ja).toBe('住所は表記ゆれのみです');
    const there = [{ ...beside[0]!, ...at(base.record, { address: SECRET }) }];
    const shown = redactCase(caseWith({ kind: 'duplicate-link', beside: there }), SECRETS);
    expect(shown.beside![0]!.levels.address!.text.ja).toBe('比較済み（結果は支援措置のため表示しません）');
    expect(shown.beside![0]!.levels.given).toEqual(base.candidates[0]!.levels.given);
    expect(JSON.stringify(shown)).not.toMatch(/秘匿町|表記ゆれ/);
  });

  test('they are protected whatever the object itself says, of a case and of an explanation', () => {
    const linked = { ...base.linked!, protected: true };
    const claim = { isProtected: false };
    expect(redactCase({ ...caseWith({ linked }), ...claim }, SECRETS).isProtected).toBe(true);
    expect(redact({ ...caseWith({ linked }), ...claim }, SECRETS).isProtected).toBe(true);
    expect(redact({ ...caseWith({}), isProtected: true }, SECRETS).isProtected).toBe(false);
    const next = (more: object) =>
      redactCase({ ...caseWith({ kind: 'duplicate-resident', linked }), ...more }, SECRETS).next;
    expect(next(claim)).toEqual(next({}));
  });

  test('whether a hidden address was compared may be told', () => {
    const [first, second] = base.candidates;
    const missing = { level: 'missing', kind: 'missing', text: { ja: '', en: '' } } as const;
    const none = { ...first!, items: { ...first!.items, address: null } };
    const candidates = [{ ...none, levels: { ...first!.levels, address: missing } }, second!];
    const shown = redactCase(caseWith({ candidates, linked: { ...base.linked!, protected: true } }), SECRETS);
    expect(shown.candidates.map(({ levels }) => levels.address?.text.ja)).toEqual([
      'この方が未登録のため比べていません',
      second!.levels.address && '比較済み（結果は支援措置のため表示しません）',
    ]);
    expect(shown.candidates[0]!.levels.address!.kind).toBe('missing');
  });

  test('beside what is hidden it is said who states none', () => {
    const missing = { level: 'missing', kind: 'missing', text: { ja: '', en: '' } } as const;
    const [first] = base.candidates;
    const said = (own: string | null, other: string | null) =>
      redactCase(
        caseWith({
          record: { ...base.record, items: { ...base.record.items, address: own } },
          linked: { ...base.linked!, protected: true },
          candidates: [
            {
              ...first!,
              items: { ...first!.items, address: other },
              levels: { ...first!.levels, address: missing },
            },
          ],
        }),
        SECRETS,
      ).candidates[0]!.levels.address!.text.ja;
    expect(said(null, '旭町1')).toBe('Aが未登録のため比べていません');
    expect(said('旭町1', ' ')).toBe('この方が未登録のため比べていません');
    expect(said(null, null)).toBe('どちらも未登録のため比べていません');
    expect(said('旭町1', '旭町2')).toBe('比べていません');
  });

  test('neither the weight of the level, by which the page of the model names it, nor any sum that it is part of is shown', () => {
    const shown = redactCase(caseWith({ linked: { ...base.linked!, protected: true } }), SECRETS);
    expect(shown.evidence.map(({ item, weight }) => [item, weight])).toEqual([
      ['prior', 7],
      ['given', -3.25],
      ['address', 0],
    ]);
    expect(shown.total).toBeNull();
  });

  test('of an address that nobody could compare the sum tells nothing, and is shown', () => {
    const evidence = EVIDENCE.map((one) =>
      one.item === 'address' ? { ...one, kind: 'missing' as const, weight: 0 } : one,
    );
    const candidates = base.candidates.map((one) => ({ ...one, levels: {} }));
    const linked = { ...base.linked!, protected: true };
    const shown = redactCase(caseWith({ evidence, candidates, total: 5, linked }), SECRETS);
    expect(shown.evidence.map(({ item }) => item)).toEqual(['prior', 'given', 'address', 'rivals']);
    expect(shown.total).toBe(5);
  });

  test('a case that hangs on what is hidden goes to staff who may see it', () => {
    const linked = { ...base.linked!, protected: true };
    const agreeing = EVIDENCE.map((one) => ({ ...one, kind: 'equal' as const }));
    const hanging = redactCase(caseWith({ evidence: agreeing, linked }), SECRETS);
    expect(hanging.next.ja).toContain('住所を閲覧できる職員に回し');
    expect(hanging.next.ja).toContain('4');
    expect(hanging.next.en).toContain('staff who may see addresses');
    // What is shown tells: the given name differs.
    expect(redactCase(caseWith({ linked }), SECRETS).next.ja).not.toContain('閲覧できる職員');
    // Nobody is protected.
    expect(redactCase(caseWith({ evidence: agreeing }), SECRETS).next.ja).not.toContain('閲覧できる職員');
  });

  test('whether a difference is explained, which may hang on the address, is told of nobody protected', () => {
    const evidence = [
      ...EVIDENCE.slice(0, 3),
      { ...row('explanation', -20), level: 'none' },
      row('rivals', 1.25),
    ];
    const open = redactCase(caseWith({ evidence, total: -20.5 }), SECRETS);
    expect(open.evidence.map(({ item }) => item)).toContain('explanation');
    // It is no item that differs, and no comparison.
    expect(open.reason.ja).not.toContain('explanationの題');
    expect(Object.keys(open.levels)).toEqual(['given', 'address']);
    const shown = redactCase(
      caseWith({ evidence, total: -20.5, linked: { ...base.linked!, protected: true } }),
      SECRETS,
    );
    expect(shown.evidence.map(({ item, weight }) => [item, weight])).toEqual([
      ['prior', 7],
      ['given', -3.25],
      ['address', 0],
    ]);
    expect(shown.total).toBeNull();
    // `explain` prints of it what the page does.
    const explained = redact(
      caseWith({ evidence, total: -20.5, linked: { ...base.linked!, protected: true } }),
      SECRETS,
    );
    expect([explained.total, explained.evidence.map(({ item }) => item)]).toEqual([
      null,
      ['prior', 'given', 'address'],
    ]);
    expect(redact(caseWith({ evidence, total: -20.5 }), SECRETS).total).toBe(-20.5);
  });

  test('rows of what leads home say that they are hidden, and those that are there by how people compare are not', () => {
    const fact = (
      item: string,
      record: string | null,
      linked: string,
      candidate: string,
      decides = true,
    ) => ({
      ...{ item, record, linked, beside: [], candidates: [candidate, candidate] },
      ...(decides ? { decides: true as const } : {}),
    });
    const facts = [
      fact('household_id', null, 'H-1', 'H-2', false),
      fact('status', '住民', '住民', '住民', false),
      fact('records', null, 'なし', '公金受取口座'),
      fact('number_tail', '…1234', '…1234', '…5678'),
      fact('household_id', null, 'H-1', 'H-2'),
      fact('previous_address', null, '緑町1-1', '緑町1-1'),
      fact('moved_on', null, '20211201', '20211201'),
    ];
    const open = redactCase(caseWith({ facts }), SECRETS);
    expect(open.facts).toEqual(facts);
    const hidden = { ja: '表示しません（支援措置）', en: 'Not shown (protected person)' };
    const shown = redactCase(caseWith({ facts, linked: { ...base.linked!, protected: true } }), SECRETS);
    expect(shown.facts!.map(({ item, record, linked }) => [item, record, linked])).toEqual([
      ['household_id', hidden, hidden],
      ['status', '住民', '住民'],
      ['records', hidden, hidden],
      ['number_tail', '…1234', '…1234'],
    ]);
    expect(shown.facts![2]!.candidates).toEqual([hidden, hidden]);
    // Who has none reads as who has some; a column that is not there says nothing.
    const blank = {
      ...fact('records', null, 'なし', 'なし'),
      linked: null,
      candidates: [null, { ja: 'x', en: 'x' }],
    };
    const flagged = { ...base.record, protected: true };
    const of = (part: Partial<Case>) =>
      redactCase(caseWith({ facts: [blank], record: flagged, ...part }), SECRETS).facts![0];
    expect(of({})).toMatchObject({ record: hidden, linked: hidden, candidates: [hidden, hidden] });
    expect(of({ linked: null })).toMatchObject({
      record: hidden,
      linked: null,
      candidates: [hidden, hidden],
    });
  });

  test.each([
    ['agrees', 'equal'],
    ['differs', 'different'],
    ['is another notation', 'equivalent'],
    ['is explained', 'explained'],
  ] as const)('one and the same is told of a hidden address that %s', (_, kind) => {
    const levelOf = (own: 'equal' | 'different' | 'equivalent' | 'explained') => {
      const levels = {
        ...base.candidates[0]!.levels,
        address: { level: own, kind: own, text: { ja: own, en: own } },
      };
      const [first, second] = [0.98, own === 'equal' ? 0.001 : 0.5].map((probability) => ({
        ...{ ...base.candidates[0]!, levels, probability, protected: true },
      }));
      return { ...first!, second: second! };
    };
    const told = (own: 'equal' | 'different' | 'equivalent' | 'explained') => {
      const { second, ...first } = levelOf(own);
      const facts = [
        { item: 'records', record: null, beside: [], linked: null, candidates: ['なし', 'あり'] },
      ];
      const weight = own === 'different' ? -5 : 4;
      const evidence = [row('given', -3), { ...row('address', weight), kind: own, level: own }];
      const item = caseWith({ candidates: [first, second], evidence, facts, holders: ['C2'] });
      const { reason, next, advice, levels, facts: rows } = redactCase(item, SECRETS);
      return { reason, next, advice, levels, rows };
    };
    expect(told(kind)).toEqual(told('equal'));
    expect(told(kind).reason.ja).toBe(
      'Bはgivenの題がAと一致しません。C1とC2の2人が、表示する項目では同じように一致し、この画面だけでは決められません。',
    );
    expect(told(kind).next.ja).not.toContain('他の記録');
  });

  test('two rows of the register have no last row, and no sum either', () => {
    const evidence = [row('given', 3), row('address', 9)];
    const shown = redactCase(
      caseWith({ evidence, total: 12, linked: { ...base.linked!, protected: true } }),
      SECRETS,
    );
    expect(shown.evidence.map(({ weight }) => weight)).toEqual([3, 0]);
    expect(shown.total).toBeNull();
  });

  test('what tells two rows of the register apart is hidden: who may see it is asked, and of others the family register', () => {
    const next = (protects: boolean) =>
      redactCase(
        caseWith({
          ...{ kind: 'duplicate-resident', source: 'register', cause: null, candidates: [] },
          linked: { ...base.linked!, protected: protects },
        }),
        SECRETS,
      ).next.ja;
    expect(next(true)).toBe(
      '表示する項目では決められません。住所を閲覧できる職員に回し、回答待ちは4（保留・要照会）を選びます',
    );
    expect(next(false)).toContain('戸籍と異動の履歴で同一人かを確かめます');
  });
});

describe('of a case that takes two people', () => {
  const said = (
    decision: 'right' | 'wrong-unknown' | 'hold' | 'withdrawn',
    reviewer: string,
    current = true,
  ) => ({
    ...{ decision, reviewer, current, candidate: null, reason: 'form', at: '2023-06-22' },
  });
  const shownOf = (
    review: 'second-needed' | 'on-hold' | 'disagreement' | 'closed',
    history: PastDecision[],
  ) =>
    redactCase(caseWith({ review, history }), SECRETS).history!.map(({ decision, reviewer, reason }) =>
      [decision, reviewer, reason].join(' '),
    );
  test.each([
    ['the first answer is not shown before the second', 'second-needed', [said('right', 'a')], ['sealed a ']],
    [
      'nor that it was changed',
      'second-needed',
      [said('right', 'a'), said('wrong-unknown', 'a')],
      ['sealed a '],
    ],
    [
      'nor one that was taken back',
      'second-needed',
      [said('right', 'a'), said('withdrawn', 'a'), said('right', 'b')],
      ['sealed a ', 'sealed b '],
    ],
    [
      'what was said of other evidence is',
      'second-needed',
      [said('right', 'a', false), said('right', 'b')],
      ['right a form', 'sealed b '],
    ],
    [
      'that somebody waits is',
      'on-hold',
      [said('right', 'a'), said('hold', 'b')],
      ['sealed a ', 'hold b form'],
    ],
    [
      'both are once both have answered',
      'disagreement',
      [said('right', 'a'), said('wrong-unknown', 'b')],
      ['right a form', 'wrong-unknown b form'],
    ],
    [
      'and when it is closed',
      'closed',
      [said('right', 'a'), said('right', 'b')],
      ['right a form', 'right b form'],
    ],
  ] as const)('%s', (_, review, history, expected) => {
    expect(shownOf(review, [...history])).toEqual(expected);
  });

  test('one that takes one person hides nothing', () => {
    const item = caseWith({ severity: 'medium', review: 'on-hold', history: [said('right', 'a')] });
    expect(redactCase(item, SECRETS).history![0]!.decision).toBe('right');
  });
});

describe('what has changed since a decision', () => {
  const sentence = (about: string | null, ja: string) => ({ about, ja, en: ja });
  const name = sentence('name', '氏名が変わりました');
  const address = sentence('address', '住所が変わりました');
  const before = sentence('previous_address', '転入前住所が変わりました');
  const unknown = sentence(null, 'どの項目かは分かりません');
  const hidden = ['表示しない項目が変わりました（支援措置）'];
  test.each([
    ['is told of nobody protected', [name, address], false, ['氏名が変わりました', '住所が変わりました']],
    ['is told without places of a protected person', [name, address], true, ['氏名が変わりました']],
    ['does not say that only the address has', [address, before], true, hidden],
    ['nor that it is something else', [unknown], true, hidden],
  ])('%s', (_, changed, hide, expected) => {
    const past = {
      decision: 'right' as const,
      candidate: null,
      reason: null,
      reviewer: 'a',
      at: '2023-06-22',
    };
    const [shown] = redactHistory([{ ...past, current: false, changed }], hide, SECRETS);
    expect(shown!.changed).toEqual(expected.map((ja) => ({ ja, en: expect.any(String) })));
  });
});

describe('numbers', () => {
  test('are masked in every item of everybody, in the registration, the notes and the reviewer', () => {
    const items = {
      name: `山田 ${NUMBER}`,
      kana: '979,272,444,940',
      birth_date: NUMBER,
      address: `本町1-1 ${NUMBER}`,
    };
    const filled = <P extends PersonView>(one: P): P => ({ ...at(one, items), birthDate: '1975-03-02' });
    const shown = redactCase(
      caseWith({
        record: filled(base.record),
        linked: at(filled(base.linked!), { address: `本町1-2 ${NUMBER}` }),
        candidates: base.candidates.map(filled),
        registration: {
          at: NUMBER,
          day: NUMBER,
          terminal: NUMBER,
          operator: '九七九二七二四四四九四〇',
          lookup: '9.79272444940E+11',
        },
        history: [
          {
            decision: 'right',
            candidate: null,
            reason: null,
            reviewer: NUMBER,
            at: '2023-06-22',
            current: true,
          },
        ],
      }),
      SECRETS,
    );
    for (const person of [shown.record, shown.linked!, ...shown.candidates]) {
      expect(person.items).toMatchObject({ name: `山田 ${HIDDEN}`, kana: HIDDEN, birth_date: HIDDEN });
    }
    expect(Object.values(shown.registration!)).toEqual(Array.from({ length: 5 }, () => HIDDEN));
    expect(shown.history![0]!.reviewer).toBe(HIDDEN);
    expect(shown.normalisations.length).toBeGreaterThan(0);
    expect(JSON.stringify(shown)).not.toMatch(/9[,、]?7[,、]?9[,、]?2[,、]?7/);
  });

  test('of the register are masked though their check digit is wrong; times can be read', () => {
    const isNumber = (digits: string) => digits === '123456789012';
    const items = { name: '123,456,789,012', kana: '979,272,444,940', birth_date: '19750302000000' };
    const shown = redactCase(caseWith({ record: at(base.record, items) }), { ...SECRETS, isNumber });
    expect(shown.record.items).toMatchObject({
      name: '＊＊＊＊＊＊＊＊9012',
      kana: '979,272,444,940',
      birth_date: '1975-03-02 00:00:00',
    });
  });
});

test('whose office has a related case is told, but where a protected person is concerned on either side', () => {
  const how = { ja: '入れ替わりの相手', en: 'swapped with this one' };
  const related = (id: string, organisation: string, part = {}) => ({
    ...{ id, kind: 'swapped-links', how },
    elsewhere: { organisation, isLed: id === 'led', ...part },
  });
  const relatedCases = [
    { id: 'here', kind: 'swapped-links', how },
    related('told', 'p'),
    related('led', 'p', { isGuarded: true }),
    related('register', '-', { isGuarded: true }),
  ];
  const placesOf = (item: Parameters<typeof redactCase>[0]) =>
    redactCase(item, SECRETS).relatedCases!.map(({ elsewhere }) => elsewhere ?? 'here');
  const hidden = { organisation: null, isLed: false };
  const register = { organisation: '-', isLed: false };
  const own = caseWith({ relatedCases });
  expect(placesOf(own)).toEqual(['here', { organisation: 'p', isLed: false }, hidden, register]);
  const linked = { ...own.linked!, protected: true };
  expect(placesOf({ ...own, linked })).toEqual(['here', hidden, hidden, register]);
});

describe('a record beside that is of another office', () => {
  const channel = { item: 'channel', record: 'T1', beside: ['T2', 'T3'], linked: null, candidates: [] };
  const days = {
    item: 'registered_at',
    record: '2022',
    beside: ['2023', '2024'],
    linked: null,
    candidates: [],
  };
  const beside = [true, false].map((isElsewhere, index) => ({
    ...{ ...base.record, recordId: `r-${index + 2}`, isElsewhere },
    levels: base.candidates[0]!.levels,
  }));
  const item = caseWith({ kind: 'duplicate-link', beside, facts: [channel, days] });
  const shownOf = (part: Partial<typeof item>) => {
    const shown = redactCase({ ...item, ...part }, SECRETS);
    return [shown.beside!.map(({ recordId }) => recordId), ...shown.facts!.map((row) => row.beside)];
  };
  const open = [['r-2', 'r-3'], channel.beside, days.beside];
  const hidden = [[null, 'r-3'], [NOT_SHOWN, 'T3'], days.beside];
  const how = { ja: '同じ紐付け', en: 'same link' };
  const related = (part: object) => [
    { id: 'F-9', kind: 'wrong-resident', how, elsewhere: { organisation: 'p', isLed: false, ...part } },
  ];

  test('is named by its key and its terminal', () => {
    expect(shownOf({})).toEqual(open);
    expect(shownOf({ relatedCases: related({}) })).toEqual(open);
    expect(redactCase(item, SECRETS).beside![0]).not.toHaveProperty('isElsewhere');
  });
  test('but of a protected person, or beside a case of one, by neither: both tell the town', () => {
    expect(shownOf({ linked: { ...item.linked!, protected: true } })).toEqual(hidden);
    expect(shownOf({ relatedCases: related({ isGuarded: true }) })).toEqual(hidden);
  });
  test('nor are other records told beside a case of a protected person: they name their offices', () => {
    const told = { ja: 'カード（機関 p、要確認 F-9）', en: 'Cards (organisation p, to be checked F-9)' };
    const records: NonNullable<Case['facts']>[number] = {
      ...({ item: 'records', decides: true, record: null, beside: [] } as const),
      ...{ linked: told, candidates: [told] },
    };
    const recordsOf = (isGuarded: boolean) =>
      redactCase(
        {
          ...item,
          beside: undefined,
          facts: [records],
          relatedCases: related(isGuarded ? { isGuarded } : {}),
        },
        SECRETS,
      ).facts![0]!;
    expect(recordsOf(false)).toEqual(records);
    expect(JSON.stringify(recordsOf(true))).not.toMatch(/機関|organisation p|F-9/);
    expect(recordsOf(true)).toMatchObject({ record: NOT_SHOWN, linked: NOT_SHOWN, candidates: [NOT_SHOWN] });
  });
  test('nor in the table that is handed over', () => {
    const shown = redactCase({ ...item, linked: { ...item.linked!, protected: true } }, SECRETS);
    expect(factsText(shown.facts!, shown.beside!, 'ja')).toBe(
      'A2 表示しません（支援措置）、A3 r-3。端末など A T1、A2 表示しません（支援措置）、A3 T3。登録日時 A 2022、A2 2023、A3 2024',
    );
  });
});

test('of the blind sample nothing is left by which the program could sway the decision', () => {
  const shown = redactCase(caseWith({ blind: true, cause: 'family', related: ['F-2'] }), SECRETS);
  expect(shown).toMatchObject({
    kind: 'clean-sample',
    cause: null,
    grade: null,
    probability: null,
    severity: null,
    candidates: [],
    evidence: [],
    total: 0,
    related: [],
  });
  expect(shown.headline.ja).toContain('抽出した紐付けの点検');
  expect(shown.reason.en).toContain('not shown');
  // What the items say is what the reviewer looks at.
  expect(shown.levels.given!.kind).toBe('different');
});

test('of the blind sample each level says what differs, and nothing of what that may mean', () => {
  // Said of how common a name is among people of a sex and age, which is no comparison of the two.
  const odd = 'このカナで読めますが、この性別・年代の方にはまれな名です';
  for (const { id, levels } of COMPARISONS) {
    for (const { id: level, kind } of levels) {
      const evidence = [{ ...row(id, 1), level, kind, text: { ja: odd, en: 'next to nobody is called so' } }];
      const { text } = redactCase(caseWith({ blind: true, evidence }), SECRETS).levels[id]!;
      expect(text.ja).not.toMatch(/可能性|まれ|誤記|書き起こし|変わることがあり/);
      expect(text.en).not.toMatch(/may be|slip|another person|by ear|people change|nobody/);
      expect(redactCase(caseWith({ evidence }), SECRETS).levels[id]!.text.ja).toBe(odd);
    }
  }
  const said = (id: string, level: string) => {
    const evidence = [{ ...row(id, 1), level }];
    return redactCase(caseWith({ blind: true, evidence }), SECRETS).levels[id]!.text;
  };
  expect(said('family', 'near_known')).toEqual({
    ja: '氏のカナは1文字違いです',
    en: 'Family name is one kana off',
  });
  expect(said('given', 'half_written').ja).toBe('名は2字のうち1字が異なります');
  expect(said('given', 'latin_differs').ja).toBe('名がローマ字の名と一致しません');
  expect(said('phone', 'different').ja).toBe('電話番号が異なります');
  expect(said('birth_date', 'different').ja).toBe('生年月日が一致しません');
});

test('of the blind sample it is told what can be compared, where that is little', () => {
  const reasonOf = (record: Record<string, string | null>, linked: Record<string, string | null>) =>
    redactCase(
      caseWith({
        blind: true,
        record: at(base.record, record as never),
        linked: at(base.linked!, linked as never),
      }),
      SECRETS,
    ).reason;
  const all = {
    name: '山田 花子',
    kana: 'ヤマダ ハナコ',
    birth_date: '1975-03-02',
    sex: '女',
    address: '中央1',
  };
  const none = { name: null, kana: null, birth_date: null, sex: null, address: null };
  const kana = { ...none, kana: 'ヤマダ ハナコ' };
  const always = '判断に影響しないよう、プログラムの評価は表示していません。';
  expect(reasonOf(all, all).ja).toBe(always);
  expect(reasonOf(kana, all).ja).toBe(`比べられるのはカナだけです。決められなければ4を選びます。${always}`);
  expect(reasonOf(kana, { ...all, kana: null }).ja).toContain('比べられるのはカナとBの氏名の読みだけです。');
  expect(reasonOf({ ...kana, sex: '2' }, all).en).toContain('Nothing but kana and sex can be compared');
  expect(reasonOf(none, all).ja).toBe(always);
});

const BETWEEN = ['', ' ', '-', ',', '/', '_', '番', '　　', '\u200b', '・', '. '];
const notations = fc
  .array(fc.constantFrom(...BETWEEN), { minLength: 12, maxLength: 12 })
  .map((marks) => [...NUMBER].map((digit, i) => digit + (i < 11 ? marks[i] : '')).join(''));
const SHOWN_NUMBER = new RegExp([...NUMBER].join('[^0-9A-Za-z]{0,4}'));
/** What a page shows of a mark that nobody sees. */
const UNSEEN = /〓\(U\+[0-9A-F]+\)|\\u200b/g;

const texts = fc.oneof(
  fc.constant('山田 花子'),
  notations,
  notations.map((number) => `山田 ${number} 様`),
);
const addresses = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('本町9-8-7', '緑町1-1') },
  fc.constantFrom(SECRET, '東京都秘匿町一丁目2番3号'),
  notations.map((number) => `緑町1-1 ${number}`),
);
const items = fc.record({
  name: texts,
  kana: texts,
  birth_date: texts,
  sex: texts,
  address: addresses,
  alias: texts,
});
const someone = fc.record({ items, protected: fc.boolean(), previous: fc.option(addresses) });
const weights = fc.integer({ min: -700, max: 700 }).map((weight) => weight / 100);

/** The score of a case of the blind sample, and its best candidate. */
const BLIND = { probability: 0.31337, weight: 31.37, candidate: 'BLIND-CANDIDATE' };

const cases = fc
  .record({
    people: fc.tuple(someone, someone, someone, someone),
    registration: fc.record({ at: texts, day: texts, terminal: texts, operator: texts, lookup: texts }),
    weights: fc.tuple(weights, weights, weights, weights),
    blind: fc.boolean(),
  })
  .map(
    ({
      people,
      registration,
      weights: [prior, given, address, rivals],
      blind,
    }): Omit<SampleCase, 'findingId'> => {
      const [record, linked, one, two] = people.map(({ items: own, protected: flag, previous }) => ({
        items: { ...own, ...(previous === null ? {} : { previous_address: previous }) },
        birthDate: null,
        protected: flag,
      }));
      const evidence = [
        row('prior', prior),
        row('given', given),
        row('address', address),
        row('rivals', rivals),
      ];
      const { findingId: _, ...sample } = familyCase('F-1');
      return {
        ...sample,
        record: { ...record!, residentId: null },
        linked: { ...linked!, residentId: 'R-1' },
        candidates: [one!, two!].map((each, i) => ({
          ...sample.candidates[i]!,
          ...each,
          residentId: blind ? BLIND.candidate : `R-${i + 2}`,
        })),
        evidence: blind ? evidence.map((each) => ({ ...each, weight: BLIND.weight })) : evidence,
        total: 0,
        probability: blind ? BLIND.probability : 0.9,
        registration,
        ...(blind ? { blind } : {}),
      };
    },
  );

describe('whatever is in a case', () => {
  const runs = { numRuns: 6 };

  test('no format shows a number, a protected place, or a score of the blind sample', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 30, maxLength: 60 }), async (made) => {
        const all = made.map((each, i): SampleCase => ({ ...each, findingId: `F-${i}` }));
        const dir = temporaryFolder();
        await writeReports(resultOf(new Map([['01130012', all]]), SECRETS), dir, ['html', 'xlsx', 'csv']);
        for (const { name, text } of textsIn(dir)) expect(told(text), name).toEqual([]);
        rmSync(dir, { recursive: true });
      }),
      runs,
    );
  });

  test('nor does the terminal show a number or a protected place', () => {
    fc.assert(
      fc.property(
        cases.filter(({ blind }) => !blind),
        ({ record, linked, candidates, source, recordId }) => {
          const explanation: Explanation = {
            ...{ source, recordId, record, linked, candidates, evidence: EVIDENCE, total: -0.5 },
            ...{
              residentId: 'R-1',
              grade: 'C',
              probability: 0.5,
              shares: {},
              explanations: [],
              findings: ['F-1'],
            },
          };
          const shown = redact(explanation, SECRETS);
          const printed = [
            explanationText(shown, 'ja'),
            explanationText(shown, 'en'),
            JSON.stringify(explanationJson(shown)),
          ];
          for (const text of printed) expect(told(text)).toEqual([]);
          if (shown.isProtected) expect(printed.join('\n')).not.toContain('addressの文');
        },
      ),
    );
  });
});

/** What a text shows of the secrets that cases were filled with. */
function told(text: string): readonly string[] {
  const seen = text.replaceAll(UNSEEN, '');
  const secrets = ['秘匿町', BLIND.candidate, '0.3134', '0.31337', '31.3', '31.4'].filter((secret) =>
    seen.includes(secret),
  );
  return [...secrets, ...(SHOWN_NUMBER.exec(seen) ?? [])];
}

function textsIn(dir: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    if (/\.(html|csv)$|data\/.*\.js$/.test(name))
      return [{ name, text: readFileSync(join(dir, name), 'utf8') }];
    if (!name.endsWith('.xlsx')) return [];
    const parts = Object.entries(unzipSync(readFileSync(join(dir, name))));
    return parts.map(([part, bytes]) => ({
      name: `${name}/${part}`,
      text: Buffer.from(bytes).toString('utf8'),
    }));
  });
}

test('the key of a resident is shown as it is, unless it is a My Number that stands in its place', () => {
  const told = (record: string, linked: string | null, candidates: string[]) => {
    const facts = [{ item: 'resident_id', record, beside: [], linked, candidates }];
    return redactCase(caseWith({ facts }), SECRETS).facts![0]!.record;
  };
  expect(told('0001234', '0001234', ['0001243'])).toBe('0001234');
  expect(told('000000001234', null, [])).toBe('000000001234');
  // 983205673214 is the published example of a valid number.
  expect(told('983205673214', null, ['0001243'])).toBe('＊＊＊＊＊＊＊＊3214');
  expect(told('9832-0567-3214', null, [])).not.toContain('0567');
  // A key of the register may have its check digit by chance.
  expect(told('983205673214', '983205673214', [])).toBe('983205673214');
});
