import type { Check } from '../check.js';

/** Fewer rows may well agree by chance. */
const FEWEST = 20;
/** Items that may be the same for everyone in one export. */
const MAY_BE_CONSTANT = [
  'municipality',
  'organisation',
  'status',
  'protected',
  'lookup',
  'terminal',
  'operator',
];

const check: Check = {
  id: 'constant-columns',
  title: { ja: 'すべての行が同じ値の項目があります', en: 'One value in every row' },
  advice: {
    ja: '列の割り当ての誤りか、固定値で出力された項目の可能性があります。支援措置では、全員を対象者と読んでいないか、対象者の印が別の列にないかを確認してください。',
    en: 'The wrong column may be mapped, or the export fills the item with a fixed value. Of the flag of protected persons see whether everybody is taken for one, or the flag stands in another column.',
  },
  severity: 'error',
  run: async (_, { profile }) =>
    profile.map(({ source, item, rows, filled, constant }) => ({
      source,
      item,
      // A flag that is there of those concerned alone is the same of all of them.
      count: constant && filled >= FEWEST && !(item === 'protected' && filled < rows) ? filled : 0,
      of: filled,
      severity: MAY_BE_CONSTANT.includes(item) ? 'info' : 'error',
    })),
};

export default check;
