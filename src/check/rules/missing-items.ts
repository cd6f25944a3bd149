import { OFTEN_EMPTY } from '../../audit/items.js';
import type { Check } from '../check.js';

/** From this share on, an empty item weakens the audit of the whole source. */
const MUCH = 0.2;
/** Without these a row cannot be tied to anything. */
const KEYS = ['resident_id', 'record_id'];

const check: Check = {
  id: 'missing-items',
  title: { ja: '空欄の項目があります', en: 'Items left empty' },
  advice: {
    ja: '空欄の項目は照合に使えず、判定不能 (U) が増えます。抽出条件で出力できる項目がないかを確認してください。',
    en: 'Empty items take no part in the comparison and more links end as U. See whether the extract can include them.',
  },
  severity: 'info',
  run: async (_, { profile }) =>
    profile.flatMap(({ source, item, rows, filled }) => {
      if (OFTEN_EMPTY.includes(item)) return [];
      const count = rows - filled;
      const severity = KEYS.includes(item) ? 'error' : count >= rows * MUCH ? 'warning' : 'info';
      return [{ source, item, count, of: rows, severity }];
    }),
};

export default check;
