import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'name-part-address',
  title: { ja: '氏または名と、住所が記録と一致', en: 'Family or given name, and address, equal the record' },
  relation: 'resembles',
  cap: 20,
  sql: ['nf', 'kf', 'ng', 'kg']
    .map(
      (item) => `
    SELECT s.lid, r.rid, abs(coalesce(r.dob, 0) - coalesce(s.dob, 0)) AS closeness
    FROM suspects s JOIN residents r ON r.house = s.house AND r.${item} = s.${item}`,
    )
    .join(' UNION ALL '),
};

export default rule;
