import { relationBit } from '../audit/relations.js';
import { createSql, type Relation } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { literal } from '../engine/sql.js';
import { COMPARISONS, codesWhere, LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import type { BlockingRule } from './rule.js';

/** What a blocking rule found: pairs kept, pairs cut by its cap. */
export interface BlockingCount {
  readonly rule: string;
  readonly pairs: number;
  readonly cut: number;
}

/** What the rules have found so far: gone once `rivals` is made. */
const HITS = {
  name: 'rival_hits',
  columns: { lid: 'int', rid: 'int', relation: 'int', rule: 'big' },
} as const satisfies Relation;

/** What a rule has found, and how close it comes among what it found for the link. */
const RULE_HITS = {
  name: 'rule_hits',
  columns: { lid: 'int', rid: 'int', place: 'big' },
} as const satisfies Relation;

/** Bits of a BIGINT without its sign. */
const MOST_RULES = 63;

/** The bit of `rivals.rules` for the n-th blocking rule, from 0. */
export function ruleBit(place: number): bigint {
  return 1n << BigInt(place);
}

/**
 * Makes `rivals(lid, rid, relations, rules)`: every other resident that one of the rules names for a suspect, with
 * the relations (bits) in which that resident stands to the link and the rules that found it (bit n: the n-th of
 * `rules`, and of the counts given back). Relations by name are added once the rivals have been compared
 * (`addRelations`). Throws a RangeError where there are more rules than bits.
 */
export async function findRivals(engine: Engine, rules: readonly BlockingRule[]): Promise<BlockingCount[]> {
  if (rules.length > MOST_RULES) throw new RangeError(`more than ${MOST_RULES} blocking rules`);
  await engine.run(createSql(HITS));
  const counts: BlockingCount[] = [];
  for (const [place, rule] of rules.entries()) counts.push(await applyRule(engine, rule, ruleBit(place)));
  await engine.run(`
    CREATE OR REPLACE TABLE rivals AS
    SELECT lid, rid, CAST(bit_or(relation) AS INTEGER) AS relations, bit_or(rule) AS rules
    FROM rival_hits GROUP BY lid, rid ORDER BY lid, rid;
    DROP TABLE rival_hits; DROP TABLE IF EXISTS rule_hits`);
  return counts;
}

async function applyRule(engine: Engine, rule: BlockingRule, bit: bigint): Promise<BlockingCount> {
  await rule.prepare?.(engine);
  const sql = `
    SELECT lid, rid, row_number() OVER (PARTITION BY lid ORDER BY closeness, rid) AS place
    FROM (
      SELECT q.lid, q.rid, min(q.closeness) AS closeness FROM (${rule.sql}) q
      JOIN suspects s ON s.lid = q.lid WHERE s.rid IS DISTINCT FROM q.rid GROUP BY q.lid, q.rid
    ) c`;
  const { reads } = rule;
  const found = reads
    ? await makeFrom(engine, RULE_HITS, { reads, sql: () => sql })
    : await engine.run(`CREATE OR REPLACE TABLE ${RULE_HITS.name} AS ${sql}`);
  const pairs = await engine.run(`
    INSERT INTO rival_hits SELECT lid, rid, ${literal(relationBit(rule.relation))}, ${bit} FROM rule_hits WHERE place <= ${rule.cap}`);
  return { rule: rule.id, pairs, cut: found - pairs };
}

const digits = (row: string) => `lpad(CAST(${row}."number" AS VARCHAR), 12, '0')`;
/** Slips of one digit, and swapped neighbours, have a blocking rule of their own. */
const NEAR = `hamming(${digits('s')}, ${digits('r')}) BETWEEN 2 AND 3 AND (v.relations & ${relationBit('number-slip')}) = 0`;

/** The record agrees with this name of either, at least by sound: a namesake's may be written with other kanji. */
const soundsAlike = (c: number) => {
  const codes = codesWhere(COMPARISONS[c]!, ({ agrees, alike }) => agrees || alike === 'sound').join(', ');
  return ['x', 'y'].map((row) => `${row}.${LEVEL_COLUMNS[c]} IN (${codes})`).join(' AND ');
};

/** Each name is one to the record, or to the register where the record has another: 友美 and 智美 of one family, by the name before marriage. */
const SHARE_EACH_NAME = [
  `(${soundsAlike(placeOf('family'))} OR o.nf = r.nf OR o.kf = r.kf)`,
  `(${soundsAlike(placeOf('given'))} OR o.ng = r.ng OR o.kg = r.kg)`,
].join(' AND ');

const [CROSSWISE, RESEMBLES] = [relationBit('crosswise'), relationBit('resembles')];

/** The record bears another family or given name. */
const bearsAnother = (row: string) =>
  [placeOf('family'), placeOf('given')]
    .map((c) => {
      const codes = codesWhere(COMPARISONS[c]!, ({ contradicts }) => contradicts);
      return `${row}.${LEVEL_COLUMNS[c]} IN (${codes.join(', ')})`;
    })
    .join(' OR ');

/**
 * Half a swap is none: that the rival's record fits the linked resident says something only where this record fits the
 * rival too. A rival found in no other way resembles the record at most.
 */
const SOUND_RELATIONS = `
  CASE WHEN (v.relations & ${CROSSWISE}) <> 0 AND (${bearsAnother('y')})
    THEN coalesce(nullif(v.relations - ${CROSSWISE}, 0), ${RESEMBLES}) ELSE v.relations END`;

/**
 * Adds relations to `rivals` that lead to nobody by themselves: residents who share the linked resident's name (kanji or
 * kana), or each of whose names agrees with the record as the linked resident's does, at least by sound, or is the same; and for a number that nobody has, residents
 * whose own is two or three digits off. Takes back what turned out to be half a swap.
 */
export async function addRelations(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE named_rivals AS
    SELECT h.lid, h.rid, h.relations
      | CASE WHEN near_number THEN ${relationBit('number-near')} ELSE 0 END
      | CASE WHEN NOT same_name THEN 0 WHEN same_date THEN ${relationBit('namesake')} ELSE ${relationBit('same-name')} END AS relations, h.rules
    FROM (
      SELECT v.lid, v.rid, ${SOUND_RELATIONS} AS relations, v.rules, coalesce(o.dob = r.dob, false) AS same_date,
        coalesce(s.rid IS NULL AND ${NEAR}, false) AS near_number,
        coalesce(o.kw = r.kw, false) OR coalesce(o.nw = r.nw, false)
          OR coalesce(${SHARE_EACH_NAME}, false) AS same_name
      FROM rivals v
      JOIN suspects s ON s.lid = v.lid
      JOIN residents r ON r.rid = v.rid
      JOIN rival_levels y ON y.lid = v.lid AND y.rid = v.rid
      LEFT JOIN residents o ON o.rid = s.rid
      LEFT JOIN levels x ON x.lid = v.lid
    ) h ORDER BY h.lid, h.rid;
    DROP TABLE rivals;
    ALTER TABLE named_rivals RENAME TO rivals`);
}
