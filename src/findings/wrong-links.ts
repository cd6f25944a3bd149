import { relationBit } from '../audit/relations.js';
import { makeTable } from '../engine/append.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { ruleBit } from '../rivals/find-rivals.js';
import adjacentRow from '../rivals/rules/adjacent-row.js';
import { BLOCKING_RULES } from '../rivals/rules/index.js';
import neighbourRecord from '../rivals/rules/neighbour-record.js';
import neighbourSerial from '../rivals/rules/neighbour-serial.js';
import terminal from '../rivals/rules/terminal.js';
import { RIVALS } from '../tables/compared.js';
import { GRADED_WRONG, SWAP_CYCLES } from '../tables/found.js';
import { COMPARISONS, codesWhere, placeOf } from '../verify/comparisons/index.js';
import { findRowShifts } from './row-shifts.js';
import { findSwaps } from './swaps.js';
import type { Shape } from './wrong-link.js';

const NEIGHBOUR_RULES = [adjacentRow, neighbourRecord, terminal];

/** The record bears the name of the other resident: enough where names alone were shifted against the rest of the file. */
const SAME_NAME = (['family', 'given'] as const)
  .map((about) => {
    const comparison = COMPARISONS[placeOf(about)]!;
    return `v.${comparison.id} IN (${codesWhere(comparison, ({ agrees }) => agrees).join(', ')})`;
  })
  .join(' AND ');

/** The wrong links of a run and how they hang together. */
export interface WrongLinks {
  readonly owners: ReadonlyMap<number, number | null>;
  readonly swaps: ReadonlyMap<number, Shape>;
  readonly rowShifts: ReadonlyMap<number, Shape>;
  /** Relations (bits) in which other records of the linked resident stand to the link: linked to that resident, or found to be theirs. */
  readonly holders: ReadonlyMap<number, number>;
}

/**
 * Makes `graded_wrong(lid, owner)`: links of grade C that have a resident, with the likeliest rightful one
 * (NULL when "nobody in the register" is likelier than all others together), and `swap_cycles(lid, cycle)`.
 */
export async function makeWrongLinks(engine: Engine): Promise<WrongLinks> {
  await engine.run(`
    CREATE OR REPLACE TABLE graded_wrong AS
    SELECT v.lid, v.src, v.rid, CASE WHEN s.nobody < s.probability / 2 THEN h.rid END AS owner
    FROM verdicts v JOIN links l ON l.lid = v.lid
    LEFT JOIN suspect_verdicts s ON s.lid = v.lid
    LEFT JOIN hypotheses h ON h.lid = v.lid AND h.rank = 1
    WHERE v.grade = 'C' AND v.rid IS NOT NULL
      AND (l.number_state NOT IN ('check-digit', 'malformed') OR coalesce(l.serial, l.resident_key) IS NOT NULL)`);
  const links = await allRows(
    engine,
    { ...GRADED_WRONG.columns, shift: 'int?' },
    `
    SELECT w.lid, w.src, w.rid, w.owner,
      min_by(d.k, abs(d.k) * 10 + CASE WHEN d.k < 0 THEN 0 ELSE 1 END)
        FILTER (WHERE n.rid = w.owner OR (w.owner IS NULL AND ${SAME_NAME})) AS shift
    FROM graded_wrong w
    CROSS JOIN (VALUES (-2), (-1), (1), (2)) AS d(k)
    LEFT JOIN links n ON n.lid = w.lid + d.k AND n.src = w.src
    LEFT JOIN rival_levels v ON v.lid = w.lid AND v.rid = n.rid
    GROUP BY w.lid, w.src, w.rid, w.owner ORDER BY w.lid`,
  );
  const swaps = findSwaps(links);
  await makeTable(
    engine,
    SWAP_CYCLES,
    [...swaps].map(([lid, { id }]) => ({ lid, cycle: id })),
  );
  const holders = await allRows(engine, pick(RIVALS, 'lid', 'relations'), HOLDERS);
  return {
    owners: new Map(links.map(({ lid, owner }) => [lid, owner])),
    swaps,
    rowShifts: findRowShifts(links),
    holders: new Map(holders.map(({ lid, relations }) => [lid, relations])),
  };
}

/**
 * What the blocking rules for neighbours say of the linked resident's own other records: a number that was taken from one is that
 * of whose it is, though its own may have been taken from elsewhere. And owners whose serial is beside that of the record.
 */
const HOLDERS = `
  SELECT lid, CAST(bit_or(relation) AS INTEGER) AS relations FROM (
    SELECT w.lid, h.relation
    FROM (${NEIGHBOUR_RULES.map(({ sql, relation }) => `SELECT lid, rid, beside, ${relationBit(relation)} AS relation FROM (${sql})`).join(' UNION ALL ')}) h
    JOIN graded_wrong w ON w.lid = h.lid
    LEFT JOIN graded_wrong b ON b.lid = h.beside
    WHERE w.rid = h.rid OR w.rid = b.owner
    UNION ALL
    SELECT w.lid, ${relationBit(neighbourSerial.relation)} FROM graded_wrong w JOIN rivals v ON v.lid = w.lid AND v.rid = w.owner
    WHERE (v.rules & ${ruleBit(BLOCKING_RULES.indexOf(neighbourSerial))}) <> 0
  ) GROUP BY lid ORDER BY lid`;
