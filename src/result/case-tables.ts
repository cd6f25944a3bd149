import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import duplicateLink from '../findings/kinds/duplicate-link.js';
import { kindsThat } from '../findings/kinds/index.js';
import { SESSION_SECONDS } from '../rivals/rule.js';
import { BESIDE_ROWS } from '../score/beside.js';
import { CASE_HEADS, CASES } from '../tables/found.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { BEARERS } from './living-bearers.js';
import { WAITS } from './settle-first.js';

/** Cases `first` to `first + count - 1`, as `seq` counts them. */
export interface CaseRange {
  readonly first: number;
  readonly count: number;
}

/**
 * Makes `cases` (the order of the reports: by organisation, findings worst first, but each behind those to settle before it, then the
 * blind sample), and beside it
 *
 * - `case_heads`, what other cases tell of one, and `case_related`, which tells which;
 * - `case_links` and `case_residents`, the rows of `links` and `residents` that a case shows; of a resident with several records all of
 *   them, and in `case_beside` how the others compare with the resident;
 * - `case_bearers`, who lives here and bears the kana by which alone a record is a departed or dead resident's;
 * - `case_records`, what else is linked to the residents of a case whose kind shows it.
 *
 * All lie in the order of `seq`, so that a page of cases reads its own rows only, however large the night.
 */
export async function makeCaseTables(engine: Engine): Promise<void> {
  const { seq: _, blind: __, ...kept } = CASES.columns;
  const columns = Object.keys(kept).join(', ');
  await engine.run(`
    CREATE OR REPLACE TABLE cases AS
    SELECT CAST(row_number() OVER (
      ORDER BY organisation NULLS LAST, blind, greatest(rank, after), coalesce(after > rank, false), rank
    ) - 1 AS INTEGER) AS seq, * EXCLUDE (after)
    FROM (
      SELECT false AS blind, ${columns}, after FROM findings LEFT JOIN (${WAITS}) USING (rank)
      UNION ALL SELECT true, ${columns}, NULL FROM blind_sample
    )
    ORDER BY seq;
    CREATE OR REPLACE TABLE case_heads AS
    SELECT ${Object.keys(CASE_HEADS.columns).join(', ')} FROM cases WHERE NOT blind ORDER BY seq;
    CREATE OR REPLACE TABLE case_links AS
    SELECT p.seq, l.* FROM (
      SELECT seq, lid FROM cases WHERE lid IS NOT NULL
      UNION SELECT c.seq, o.lid FROM cases c JOIN findings o ON o.source = c.source AND o.rid = c.rid
      WHERE c.kind = ${literal(duplicateLink.id)} AND o.kind = c.kind
    ) p JOIN links l ON l.lid = p.lid ORDER BY p.seq, l.lid;
    CREATE OR REPLACE TABLE case_related AS
    SELECT p.seq, CAST(p.place AS INTEGER) AS place, h.seq AS other,
      CAST(${DIGITS_OFF} AS UTINYINT) AS digits_off,
      CASE WHEN (one.number_state = 'check-digit') <> (two.number_state = 'check-digit')
        THEN CASE WHEN one.number_state = 'check-digit' THEN 'own' ELSE 'other' END END AS unchecked,
      CASE WHEN one.nw = two.nw THEN 'name' WHEN one.kw = two.kw THEN 'kana'
        WHEN coalesce(one.nw, two.nw) IS NULL AND coalesce(one.kw, two.kw) IS NULL THEN NULL
        WHEN one.nw <> two.nw OR one.kw <> two.kw THEN 'differ' ELSE 'unknown' END AS same FROM (
      SELECT seq, lid, unnest(ids) AS finding_id, unnest(range(len(ids))) AS place
      FROM (SELECT seq, lid, string_split(related, ' ') AS ids FROM cases WHERE NOT blind)
    ) p JOIN case_heads h ON h.finding_id = p.finding_id
    LEFT JOIN case_links one ON one.seq = p.seq AND one.lid = p.lid
    LEFT JOIN case_links two ON two.seq = h.seq AND two.lid = h.lid
    ORDER BY p.seq, p.place;
    CREATE OR REPLACE TABLE case_beside AS
    SELECT l.seq, l.lid, ${LEVEL_COLUMNS.map((column) => `v.${column}`).join(', ')}
    FROM case_links l JOIN cases c ON c.seq = l.seq AND c.lid <> l.lid JOIN levels v ON v.lid = l.lid
    ORDER BY l.seq, l.lid;
    CREATE OR REPLACE TABLE case_bearers AS ${BEARERS};
    CREATE OR REPLACE TABLE case_residents AS
    SELECT p.seq, r.* FROM (
      SELECT seq, rid FROM cases WHERE rid IS NOT NULL
      UNION SELECT seq, CAST(unnest(json_extract(candidates, '$[*].rid')) AS INTEGER) FROM cases
      UNION SELECT seq, rid FROM case_bearers WHERE rid IS NOT NULL
      UNION SELECT c.seq, own.rid FROM cases c
      JOIN residents own ON own.resident_id = c.record_id WHERE c.lid IS NULL
    ) p JOIN residents r ON r.rid = p.rid ORDER BY p.seq, r.rid;
    CREATE OR REPLACE TABLE case_records AS ${otherRecords(`
      SELECT p.seq, p.rid, coalesce(c.lid, -1) AS own, o.src, o.file, o.organisation, o.terminal, o.ts, o.record_id, ${NAME_KEYS.map((key) => `o.${key}`).join(', ')}
      FROM case_residents p JOIN cases c ON c.seq = p.seq LEFT JOIN case_links o ON o.seq = c.seq AND o.lid = c.lid
      WHERE NOT c.blind AND c.kind IN (${KINDS_WITH_RECORDS})`)}`);
}

