import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'same-record',
  title: { ja: '同じ記録が紐付く別の住民', en: 'Another resident on the same record' },
  relation: 'same-record',
  cap: 10,
  reads: ['suspects', 'links'],
  sql: `
    SELECT s.lid, n.rid, 0 AS closeness
    FROM suspects s JOIN links n ON n.src = s.src AND n.record_id = s.record_id AND n.lid <> s.lid
    WHERE n.rid IS NOT NULL`,
};

export default rule;
