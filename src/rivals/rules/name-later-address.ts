import { makeLaterHouses } from '../../verify/gazetteer/later-houses.js';
import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'name-later-address',
  title: {
    ja: '氏名と、番地の変更後の住所が記録と一致',
    en: 'Name, and address under its later numbers, equal the record',
  },
  relation: 'resembles',
  cap: 20,
  prepare: makeLaterHouses,
  reads: ['suspects', 'later_houses', 'residents'],
  sql: ['kw', 'nw']
    .map(
      (item) => `
    SELECT h.lid, r.rid, 0 AS closeness
    FROM later_houses h JOIN suspects s ON s.lid = h.lid
    JOIN residents r ON r.house = h.house AND r.${item} = s.${item}`,
    )
    .join(' UNION ALL '),
};

export default rule;
