import type { Shape, WrongLink } from './wrong-link.js';

/** A run needs this many rows: two alone may be any two neighbours. */
const SHORTEST_RUN = 3;

/**
 * Decides what is a row shift: a run of consecutive rows in which each record fits the resident of the row a fixed step away. The row at the
 * end, whose resident the last record fits while its own is nowhere near, belongs to it too; one row in between
 * may fit anyhow.
 */
export function findRowShifts(links: readonly WrongLink[]): Map<number, Shape> {
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
