import type { BlockingRule } from '../rule.js';

// Only suspects can be the other half of a swap, so both sides of the join are small.
const rule: BlockingRule = {
  id: 'crosswise',
  title: { ja: '互いに合致する記録の紐付け先', en: 'Linked from a suspect that fits the linked resident' },
  relation: 'crosswise',
  cap: 10,
  // Materialised, so that suspects are never first joined with all other suspects of their source.
  sql: `
    WITH linked AS MATERIALIZED (
      SELECT s.lid, s.src, s.rid, o.kw, o.nw, o.dob FROM suspects s JOIN residents o ON o.rid = s.rid
    )
    ${['kw', 'nw']
      .map(
        (name) => `
    SELECT s.lid, n.rid, 0 AS closeness
    FROM linked s JOIN suspects n ON n.src = s.src AND n.${name} = s.${name}
    WHERE n.rid IS NOT NULL AND n.rid <> s.rid AND (n.dob IS NULL OR n.dob = s.dob)`,
      )
      .join(' UNION ')}`,
};

export default rule;
