import type { BlockingRule } from '../rule.js';

/** Links of a ring at most, beyond two (`crosswise`): more are no longer one mistake at one desk. */
const LONGEST = 5;
/** A name that more contradicted records of a source bear is common, and would lead everywhere. */
const MOST_BEARERS = 3;
/** Only links that are likelier wrong than right before rivals are known can stand in a ring. */
const CONTRADICTED = 0.5;

// Where a record holds a kana name and little else, only the ring itself tells which of its bearers is meant.
const rule: BlockingRule = {
  id: 'ring',
  title: { ja: '輪になって合致する記録の紐付け先', en: 'Linked from a record in a ring that closes here' },
  relation: 'crosswise',
  cap: 3,
  sql: `
    WITH RECURSIVE apart AS (
      SELECT s.lid, s.src, s.rid, s.kw, o.kw AS held FROM suspects s JOIN residents o ON o.rid = s.rid
      WHERE s.p0 >= ${CONTRADICTED} AND s.kw <> o.kw
      QUALIFY count(*) OVER (PARTITION BY s.src, s.kw) <= ${MOST_BEARERS}
    ), chain(lid, src, wanted, rid, held, length) AS (
      SELECT lid, src, kw, rid, held, 1 FROM apart
      UNION
      SELECT c.lid, c.src, c.wanted, n.rid, n.held, c.length + 1
      FROM chain c JOIN apart n ON n.src = c.src AND n.kw = c.held
      WHERE c.length < ${LONGEST} AND c.held <> c.wanted
    )
    SELECT lid, rid, length AS closeness FROM chain WHERE held = wanted AND length >= 3`,
};

export default rule;
