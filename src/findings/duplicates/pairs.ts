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
const SHARED: readonly (readonly [from: string, columns: readonly string[]])[] = [
  ['people', ['"number"']],
  ...['household_id', 'address'].flatMap((home) =>
    ['kg', 'ng', 'dob'].map((item) => ['people', [home, item]] as const),
  ),
  ...[['kw'], ['nw'], ['kg', 'dob'], ['ng', 'dob']].map((items) => ['houses', ['house', ...items]] as const),
];

/** Query for (a, b), a < b: pairs of register rows that may be one person, each once. */
export const DUPLICATE_PAIRS = [
  `WITH people AS NOT MATERIALIZED (${PEOPLE}), before AS MATERIALIZED (${BEFORE}),
      houses AS NOT MATERIALIZED (${HOUSES})
    SELECT rid AS a, other AS b FROM namesakes WHERE rid < other`,
  ...SHARED.map(([from, columns]) => sharing(from, columns)),
].join('\n    UNION\n    ');

/** Pairs within groups that share all of some columns. Such groups are small, so the pairs grow with the file, not its square. */
function sharing(from: string, columns: readonly string[]): string {
  const known = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const same = (row: string) => columns.map((column) => `${row}.${column} = g.${column}`).join(' AND ');
  return `
    SELECT a.rid AS a, b.rid AS b
    FROM (SELECT ${columns.join(', ')} FROM ${from} WHERE ${known}
          GROUP BY ${columns.join(', ')} HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}) g
    JOIN ${from} a ON ${same('a')} JOIN ${from} b ON ${same('b')} AND b.rid > a.rid`;
}
