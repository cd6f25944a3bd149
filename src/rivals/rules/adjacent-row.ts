import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'adjacent-row',
  title: { ja: '前後2行の記録の紐付け先', en: 'Linked from a record within two rows' },
  relation: 'adjacent-row',
  cap: 4,
  reads: ['suspects', 'links'],
  sql: `
    SELECT s.lid, n.rid, n.lid AS beside, abs(d.k) AS closeness
    FROM suspects s CROSS JOIN (VALUES (-2), (-1), (1), (2)) AS d(k)
    JOIN links n ON n.lid = s.lid + d.k AND n.src = s.src AND n.file = s.file
    WHERE n.rid IS NOT NULL`,
};

export default rule;
