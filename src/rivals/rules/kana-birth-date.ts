import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'kana-birth-date',
  title: { ja: 'カナと生年月日が記録と一致', en: 'Kana and date of birth equal the record' },
  relation: 'resembles',
  cap: 20,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, 0 AS closeness FROM suspects s JOIN residents r ON r.kw = s.kw AND r.dob = s.dob`,
};

export default rule;
