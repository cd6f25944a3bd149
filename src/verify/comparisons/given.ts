import type { Comparison } from '../comparison.js';
import { nameLevels } from '../name-levels.js';
import { NAME_ITEMS, names } from '../names.js';

const title = { ja: '名', en: 'Given name' };

const comparison: Comparison = {
  id: 'given',
  title,
  about: 'given',
  levels: nameLevels(title, 0.0004),
  items: NAME_ITEMS,
  row: 'name',
  rows: ['name', 'kana'],
  by: names,
  part: 1,
  collision: { value: 'coalesce(ng, kg, substr(nw, 3))', where: 'coalesce(ng, kg, nw) IS NOT NULL' },
  frequency: { written: 'ng', kana: 'kg' },
};

export default comparison;
