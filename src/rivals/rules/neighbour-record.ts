import type { BlockingRule } from '../rule.js';

/** The digits at the end of a record's number, as far as they are a whole number. */
const TAIL = `regexp_extract(record_id, '[0-9]{1,18}\\z')`;

const rule: BlockingRule = {
  id: 'neighbour-record',
  title: { ja: '記録番号が連続する記録の紐付け先', en: 'Linked from the neighbouring record number' },
  relation: 'neighbour-record',
  cap: 4,
  reads: ['suspects', 'links'],
  sql: `
    SELECT s.lid, n.rid, n.lid AS beside, 1 AS closeness
    FROM (
      SELECT lid, src, stem, width, CAST(CAST(tail AS BIGINT) + d.k AS VARCHAR) AS next
      FROM (
        SELECT lid, src, substr(record_id, 1, length(record_id) - length(tail)) AS stem, tail, length(tail) AS width
        FROM (SELECT lid, src, record_id, ${TAIL} AS tail FROM suspects) t WHERE tail <> ''
      ) n CROSS JOIN (VALUES (-1), (1)) AS d(k)
    ) s
    JOIN links n ON n.src = s.src
      AND n.record_id = s.stem || lpad(s.next, CAST(greatest(s.width, length(s.next)) AS INTEGER), '0')
    WHERE n.rid IS NOT NULL`,
};

export default rule;