/** Names of a person as keys, in whole and in parts. */
export const NAME_KEYS = ['nw', 'nf', 'ng', 'kw', 'kf', 'kg'] as const;

/**
 * What else is linked to the residents asked after, and of their household the rows beside the record, as SQL in the columns of
 * `case_records`; `asked` gives what it is told on (`seq`), the resident, and of the record there its `lid` (`own`, -1: none), source,
 * file, organisation, terminal, time, key and names as keys.
 */
export function otherRecords(asked: string, tellsOffices = false): string {
  return `
    -- Apart: that a record is another than the case's own is no condition to join cases and records by.
    WITH asked AS MATERIALIZED (${asked}),
    held AS (
      SELECT rid, lid, src, file, organisation, registered_at, terminal, ts, record_id, ${NAME_KEYS.join(', ')} FROM links
      WHERE vitality = 'active' AND rid IN (SELECT rid FROM asked)
      QUALIFY row_number() OVER (PARTITION BY rid ORDER BY src, lid) <= ${MOST_RECORDS + 1}
    ),
    family AS (
      SELECT p.seq, p.rid, p.own + away AS lid, p.src, p.file, p.organisation, p.record_id, me.household_id
      FROM (SELECT *, unnest([${AWAY.join(', ')}]) AS away FROM asked WHERE own >= 0) p JOIN residents me ON me.rid = p.rid
      WHERE me.household_id IS NOT NULL
    )
    SELECT r.*, w.doubted, w.found FROM (
      SELECT p.seq, h.rid, h.lid, h.src,
        CASE WHEN h.src = p.src AND h.organisation IS DISTINCT FROM p.organisation THEN h.organisation END AS elsewhere,
        h.registered_at, h.terminal,
        CASE WHEN h.src = p.src AND h.record_id = p.record_id THEN 'itself'
        WHEN h.src = p.src THEN
          CASE (CASE WHEN elsewhere IS NULL AND h.file = p.file AND abs(h.lid - p.own) <= ${BESIDE_ROWS} THEN 1 ELSE 0 END)
            + (CASE WHEN h.terminal = p.terminal AND abs(h.ts - p.ts) <= ${SESSION_SECONDS} THEN 2 ELSE 0 END)
          WHEN 1 THEN 'row' WHEN 2 THEN 'session' WHEN 3 THEN 'both' END
        END AS near,
        CASE WHEN near = 'itself' OR (h.src = p.src AND (elsewhere IS NULL OR ${tellsOffices})) THEN h.record_id END AS record_id,
        CASE WHEN h.nw = p.nw THEN 'name' WHEN h.kw = p.kw THEN 'kana'
        WHEN ${isUnlike('nw')} THEN 'name-differs' WHEN ${isUnlike('kw')} THEN 'kana-differs'
        WHEN p.own >= 0 AND NOT (h.nw IS NULL AND h.kw IS NULL AND p.nw IS NULL AND p.kw IS NULL) AND (h.nw IS NULL OR p.nw IS NULL) AND (h.kw IS NULL OR p.kw IS NULL)
        THEN 'unknown' END AS same,
        CASE same WHEN 'name-differs' THEN ${partsOf('n')} WHEN 'kana-differs' THEN ${partsOf('k')} END AS parts
      FROM asked p JOIN held h ON h.rid = p.rid WHERE h.lid <> p.own
      UNION ALL
      SELECT f.seq, f.rid, n.lid, n.src, NULL, n.registered_at, n.terminal, 'family', n.record_id, NULL, NULL
      FROM family f JOIN links n ON n.lid = f.lid JOIN residents w ON w.rid = n.rid
      WHERE n.src = f.src AND n.file = f.file AND n.organisation IS NOT DISTINCT FROM f.organisation
        AND n.record_id IS DISTINCT FROM f.record_id AND n.vitality = 'active' AND n.rid <> f.rid AND w.household_id = f.household_id
        AND NOT coalesce(w.is_protected, false)
    ) r LEFT JOIN (
      SELECT lid, min(finding_id) FILTER (kind IN (${WRONG_KINDS})) AS doubted, min(finding_id) AS found
      FROM cases WHERE NOT blind AND lid IS NOT NULL GROUP BY lid
    ) w ON w.lid = r.lid
    ORDER BY r.seq, r.rid, coalesce(r.near = 'family', false), r.src, r.lid`;
}

