import { describe, expect, test } from 'vitest';
import type { FactText } from '../../src/audit/case.js';
import { adviceOf } from '../../src/result/advice.js';

const RULE = '本籍・筆頭者（外国人は在留カードの番号）も同じなら1、違えば3です。';
const NONE = { ja: 'なし', en: 'none' };
const CARD = { ja: 'マイナンバーカード', en: 'Cards' };
const DEAD = { ja: '死亡', en: '死亡 (died)' };
const row = (item: string, record: FactText | null, linked: FactText | null) => ({
  ...{ item, record, linked },
  ...{ beside: [], candidates: [] },
});
const of = (facts: readonly ReturnType<typeof row>[], isProtected = false) =>
  adviceOf({ kind: 'duplicate-resident', evidence: [], candidates: [], facts, isProtected } as never);

describe('two rows of the register', () => {
  test.each<[what: string, facts: readonly ReturnType<typeof row>[], ja: string]>([
    ['nothing beside', [], ''],
    [
      'one has ended',
      [row('status', '住民', '死亡'), row('records', NONE, CARD)],
      '状態が異なるので、異動の届出がどちらの行のものかを先に見ます。',
    ],
    [
      'only the other is in use',
      [row('status', '住民', '住民'), row('records', NONE, CARD)],
      '他の記録はBだけにあり、二重登録ならAが余分な行とみられます。',
    ],
    [
      'both have ended in the same way',
      [row('status', DEAD, { ...DEAD }), row('records', NONE, CARD)],
      '他の記録はBだけにあり、二重登録ならAが余分な行とみられます。',
    ],
    [
      'both have, in two ways',
      [row('status', DEAD, { ja: '転出', en: '転出 (moved away)' })],
      '状態が異なるので、異動の届出がどちらの行のものかを先に見ます。',
    ],
    [
      'only this one is',
      [row('records', CARD, NONE)],
      '他の記録はAだけにあり、二重登録ならBが余分な行とみられます。',
    ],
    ['both are', [row('records', CARD, CARD)], '他の記録はどちらにもあり、両方の行が使われています。'],
    [
      'neither is, in one household',
      [row('records', NONE, NONE), row('household_id', '1', '1')],
      '世帯番号は同じです。',
    ],
    ['in two households', [row('records', NONE, NONE), row('household_id', '1', '2')], ''],
    ['a state that one does not state', [row('status', null, '死亡')], ''],
  ])('%s', (_, facts, ja) => {
    const advice = of(facts)!;
    expect(advice.ja).toBe(ja + RULE);
    expect(advice.en).toMatch(/^[A-Z][^。]+\.$/);
    // A line of an office's screen.
    expect(advice.ja.length).toBeLessThan(76);
    expect(advice.en.length).toBeLessThan(165);
  });

  test('of a protected person they are passed on, and nothing is told', () => {
    expect(of([row('records', NONE, CARD)], true)).toBeUndefined();
  });
});
