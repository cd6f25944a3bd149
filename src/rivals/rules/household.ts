import type { BlockingRule } from '../rule.js';

// Registers without household numbers still tell a family by its name and address; in names without separator
// by their first character.
const rule: BlockingRule = {
  id: 'household',
  title: { ja: '紐付け先と同じ世帯', en: 'Same household as the linked resident' },
  relation: 'household',
  cap: 20,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, 0 AS closeness
    FROM suspects s JOIN residents o ON o.rid = s.rid JOIN residents r ON r.household_id = o.household_id
    UNION
    SELECT s.lid, r.rid, 1
    FROM suspects s JOIN residents o ON o.rid = s.rid
    JOIN residents r ON r.address = o.address
      AND (r.nf = o.nf OR r.kf = o.kf OR (o.nf IS NULL AND substr(r.nw, 1, 1) = substr(o.nw, 1, 1)))`,
};

export default rule;
