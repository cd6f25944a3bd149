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
    ja: '列の割り当ての誤りか、固定値で出力された項目の可能性があります。',
    en: 'The wrong column may be mapped, or the export fills the item with a fixed value.',
  },
  severity: 'error',
  run: async (_, { profile }) =>
    profile.map(({ source, item, filled, constant }) => ({
      source,
      item,
      count: constant && filled >= FEWEST ? filled : 0,
      of: filled,
      severity: MAY_BE_CONSTANT.includes(item) ? 'info' : 'error',
    })),
};

export default check;
