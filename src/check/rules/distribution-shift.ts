import type { Check } from '../check.js';
import type { ItemProfile } from '../counts.js';

/** Share of values that must have moved to another shape since the last run. */
const SHAPES_MOVED = 0.1;
/** Share that must have begun or ceased to repeat: distinct values of large inputs are only estimated. */
const REPEATING_MOVED = 0.25;
/** Small sources move by chance. */
const FEWEST = 100;

const check: Check = {
  id: 'distribution-shift',
  title: {
    ja: '前回の実行から{what}の分布が変わりました',
    en: 'Distributed otherwise than in the last run: {what}',
  },
  advice: {
    ja: '書式の変更、コード体系の変更、列のずれがないかを確認してください。件数は分布が移った分の目安です。',
    en: 'Look for another notation, another set of codes or shifted columns. The count estimates the values that moved.',
  },
  severity: 'warning',
  run: async (_, { profile, previous }) => {
    const before = new Map((previous ?? []).map((each) => [`${each.source} ${each.item}`, each]));
    return profile.flatMap((now) => {
      const then = before.get(`${now.source} ${now.item}`);
      // A run of an earlier version may have kept no shapes.
      if (!then?.shapes || Math.min(now.filled, then.filled) < FEWEST) return [];
      const observe = (share: number, limit: number, ja: string, en: string) =>
        share <= limit
          ? []
          : [
              {
                source: now.source,
                item: now.item,
                count: Math.round(share * now.filled),
                of: now.filled,
                what: { ja, en },
              },
            ];
      return [
        ...observe(shapeShift(now, then), SHAPES_MOVED, '値の形', 'shape of values'),
        ...observe(distinctShift(now, then), REPEATING_MOVED, '値の種類の数', 'number of distinct values'),
      ];
    });
  },
};

/** Share of values whose shape is more common than it was, or was more common than it is. */
function shapeShift(now: ItemProfile, then: ItemProfile): number {
  return Math.max(excess(now.shapes, then.shapes), excess(then.shapes, now.shapes));
}

/** A shape that is not among the commonest of the other run may have been as common as the last of them. */
function excess(these: ItemProfile['shapes'], others: ItemProfile['shapes']): number {
  const shares = new Map(others.map(({ shape, share }) => [shape, share]));
  const rest = 1 - others.reduce((sum, { share }) => sum + share, 0);
  const unlisted = Math.min(rest, others.at(-1)?.share ?? 1);
  return these.reduce(
    (sum, { shape, share }) => sum + Math.max(0, share - (shares.get(shape) ?? unlisted)),
    0,
  );
}

function distinctShift(now: ItemProfile, then: ItemProfile): number {
  return Math.abs(now.distinct / now.filled - then.distinct / then.filled);
}

export default check;
