import type { Check, Observation } from '../check.js';
import type { ItemProfile } from '../counts.js';

/** A source that grew or shrank by more than this share, or an item whose filled share moved by more than this. */
const ROWS_SHARE = 0.1;
const FILLED_SHARE = 0.05;
/** Small sources move by chance. */
const FEWEST_ROWS = 100;

const check: Check = {
  id: 'jumps',
  title: { ja: '前回の実行から{what}が大きく変わりました', en: 'Much changed since the last run: {what}' },
  advice: {
    ja: '抽出条件や提供元のシステムに変更がなかったかを確認してください。件数は前回との差です。',
    en: 'See whether the extract or the system behind it has changed. The count is the difference from last time.',
  },
  severity: 'warning',
  run: async (_, { profile, previous }) => {
    if (!previous) return [];
    const before = new Map(previous.map((each) => [`${each.source} ${each.item}`, each]));
    const seen = new Set<string>();
    return profile.flatMap((now) => {
      const then = before.get(`${now.source} ${now.item}`);
      if (!then || Math.max(then.rows, now.rows) < FEWEST_ROWS) return [];
      const rows = seen.has(now.source) ? [] : rowJump(now, then);
      seen.add(now.source);
      return [...rows, ...filledJump(now, then)];
    });
  },
};

function rowJump(now: ItemProfile, then: ItemProfile): readonly Observation[] {
  const count = Math.abs(now.rows - then.rows);
  if (count <= then.rows * ROWS_SHARE) return [];
  return [
    { source: now.source, item: null, count, of: then.rows, what: { ja: '行数', en: 'number of rows' } },
  ];
}

function filledJump(now: ItemProfile, then: ItemProfile): readonly Observation[] {
  const change = now.filled / Math.max(now.rows, 1) - then.filled / Math.max(then.rows, 1);
  if (Math.abs(change) <= FILLED_SHARE) return [];
  return [
    {
      source: now.source,
      item: now.item,
      count: Math.round(Math.abs(change) * now.rows),
      of: now.rows,
      what: { ja: '空欄の割合', en: 'share of empty values' },
    },
  ];
}

export default check;
