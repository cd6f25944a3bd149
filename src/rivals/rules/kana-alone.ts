import { type BlockingRule, DOUBTFUL } from '../rule.js';

const rule: BlockingRule = {
  id: 'kana-alone',
  title: { ja: 'カナが記録と一致', en: 'Kana equals the record' },
  relation: 'resembles',
  cap: 30,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, (CASE WHEN r.address = s.address THEN 0 ELSE 2 END) + (CASE WHEN r.dob = s.dob THEN 0 ELSE 1 END) AS closeness
    FROM suspects s JOIN residents r ON r.kw = s.kw
    WHERE s.dob IS NULL OR s.p0 >= ${DOUBTFUL}`,
};

export default rule;
