import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { relationBit } from '../score/relations.js';
import type { BlockingRule } from './rule.js';
import { BLOCKING_RULES } from './rules/index.js';

/** What a blocking rule found: pairs kept, pairs cut by its cap. */
export interface BlockingCount {
  readonly rule: string;
  readonly pairs: number;
  readonly cut: number;
}

/**
 * Makes `rivals(lid, rid, relations)`: every other resident that a blocking rule names for a suspect, with
 * the relations (bits) in which that resident stands to the link or to its linked resident.
 */
export async function findRivals(engine: Engine): Promise<BlockingCount[]> {
  await engine.run('CREATE OR REPLACE TABLE rival_hits (lid INTEGER, rid INTEGER, relation INTEGER)');
  const counts: BlockingCount[] = [];
  for (const rule of BLOCKING_RULES) counts.push(await applyRule(engine, rule));
  const own = 'o.rid IS NOT NULL AND (o.kw = r.kw OR o.nw = r.nw)';
  await engine.run(`
    CREATE OR REPLACE TABLE rivals AS
    SELECT h.lid, h.rid,
      CAST(h.relations
        + CASE WHEN ${own} AND o.dob = r.dob THEN ${relationBit('namesake')} ELSE 0 END
        + CASE WHEN ${own} AND o.dob IS DISTINCT FROM r.dob THEN ${relationBit('same-name')} ELSE 0 END AS INTEGER) AS relations
    FROM (SELECT lid, rid, bit_or(relation) AS relations FROM rival_hits GROUP BY lid, rid) h
    JOIN suspects s ON s.lid = h.lid
    JOIN residents r ON r.rid = h.rid
    LEFT JOIN residents o ON o.rid = s.rid
    ORDER BY h.lid, h.rid;
    DROP TABLE rival_hits`);
  return counts;
}

async function applyRule(engine: Engine, rule: BlockingRule): Promise<BlockingCount> {
  await rule.prepare?.(engine);
  await engine.run(`
    CREATE OR REPLACE TABLE rule_hits AS
    SELECT lid, rid, row_number() OVER (PARTITION BY lid ORDER BY closeness, rid) AS place
    FROM (
      SELECT q.lid, q.rid, min(q.closeness) AS closeness FROM (${rule.sql}) q
      JOIN suspects s ON s.lid = q.lid WHERE s.rid IS DISTINCT FROM q.rid GROUP BY q.lid, q.rid
    )`);
  const [count] = await engine.rows<{ pairs: number; cut: number }>(`
    SELECT count(*) FILTER (place <= ${rule.cap}) AS pairs, count(*) FILTER (place > ${rule.cap}) AS cut
    FROM rule_hits`);
  await engine.run(`
    INSERT INTO rival_hits SELECT lid, rid, ${literal(relationBit(rule.relation))} FROM rule_hits WHERE place <= ${rule.cap};
    DROP TABLE rule_hits`);
  return { rule: rule.id, ...count! };
}
