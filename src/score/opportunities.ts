import type { Tie } from '../audit/items.js';
import { type RelationId, relationBit } from '../audit/relations.js';
import { makeTable, tableSql } from '../engine/append.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { oneFrom, smallFrom } from '../engine/from-register.js';
import { allRows } from '../engine/read.js';
import { keySlips } from '../prepare/key-slips.js';
import { numberSlips } from '../prepare/number-slips.js';
import { keyJoins, residentKey } from '../prepare/resident-key.js';
import { NUMBER_SLIPS } from '../tables/compared.js';
import { LINKS } from '../tables/people.js';

/** Numbers drawn to estimate how many residents stand one slip away from a number. */
const SAMPLED_NUMBERS = 5_000;

/**
 * Share of all valid numbers that are two or three digits away from one: of 11 digits 55 pairs of places with 9² other
 * digits and 165 triples with 9³, over 10¹¹ numbers; the check digit, which differs too or not, is left out of account.
 */
const NEAR_SHARE = (55 * 9 ** 2 + 165 * 9 ** 3) / 1e11;

/** Never zero: a relation that nobody had so far may still occur. */
const LEAST = 1e-6;

/**
 * How many other residents stand in each relation to a link, on average, by source, which `ties` are of. A relation that is rare by nature
 * (a number one slip away) says much when it holds; one that everybody has (a household) says little.
 */
export async function opportunities(
  engine: Engine,
  sources: readonly string[],
  ties: readonly Tie[] = [],
): Promise<readonly Readonly<Record<RelationId, number>>[]> {
  const residents = await engine.value<number>('SELECT count(*) FROM residents');
  const partners = async (group: string) => {
    const sql = () => `
      SELECT coalesce(sum(n * (n - 1)), 0) / ${residents} AS mean
      FROM (SELECT CAST(count(*) AS DOUBLE) AS n FROM residents ${group}) g`;
    return (await oneFrom(engine, { mean: 'double?' }, { reads: ['residents'], sql })).mean ?? 0;
  };
  const namesakes = await engine.value<number>('SELECT count(*) FROM namesakes');
  const sameName = await partners('WHERE kw IS NOT NULL OR nw IS NOT NULL GROUP BY coalesce(kw, nw)');
  const household = Math.max(
    await partners('WHERE household_id IS NOT NULL GROUP BY household_id'),
    await partners('WHERE address IS NOT NULL GROUP BY address, coalesce(nf, kf, substr(nw, 1, 1))'),
  );
  const slips = await slipRate(engine);
  const keySlipped = ties.includes('resident_id') ? await keySlipRate(engine) : 0;
  const bySource = await countBySource(engine);
  return sources.map((_, src) => {
    const { same_record, crosswise } = bySource.get(src) ?? { same_record: 0, crosswise: 0.5 };
    const found: Record<RelationId, number> = {
      namesake: namesakes / residents,
      'same-name': sameName,
      household,
      'number-slip': ties[src] === 'resident_id' ? keySlipped : slips,
      'number-near': residents * NEAR_SHARE,
      'adjacent-row': 4,
      terminal: 4,
      'neighbour-record': 2,
      'same-record': same_record,
      crosswise,
      resembles: residents,
    };
    return Object.fromEntries(
      Object.entries(found).map(([id, value]) => [id, Math.max(Number(value), LEAST)]),
    ) as Record<RelationId, number>;
  });
}

/**
 * What depends on the source: other links of a link's record; and residents linked from a suspect record that fits a
 * link's resident, per link (only suspects can have any; half a one is added). Whole numbers until they are divided.
 */
async function countBySource(engine: Engine) {
  const rows = await smallFrom(
    engine,
    { ...pick(LINKS, 'src'), links: 'double', others: 'double' },
    {
      reads: ['links'],
      sql: () => `
        SELECT src, sum(n) AS links, sum(n * (n - 1)) AS others
        FROM (SELECT src, CAST(count(*) AS DOUBLE) AS n FROM links GROUP BY src, record_id) r GROUP BY src ORDER BY src`,
    },
  );
  const crossing = await allRows(
    engine,
    { ...pick(LINKS, 'src'), n: 'big' },
    `
    SELECT s.src, count(*) AS n FROM rivals v JOIN suspects s ON s.lid = v.lid
    WHERE (v.relations & ${relationBit('crosswise')}) <> 0 GROUP BY s.src`,
  );
  const pairs = new Map(crossing.map(({ src, n }) => [src, n]));
  return new Map(
    rows.map(({ src, links, others }) => [
      src,
      { same_record: others / links, crosswise: ((pairs.get(src) ?? 0) + 0.5) / (links + 1) },
    ]),
  );
}

/** Residents one slip away from a resident's number, on average, over the lowest hashes of the register. */
async function slipRate(engine: Engine): Promise<number> {
  const sample = await allRows(
    engine,
    { n: 'big' },
    `
    SELECT "number" AS n FROM residents WHERE number_state = 'ok'
    ORDER BY md5(CAST(rid AS VARCHAR)) LIMIT ${SAMPLED_NUMBERS}`,
  );
  if (sample.length === 0) return 0;
  const slips = sample.flatMap(({ n }) => numberSlips(String(n).padStart(12, '0')));
  await makeTable(
    engine,
    { name: 'sampled_slips', columns: pick(NUMBER_SLIPS, 'number') },
    slips.map((digits) => ({ number: Number(digits) })),
  );
  const hits = await engine.value<number>(
    'SELECT count(*) FROM sampled_slips s JOIN residents r ON r."number" = s."number"',
  );
  await engine.run('DROP TABLE sampled_slips');
  // Half a hit is added so that a register without any still leaves the relation possible, but rare.
  return (hits + 0.5) / sample.length;
}

/** Keys drawn likewise: most slips of a key are somebody's. */
const SAMPLED_KEYS = 1_000;

/** Residents of other households whose key is one slip away from a resident's, on average; reads `owner_resident_id`. */
async function keySlipRate(engine: Engine): Promise<number> {
  const key = residentKey('resident_id');
  const sample = await allRows(
    engine,
    SAMPLED.columns,
    `SELECT rid AS own, household_id AS home, ${key} AS slip FROM residents WHERE ${key} IS NOT NULL
     ORDER BY md5(CAST(rid AS VARCHAR)) LIMIT ${SAMPLED_KEYS}`,
  );
  if (sample.length === 0) return 0;
  const slips = sample.flatMap((row) => keySlips(row.slip).map((slip) => ({ ...row, slip })));
  await makeTable(engine, SAMPLED, slips);
  const { joins, heldBy } = keyJoins('s.slip');
  const hits = await engine.value<number>(`
    SELECT count(*) FROM (SELECT DISTINCT s.own, s.home, ${heldBy} AS rid FROM ${tableSql(SAMPLED)} s ${joins}) k
    JOIN residents r ON r.rid = k.rid WHERE k.rid <> k.own AND coalesce(r.household_id <> k.home, true)`);
  await engine.run(`DROP TABLE ${tableSql(SAMPLED)}`);
  return (hits + 0.5) / sample.length;
}

const SAMPLED = {
  name: 'sampled_key_slips',
  columns: { own: 'int', home: 'text?', slip: 'text' },
  scratch: true,
} as const;
