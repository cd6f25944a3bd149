import type { BlockingRule } from '../rule.js';

// Which word of a Latin name is the family name is a guess, so the parts meet crosswise, too.
const PARTS = [
  ['nf', 'nf'],
  ['kf', 'kf'],
  ['ng', 'ng'],
  ['kg', 'kg'],
  ['nf', 'ng'],
  ['ng', 'nf'],
] as const;

const rule: BlockingRule = {
  id: 'name-part-address',
  title: { ja: '氏または名と、住所が記録と一致', en: 'Family or given name, and address, equal the record' },
  relation: 'resembles',
  cap: 20,
  reads: ['suspects', 'residents'],
  sql: PARTS.map(
    ([own, other]) => `
    SELECT s.lid, r.rid, abs(coalesce(r.dob, 0) - coalesce(s.dob, 0)) AS closeness
    FROM suspects s JOIN residents r ON r.house = s.house AND r.${other} = s.${own}`,
  ).join(' UNION ALL '),
};

export default rule;
