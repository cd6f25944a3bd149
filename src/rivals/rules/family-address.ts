import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'family-address',
  title: { ja: '氏と住所が記録と一致', en: 'Family name and address equal the record' },
  relation: 'resembles',
  cap: 20,
  sql: `
    SELECT s.lid, d.rid, abs(coalesce(d.dob, 0) - coalesce(s.dob, 0)) AS closeness
    FROM suspects s JOIN dwellings d ON d.place = s.place AND d.nf = s.nf
    UNION ALL
    SELECT s.lid, d.rid, abs(coalesce(d.dob, 0) - coalesce(s.dob, 0))
    FROM suspects s JOIN dwellings d ON d.place = s.place AND d.kf = s.kf`,
};

export default rule;
