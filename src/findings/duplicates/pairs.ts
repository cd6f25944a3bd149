import { houseNumbers } from '../../prepare/house-numbers.js';

/** Rows that share a key at most; more are an institution or a default value, not one person. */
const MOST_ALIKE = 20;

/** Register rows as pairs of them are found; a name without separator stands in for its given name. */
const PEOPLE = `
  SELECT rid, "number", household_id, address, previous_address, house, kw, nw, coalesce(kg, kw) AS kg, coalesce(ng, nw) AS ng, dob
  FROM residents`;

/** Where residents live and lived before: who moved stands in one row at the address that the other row gives as the previous one. */
const HOUSES = `
  SELECT rid, house, kw, nw, kg, ng, dob FROM people WHERE house IS NOT NULL
  UNION ALL
  SELECT rid, b.house, kw, nw, kg, ng, dob FROM before b JOIN people USING (rid)`;
const BEFORE = `
  SELECT rid, ${houseNumbers('previous_address')} AS house FROM residents WHERE previous_address IS NOT NULL`;

/**
 * What two rows of one person still share where the name or the date of birth is written differently: the home and one
 * of the two, or house numbers and more of them. Names and dates that agree wherever people live come from `namesakes`.
 */
const SHARED: Readonly<Record<'people' | 'houses', readonly (readonly string[])[]>> = {
  people: [
    ['"number"'],
    ...['household_id', 'address'].flatMap((home) => ['kg', 'ng', 'dob'].map((item) => [home, item])),
  ],
  houses: [['kw'], ['nw'], ['kg', 'dob'], ['ng', 'dob']].map((items) => ['house', ...items]),
};
const TABLES = ['people', 'houses'] as const;

/** Query for (a, b), a < b: pairs of register rows that may be one person, each once. */
export const DUPLICATE_PAIRS = [
  `WITH people AS NOT MATERIALIZED (${PEOPLE}), before AS MATERIALIZED (${BEFORE}),
      houses AS NOT MATERIALIZED (${HOUSES}), ${TABLES.map(keys).join(', ')}
    SELECT rid AS a, other AS b FROM namesakes WHERE rid < other`,
  ...TABLES.flatMap((from) => SHARED[from].map((_, i) => sharing(`${from}_keys`, `key_${i}`))),
].join('\n    UNION\n    ');

/**
 * Rows with a hash of each of the things that may be shared, NULL where one is not known: hashes are counted and joined at half
 * the price of texts. Rows whose hashes meet by chance are compared like all others.
 */
function keys(from: (typeof TABLES)[number]): string {
  const hashes = SHARED[from].map((columns, i) => {
    const known = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
    return `CASE WHEN ${known} THEN hash(${columns.join(', ')}) END AS key_${i}`;
  });
  return `${from}_keys AS MATERIALIZED (SELECT rid, ${hashes.join(', ')} FROM ${from})`;
}

/** Pairs within groups that share a key. Such groups are small, so the pairs grow with the file, not its square. */
function sharing(from: string, key: string): string {
  return `
    SELECT a.rid AS a, b.rid AS b
    FROM (SELECT ${key} FROM ${from} WHERE ${key} IS NOT NULL
          GROUP BY ${key} HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}) g
    JOIN ${from} a ON a.${key} = g.${key} JOIN ${from} b ON b.${key} = g.${key} AND b.rid > a.rid`;
}
