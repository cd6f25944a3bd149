/** A link graded wrong, with the resident who fits best instead (null when nobody does). */
export interface WrongLink {
  readonly lid: number;
  readonly src: number;
  readonly rid: number;
  readonly owner: number | null;
  /**
   * Rows from this record to the one whose linked resident is the owner (−2 … 2), where there is one near; without an
   * owner to the one whose resident has the record's name.
   */
  readonly shift: number | null;
}

/** How wrong links hang together: number of the cycle or run of a link, and how long it is. */
export interface Shape {
  readonly id: number;
  readonly length: number;
}

/** A run needs this many rows: two alone may be any two neighbours. */
const SHORTEST_RUN = 3;
/** Longest cycle followed; beyond it links are no longer "swapped with each other" to a reader. */
const LONGEST_CYCLE = 12;

/**
 * Cycles: links of one source whose rightful residents are each other's (two cards handed out crosswise, or
 * three in a ring). Given in the order of lid.
 */
export function findCycles(links: readonly WrongLink[]): Map<number, Shape> {
  const byResident = new Map<string, WrongLink>();
  for (const link of links) {
    const key = `${link.src}/${link.rid}`;
    if (!byResident.has(key)) byResident.set(key, link);
  }
  const cycles = new Map<number, Shape>();
  for (const start of links) {
    if (cycles.has(start.lid)) continue;
    const path = follow(start, byResident);
    if (path) for (const lid of path) cycles.set(lid, { id: Math.min(...path), length: path.length });
  }
  return cycles;
}

function follow(start: WrongLink, byResident: ReadonlyMap<string, WrongLink>): number[] | null {
  const path = [start.lid];
  let link: WrongLink | undefined = start;
  while (path.length <= LONGEST_CYCLE) {
    link = link.owner === null ? undefined : byResident.get(`${link.src}/${link.owner}`);
    if (!link) return null;
    if (link.lid === start.lid) return path.length > 1 ? path : null;
    if (path.includes(link.lid)) return null;
    path.push(link.lid);
  }
  return null;
}

/**
 * Runs: consecutive rows in which each record fits the resident of the row a fixed step away. The row at the
 * end, whose resident the last record fits while its own is nowhere near, belongs to it too; one row in between
 * may fit anyhow.
 */
export function findRuns(links: readonly WrongLink[]): Map<number, Shape> {
  const loose = new Set(links.flatMap(({ lid, shift }) => (shift === null ? [lid] : [])));
  const members = new Map<string, Set<number>>();
  for (const { lid, src, shift } of links) {
    if (shift === null) continue;
    const key = `${src}/${shift}`;
    const rows = members.get(key) ?? new Set<number>();
    members.set(key, rows.add(lid));
    if (loose.has(lid + shift)) rows.add(lid + shift);
  }
  const runs = new Map<number, Shape>();
  for (const rows of members.values()) {
    for (const run of stretches([...rows].sort((a, b) => a - b))) {
      if (run.length < SHORTEST_RUN) continue;
      for (const lid of run) runs.set(lid, { id: run[0]!, length: run.length });
    }
  }
  return runs;
}

/** Cuts ascending row keys where more than one row is left out. */
function stretches(rows: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && row - last.at(-1)! <= 2) last.push(row);
    else found.push([row]);
  }
  return found;
}
