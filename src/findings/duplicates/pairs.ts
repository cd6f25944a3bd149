import { tableSql } from '../../engine/append.js';
import { each } from '../../engine/columns.js';
import type { Dialect } from '../../engine/dialect.js';
import type { Engine } from '../../engine/engine.js';
import { dropKept, keepFrom, makeFrom } from '../../engine/from-register.js';
import { ident } from '../../engine/sql.js';
import { houseNumbers } from '../../prepare/house-numbers.js';

/** Rows that share a key at most; more are an institution or a default value, not one person. */
const MOST_ALIKE = 20;

/** Register rows as pairs of them are found; a name without separator stands in for its given name. */
const PEOPLE = `
  SELECT rid, household_id, address, house, kw, nw, coalesce(kg, kw) AS kg, coalesce(ng, nw) AS ng, dob FROM residents`;

/** Where residents lived before: who moved stands in one row at the address that the other row gives as the previous one. */
const EARLIER_HOUSES = 'earlier_houses';
/** Where residents live and lived before. */
const HOUSES = `
  SELECT rid, house, kw, nw, kg, ng, dob FROM (${PEOPLE}) p WHERE house IS NOT NULL
  UNION ALL
  SELECT p.rid, b.house, kw, nw, kg, ng, dob FROM ${EARLIER_HOUSES} b JOIN (${PEOPLE}) p ON p.rid = b.rid`;

/**
 * What two rows of one person still share where the name or the date of birth is written differently: the number; the home and one
 * of the two, or house numbers and more of them. Names and dates that agree wherever people live come from `namesakes`.
 */
const SHARED = {
  people: ['household_id', 'address'].flatMap((home) => ['kg', 'ng', 'dob'].map((item) => [home, item])),
  houses: [['kw'], ['nw'], ['kg', 'dob'], ['ng', 'dob']].map((items) => ['house', ...items]),
} as const;

const keysOf = (from: keyof typeof SHARED) => SHARED[from].map((_, i) => `key_${i}`);
const keyTable = (from: keyof typeof SHARED) =>
  ({
    name: `${from}_keys`,
    columns: { rid: 'int', keys: each('big?', keysOf(from)) },
    scratch: true,
  }) as const;
const KEYS = { people: keyTable('people'), houses: keyTable('houses') } as const;

const PAIRS = { name: 'duplicate_pairs', columns: { a: 'int', b: 'int' }, scratch: true } as const;

/** The table that `makeDuplicatePairs` makes, in memory. */
export const DUPLICATE_PAIRS = tableSql(PAIRS);

/** Makes pairs (a, b), a < b, of register rows that may be one person, each once. Reads `residents` and `namesakes`. */
export async function makeDuplicatePairs(engine: Engine): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE ${EARLIER_HOUSES} AS
    SELECT rid, ${houseNumbers('previous_address')} AS house FROM residents WHERE previous_address IS NOT NULL`);
  await keepFrom(engine, KEYS.people, { reads: ['residents'], sql: keys('people', `(${PEOPLE}) p`) });
  const reads = ['residents', EARLIER_HOUSES];
  await keepFrom(engine, KEYS.houses, { reads, sql: keys('houses', `(${HOUSES}) h`) });
  const shared = (dialect: Dialect) =>
    (['people', 'houses'] as const).flatMap((from) =>
      keysOf(from).map((key) => sharing(dialect.kept(KEYS[from]), key)),
    );
  await makeFrom(engine, PAIRS, {
    reads: ['namesakes'],
    sql: (dialect) =>
      ['SELECT rid AS a, other AS b FROM namesakes WHERE rid < other', ...shared(dialect)].join(' UNION '),
  });
  // Numbers are lent to nobody.
  await engine.run(`
    INSERT INTO ${DUPLICATE_PAIRS} ${sharing('residents', '"number"')}
    EXCEPT SELECT a, b FROM ${DUPLICATE_PAIRS}`);
  for (const table of Object.values(KEYS)) await dropKept(engine, table);
  await engine.run(`DROP TABLE ${EARLIER_HOUSES}`);
}

/**
 * Rows with a hash of each of the things that may be shared, NULL where one is not known: hashes are counted and joined at half
 * the price of texts. Rows whose hashes meet by chance are compared like all others.
 */
function keys(from: keyof typeof SHARED, rows: string) {
  return (dialect: Dialect): string => {
    const hashes = SHARED[from].map((columns, i) => {
      const known = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
      return `CASE WHEN ${known} THEN ${dialect.digest(columns)} END AS ${ident(`key_${i}`)}`;
    });
    return `SELECT rid, ${hashes.join(', ')} FROM ${rows}`;
  };
}

/** Pairs within groups that share a key. Such groups are small, so the pairs grow with the file, not its square. */
function sharing(from: string, key: string): string {
  return `
    SELECT a.rid AS a, b.rid AS b
    FROM (SELECT ${key} FROM ${from} WHERE ${key} IS NOT NULL
          GROUP BY ${key} HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}) g
    JOIN ${from} a ON a.${key} = g.${key} JOIN ${from} b ON b.${key} = g.${key} AND b.rid > a.rid`;
}
