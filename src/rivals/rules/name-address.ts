import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'name-address',
  title: { ja: '氏名と住所が記録と一致', en: 'Name and address equal the record' },
  relation: 'resembles',
  cap: 20,
  reads: ['suspects', 'residents'],
  sql: ['kw', 'nw']
    .map(
      (item) => `
    SELECT s.lid, r.rid, CASE WHEN r.address = s.address THEN 0 ELSE 1 END AS closeness
    FROM suspects s JOIN residents r ON r.house = s.house AND r.${item} = s.${item}`,
    )
    .join(' UNION ALL '),
};

export default rule;
