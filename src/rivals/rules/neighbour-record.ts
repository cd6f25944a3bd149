import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'neighbour-record',
  title: { ja: '記録番号が連続する記録の紐付け先', en: 'Linked from the neighbouring record number' },
  relation: 'neighbour-record',
  cap: 4,
  sql: `
    SELECT s.lid, n.rid, n.lid AS beside, 1 AS closeness
    FROM (
      SELECT lid, src, stem, width, CAST(CAST(tail AS BIGINT) + d.k AS VARCHAR) AS next
      FROM (
        SELECT lid, src, regexp_replace(record_id, '[0-9]{1,18}$', '') AS stem,
          regexp_extract(record_id, '[0-9]{1,18}$') AS tail, length(regexp_extract(record_id, '[0-9]{1,18}$')) AS width
        FROM suspects WHERE regexp_matches(record_id, '[0-9]{1,18}$')
      ) CROSS JOIN (VALUES (-1), (1)) AS d(k)
    ) s
    JOIN links n ON n.src = s.src
      AND n.record_id = s.stem || lpad(s.next, CAST(greatest(s.width, length(s.next)) AS INTEGER), '0')
    WHERE n.rid IS NOT NULL`,
};

export default rule;
