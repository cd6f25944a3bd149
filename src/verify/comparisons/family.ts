import type { Comparison } from '../comparison.js';
import { type NameLevelId, nameLevels } from '../name-levels.js';
import { NAME_ITEMS, names } from '../names.js';

const title = { ja: '氏', en: 'Family name' };

/** What a change of the family name leaves; in Latin letters nobody can tell which word it is. */
const CHANGED: ReadonlySet<string> = new Set<NameLevelId>(['reading_differs', 'different']);

/** A relative bears the family name as well. */
const comparison: Comparison = {
  id: 'family',
  title,
  about: 'family',
  levels: nameLevels(title, 0.006).map((level) => ({
    ...level,
    kin: true,
    ...(CHANGED.has(level.id) ? { changed: true } : {}),
  })),
  items: NAME_ITEMS,
  row: 'name',
  rows: ['name', 'kana'],
  by: names,
  part: 0,
  // In names without separator two characters stand for the family name, as they mostly do.
  collision: { value: 'coalesce(nf, kf, left(nw, 2))', where: 'coalesce(nf, kf, nw) IS NOT NULL' },
  frequency: { written: 'nf', kana: 'kf' },
};

export default comparison;
