import type { Comparison } from '../audit/level.js';

/** Sex codes 1 and 2; 0 is not stated and compares with nothing. */
const comparison: Comparison = {
  id: 'sex',
  title: { ja: '性別', en: 'Sex' },
  levels: [
    { id: 'missing', kind: 'missing', title: { ja: '性別が未登録です', en: 'Sex not stated' }, m: 0 },
    { id: 'exact', kind: 'equal', title: { ja: '性別が一致します', en: 'Sex agrees' }, m: 0.9995 },
    { id: 'different', kind: 'different', title: { ja: '性別が一致しません', en: 'Sex differs' }, m: 0.0005 },
  ],
};

export default comparison;
