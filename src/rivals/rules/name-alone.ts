import { type BlockingRule, DOUBTFUL } from '../rule.js';

const rule: BlockingRule = {
  id: 'name-alone',
  title: { ja: '氏名が記録と一致', en: 'Name equals the record' },
  relation: 'resembles',
  cap: 30,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, (CASE WHEN r.address = s.address THEN 0 ELSE 2 END) + (CASE WHEN r.dob = s.dob THEN 0 ELSE 1 END) AS closeness
    FROM suspects s JOIN residents r ON r.nw = s.nw
    WHERE s.dob IS NULL OR s.p0 >= ${DOUBTFUL}`,
};

export default rule;
