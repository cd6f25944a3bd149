import { type BlockingRule, SESSION_SECONDS } from '../rule.js';

// Only suspects can be the other half of a swap, so both sides of the join are small.
const rule: BlockingRule = {
  id: 'crosswise',
  title: { ja: '互いに合致する記録の紐付け先', en: 'Linked from a suspect that fits the linked resident' },
  relation: 'crosswise',
  cap: 10,
  // Of a common kana name a large file holds more records than the cap leaves: whose own resident this record fits as well, and
  // then who was registered in the same session, comes first. Materialised, so that suspects are never first joined with all
  // other suspects of their source.
  sql: `
    WITH linked AS MATERIALIZED (
      SELECT s.lid, s.src, s.rid, s.terminal, s.ts, s.kw AS said_kw, s.nw AS said_nw, o.kw, o.nw, o.dob
      FROM suspects s JOIN residents o ON o.rid = s.rid
    )
    ${['kw', 'nw']
      .map(
        (name) => `
    SELECT s.lid, n.rid, min(
      CASE WHEN p.kw = s.said_kw OR p.nw = s.said_nw THEN 0 ELSE 2 END
      + CASE WHEN n.terminal = s.terminal AND abs(n.ts - s.ts) <= ${SESSION_SECONDS} THEN 0 ELSE 1 END) AS closeness
    FROM linked s JOIN suspects n ON n.src = s.src AND n.${name} = s.${name} JOIN residents p ON p.rid = n.rid
    WHERE n.rid <> s.rid AND (n.dob IS NULL OR n.dob = s.dob) GROUP BY s.lid, n.rid`,
      )
      .join(' UNION ')}`,
};

export default rule;
