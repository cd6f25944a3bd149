import type { BlockingRule } from '../rule.js';

// Only suspects can be the other half of a swap, so both sides of the join are small.
const rule: BlockingRule = {
  id: 'crosswise',
  title: { ja: '互いに合致する記録の紐付け先', en: 'Linked from a suspect that fits the linked resident' },
  relation: 'crosswise',
  cap: 10,
  sql: `
    SELECT s.lid, n.rid, 0 AS closeness
    FROM suspects s JOIN residents o ON o.rid = s.rid
    JOIN suspects n ON n.src = s.src AND n.kw = o.kw AND (n.dob IS NULL OR n.dob = o.dob)
    WHERE n.rid IS NOT NULL AND n.rid <> s.rid
    UNION
    SELECT s.lid, n.rid, 0
    FROM suspects s JOIN residents o ON o.rid = s.rid
    JOIN suspects n ON n.src = s.src AND n.nw = o.nw AND (n.dob IS NULL OR n.dob = o.dob)
    WHERE n.rid IS NOT NULL AND n.rid <> s.rid`,
};

export default rule;
