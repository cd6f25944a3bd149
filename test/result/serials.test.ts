import { describe, expect, test } from 'vitest';
import type { CandidateView, Case } from '../../src/audit/case.js';
import { adviceOf } from '../../src/result/advice.js';
import { reasonOf } from '../../src/result/reason.js';

/** Somebody whom the record fits with so much probability. */
const somebody = (probability: number): CandidateView => ({
  ...{ residentId: 'R', items: {}, birthDate: null, protected: false, probability, why: [] },
  levels: { family: { level: 'exact', kind: 'equal', text: { ja: '', en: '' } } },
});
const serials = (candidate: string | null): NonNullable<Case['facts']> => [
  { item: 'serial', record: '…000552', beside: [], linked: null, candidates: [candidate] },
];

describe('a certificate whose serial no resident has', () => {
  test.each<[what: string, part: Partial<Case>, reason: string, advice: string]>([
    [
      'of somebody who has another, lower one now',
      { candidates: [somebody(1)], facts: serials('…000296') },
      'Aのシリアル番号は、C1の更新前のものとみられます。',
      '番号の大小から新旧は分かりません。発行元の記録でAがC1の前の証明書なら1、別の方の証明書なら2を選びます。',
    ],
    [
      'of somebody who has another, higher one now: no order is read from serials',
      { candidates: [somebody(0.9)], facts: serials('…000999') },
      'Aのシリアル番号は、C1の更新前のものとみられます。',
      '番号の大小から新旧は分かりません。発行元の記録でAがC1の前の証明書なら1、別の方の証明書なら2を選びます。',
    ],
    [
      'of somebody who has none now',
      { candidates: [somebody(1)], facts: serials(null) },
      'Aのシリアル番号は、C1の失効したものとみられます（今の証明書はなし）。',
      '発行元の記録でAがC1の証明書だったなら、再発行の予定があれば1、なければ2、別の方の証明書でも2を選びます。',
    ],
    [
      'of nobody in the register',
      { candidates: [] },
      'Aのシリアル番号は不明です（今の住民にありません）。',
      '転出・死亡した方か、ほかの市区町村の方の証明書とみられます。発行元の記録で失効していれば2、有効なら3を選びます。',
    ],
    [
      'of somebody who is less likely than not',
      { candidates: [somebody(0.4)], facts: serials('…000296') },
      'Aのシリアル番号は不明です（今の住民にありません）。',
      '転出・死亡した方か、ほかの市区町村の方の証明書とみられます。発行元の記録で失効していれば2、有効なら3を選びます。',
    ],
  ])('%s', (_, part, reason, advice) => {
    const item = { kind: 'stale-binding', cause: null, evidence: [], candidates: [], related: [], ...part };
    const said = reasonOf(item);
    expect(said.ja.startsWith(reason)).toBe(true);
    const told = adviceOf(item)!;
    expect(told.ja).toBe(advice);
    expect(told.en).toMatch(/^[A-Z][^。]+\.$/);
    // A line of an office's screen.
    expect(told.ja.length).toBeLessThan(76);
    expect(told.en.length).toBeLessThan(165);
  });

  test('of a link that is wrong, which a serial ties to somebody, nothing of the kind is said', () => {
    const item = { kind: 'wrong-resident', evidence: [], candidates: [somebody(1)] } as const;
    expect(adviceOf({ ...item, facts: serials('…000551') })).toBeUndefined();
  });
});
