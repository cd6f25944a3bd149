import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import duplicateLink from '../findings/kinds/duplicate-link.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';

/** Cases `first` to `first + count - 1`, as `seq` counts them. */
export interface CaseRange {
  readonly first: number;
  readonly count: number;
}

/**
 * Makes `cases` (the order of the reports: by organisation, findings worst first, then the blind sample), and beside
 * it `case_links` and `case_residents`: the rows of `links` and `residents` that a case shows; of a resident with several
 * records all of them, and in `case_beside` how the others compare with the resident. All lie in the order of `seq`, so that a page of cases reads its own rows only, however large the night.
 */
export async function makeCaseTables(engine: Engine): Promise<void> {
  const columns = 'organisation, rank, lid, rid, source, kind, json, candidates, evidence, marks';
  await engine.run(`
    CREATE OR REPLACE TABLE cases AS
    SELECT CAST(row_number() OVER (ORDER BY organisation NULLS LAST, blind, rank) - 1 AS INTEGER) AS seq, *
    FROM (SELECT false AS blind, ${columns} FROM findings UNION ALL SELECT true, ${columns} FROM blind_sample)
    ORDER BY seq;
    CREATE OR REPLACE TABLE case_links AS
    SELECT p.seq, l.* FROM (
      SELECT seq, lid FROM cases WHERE lid IS NOT NULL
      UNION SELECT c.seq, o.lid FROM cases c JOIN findings o ON o.source = c.source AND o.rid = c.rid
      WHERE c.kind = ${literal(duplicateLink.id)} AND o.kind = c.kind
    ) p JOIN links l ON l.lid = p.lid ORDER BY p.seq, l.lid;
    CREATE OR REPLACE TABLE case_beside AS
    SELECT l.seq, l.lid, ${LEVEL_COLUMNS.map((column) => `v.${column}`).join(', ')}
    FROM case_links l JOIN cases c ON c.seq = l.seq AND c.lid <> l.lid JOIN levels v ON v.lid = l.lid
    ORDER BY l.seq, l.lid;
    CREATE OR REPLACE TABLE case_residents AS
    SELECT p.seq, r.* FROM (
      SELECT seq, rid FROM cases WHERE rid IS NOT NULL
      UNION SELECT seq, CAST(unnest(json_extract(candidates, '$[*].rid')) AS INTEGER) FROM cases
      UNION SELECT c.seq, own.rid FROM cases c
      JOIN residents own ON own.resident_id = json_extract_string(c.json, '$.record_id') WHERE c.lid IS NULL
    ) p JOIN residents r ON r.rid = p.rid ORDER BY p.seq, r.rid`);
}

/** Where the cases of each organisation lie; null stands for links that carry none and for the register. */
export async function rangesOf(engine: Engine): Promise<ReadonlyMap<string | null, CaseRange>> {
  const rows = await allRows(
    engine,
    { organisation: 'text?', first: 'int', count: 'int' },
    `SELECT organisation, min(seq) AS first, CAST(count(*) AS INTEGER) AS count FROM cases GROUP BY organisation`,
  );
  return new Map(rows.map(({ organisation, ...range }) => [organisation, range]));
}

/** The condition under which a row of a case table is within the range. */
export function within({ first, count }: CaseRange): string {
  return `seq BETWEEN ${first} AND ${first + count - 1}`;
}
