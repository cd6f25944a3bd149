/** Rows that share a key at most; more are an institution or a default value, not one person. */
const MOST_ALIKE = 20;

/**
 * What two rows of one person still share where the name or the date of birth is written differently: the home and one
 * of the two. Names and dates that agree wherever people live come from `namesakes`.
 */
const SHARED: readonly (readonly string[])[] = [
  ['"number"'],
  ...['household_id', 'address'].flatMap((home) => ['kg', 'ng', 'dob'].map((item) => [home, item])),
];

/** Query for (a, b), a < b: pairs of register rows that may be one person, each once. */
export const DUPLICATE_PAIRS = [
  'SELECT rid AS a, other AS b FROM namesakes WHERE rid < other',
  ...SHARED.map(sharing),
].join('\n    UNION\n    ');

/** Pairs within groups that share all of some columns. Such groups are small, so the pairs grow with the file, not its square. */
function sharing(columns: readonly string[]): string {
  const known = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const same = (row: string) => columns.map((column) => `${row}.${column} = g.${column}`).join(' AND ');
  return `
    SELECT a.rid AS a, b.rid AS b
    FROM (SELECT ${columns.join(', ')} FROM residents WHERE ${known}
          GROUP BY ${columns.join(', ')} HAVING count(*) BETWEEN 2 AND ${MOST_ALIKE}) g
    JOIN residents a ON ${same('a')} JOIN residents b ON ${same('b')} AND b.rid > a.rid`;
}
