import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'birth-date-given',
  title: { ja: '生年月日・性別・名が記録と一致', en: 'Date of birth, sex and given name equal the record' },
  relation: 'resembles',
  cap: 20,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, CASE WHEN r.address = s.address THEN 0 ELSE 1 END AS closeness
    FROM suspects s JOIN residents r ON r.dob = s.dob AND r.kg = s.kg
    WHERE s.sex_code = 0 OR r.sex_code IN (0, s.sex_code)
    UNION
    SELECT s.lid, r.rid, CASE WHEN r.address = s.address THEN 0 ELSE 1 END
    FROM suspects s JOIN residents r ON r.dob = s.dob AND r.ng = s.ng
    WHERE s.sex_code = 0 OR r.sex_code IN (0, s.sex_code)`,
};

export default rule;
