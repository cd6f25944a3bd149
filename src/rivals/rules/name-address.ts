import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'name-address',
  title: { ja: '氏名と住所が記録と一致', en: 'Name and address equal the record' },
  relation: 'resembles',
  cap: 20,
  sql: ['kw', 'nw']
    .map(
      (name) => `
    SELECT s.lid, d.rid, CASE WHEN d.address = s.address THEN 0 ELSE 1 END AS closeness
    FROM suspects s JOIN dwellings d ON d.place = s.place AND d.${name} = s.${name}`,
    )
    .join(' UNION ALL '),
};

export default rule;