/** Whole names of Japanese letters that are not alike: neither has a letter that nobody could read, or is the beginning of the other. */
const isUnlike = (key: 'nw' | 'kw') => {
  const [own, other] = [`CAST(p.${key} AS VARCHAR)`, `CAST(h.${key} AS VARCHAR)`];
  const isRead = (text: string) => `regexp_full_match(${text}, '[\\p{Han}\\p{Hiragana}\\p{Katakana}ー]+')`;
  return `${own} <> ${other} AND ${isRead(own)} AND ${isRead(other)}
          AND NOT starts_with(${own}, ${other}) AND NOT starts_with(${other}, ${own})`;
};

/** What the record of the case, then the other, has as family name, given name and whole; nothing where that is not known. No letter of these is a bar. */
const partsOf = (script: 'n' | 'k') =>
  `concat_ws('|', ${['p', 'h'].flatMap((row) => ['f', 'g', 'w'].map((part) => `coalesce(${row}.${script}${part}, '')`)).join(', ')})`;

/** In how many of their twelve digits the numbers of two records differ; null where one has none. */
const DIGITS_OFF = `hamming(${['one', 'two']
  .map((row) => `lpad(CAST(${row}."number" AS VARCHAR), 12, '0')`)
  .join(', ')})`;

/** How far the rows beside a record are away. */
const AWAY = Array.from({ length: BESIDE_ROWS }, (_, index) => index + 1).flatMap((rows) => [-rows, rows]);

/** Other records of a resident that are looked at: one number may stand in thousands of records. */
const MOST_RECORDS = 8;

const listed = (ids: ReadonlySet<string>) => [...ids].map(literal).join(', ');
const KINDS_WITH_RECORDS = listed(kindsThat(({ facts }) => facts.includes('records')));
const WRONG_KINDS = listed(kindsThat(({ isWrongLink }) => isWrongLink));

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
