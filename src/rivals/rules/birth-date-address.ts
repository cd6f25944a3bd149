import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'birth-date-address',
  title: { ja: '生年月日と住所が記録と一致', en: 'Date of birth and address equal the record' },
  relation: 'resembles',
  cap: 20,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, CASE WHEN r.address = s.address THEN 0 ELSE 1 END AS closeness
    FROM suspects s JOIN residents r ON r.house = s.house AND r.dob = s.dob`,
};

export default rule;
