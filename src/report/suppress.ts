/** A count that is the sum of others, by their places. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * Places of the counts that must not be told: those from 1 to below `threshold`, and as many more as it takes that none of
 * them can be worked out from the sums (complementary suppression). In each sum the hidden parts are none, or at least two
 * that come to the threshold together, or the total is hidden with them; and no hidden count is the only solution of all
 * sums taken together. Zeros are told: they say of nobody anything.
 */
export function suppressedPlaces(
  counts: readonly number[],
  sums: readonly Sum[],
  threshold: number,
): ReadonlySet<number> {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < threshold ? [at] : [])));
  // Where something that is not told is part of the total, too, nothing can be worked out.
  const closed = sums.filter(
    ({ total, parts }) => counts[total] === parts.reduce((sum, at) => sum + counts[at]!, 0),
  );
  for (;;) {
    const open = closed.filter((sum) => !isSafe(sum, counts, hidden, threshold));
    const more = open.length > 0 ? bestOf(open, counts, hidden) : alsoHidden(closed, counts, hidden);
    if (more === null) return hidden;
    hidden.add(more);
  }
}

/** Whether a sum gives none of its hidden counts away. */
function isSafe(
  { total, parts }: Sum,
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  threshold: number,
): boolean {
  const own = parts.filter((at) => hidden.has(at));
  if (hidden.has(total)) return own.length > 0;
  const known = own.reduce((sum, at) => sum + counts[at]!, 0);
  return own.length === 0 || (own.length > 1 && known >= threshold);
}

/** What to hide for the first of the sums that are not safe: what helps the most of them, then the smallest; else its total. */
function bestOf(
  [first, ...others]: readonly Sum[],
  counts: readonly number[],
  hidden: ReadonlySet<number>,
): number {
  const { total, parts } = first!;
  const helps = (at: number) => others.filter((sum) => sum.total === at || sum.parts.includes(at)).length;
  const told = parts
    .filter((at) => counts[at]! > 0 && !hidden.has(at))
    .map((at) => ({ at, helps: helps(at) }));
  return told.toSorted((a, b) => b.helps - a.helps || counts[a.at]! - counts[b.at]!)[0]?.at ?? total;
}

/** The smallest count of some that is told; of equal ones the first. */
function smallest(
  places: readonly number[],
  counts: readonly number[],
  hidden: ReadonlySet<number>,
): number | null {
  const told = places.filter((at) => counts[at]! > 0 && !hidden.has(at));
  return told.toSorted((a, b) => counts[a]! - counts[b]!)[0] ?? null;
}

/** A further place to hide where the sums together give a hidden count away; null where they do not. */
function alsoHidden(
  sums: readonly Sum[],
  counts: readonly number[],
  hidden: ReadonlySet<number>,
): number | null {
  const given = solved(sums, [...hidden]);
  const placesOf = (some: readonly Sum[]) => some.flatMap(({ total, parts }) => [...parts, total]);
  for (const at of given) {
    const around = sums.filter(({ total, parts }) => total === at || parts.includes(at));
    const more = smallest(placesOf(around), counts, hidden);
    if (more !== null) return more;
  }
  // All around is hidden or zero, and sums of others give it away.
  return given.length > 0 ? smallest(placesOf(sums), counts, hidden) : null;
}

/** Unknowns that a system of sums determines: rows of its reduced echelon form with one entry alone. */
function solved(sums: readonly Sum[], unknowns: readonly number[]): readonly number[] {
  const column = new Map(unknowns.map((at, i) => [at, i]));
  const rows = sums.flatMap(({ total, parts }) => {
    const row = new Array<number>(unknowns.length).fill(0);
    for (const at of parts) if (column.has(at)) row[column.get(at)!] = 1;
    if (column.has(total)) row[column.get(total)!] = -1;
    return row.some((entry) => entry !== 0) ? [row] : [];
  });
  reduce(rows, unknowns.length);
  return rows.flatMap((row) => {
    const entries = row.flatMap((entry, i) => (Math.abs(entry) > TINY ? [i] : []));
    return entries.length === 1 ? [unknowns[entries[0]!]!] : [];
  });
}

const TINY = 1e-9;

/** Gauss and Jordan, in place. */
function reduce(rows: number[][], width: number): void {
  let top = 0;
  for (let c = 0; c < width && top < rows.length; c += 1) {
    const pivot = rows.findIndex((row, r) => r >= top && Math.abs(row[c]!) > TINY);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const lead = rows[top]!;
    const by = lead[c]!;
    for (let i = c; i < width; i += 1) lead[i]! /= by;
    for (const [r, row] of rows.entries()) {
      const times = row[c]!;
      if (r === top || Math.abs(times) <= TINY) continue;
      for (let i = c; i < width; i += 1) row[i]! -= times * lead[i]!;
    }
    top += 1;
  }
}
