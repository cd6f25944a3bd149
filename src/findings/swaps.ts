import type { Shape, WrongLink } from './wrong-link.js';

/** Longest cycle followed; beyond it links are no longer "swapped with each other" to a reader. */
const LONGEST_CYCLE = 12;

/**
 * Decides what is a swap: wrong links of one source whose rightful residents are each other's, two cards handed out
 * crosswise or three in a ring: a cycle from a link to the link of its rightful resident and so back. Given, in the order of
 * lid, are the links of grade C whose number is whole (a wrong check digit says itself what went wrong), each with its likeliest
 * rightful resident: none where "nobody in the register" has half the probability of a wrong link or more (`graded_wrong`).
 */
export function findSwaps(links: readonly WrongLink[]): Map<number, Shape> {
  const byResident = new Map<string, WrongLink[]>();
  for (const link of links) {
    const key = `${link.src}/${link.rid}`;
    const others = byResident.get(key);
    if (others) others.push(link);
    else byResident.set(key, [link]);
  }
  const cycles = new Map<number, Shape>();
  for (const start of links) {
    if (cycles.has(start.lid)) continue;
    const path = follow(start, byResident);
    if (path?.every((lid) => !cycles.has(lid)))
      for (const lid of path) cycles.set(lid, { id: Math.min(...path), length: path.length });
  }
  return cycles;
}

function follow(start: WrongLink, byResident: ReadonlyMap<string, readonly WrongLink[]>): number[] | null {
  const path = [start.lid];
  let link: WrongLink | undefined = start;
  while (path.length <= LONGEST_CYCLE) {
    const next: readonly WrongLink[] =
      (link.owner !== null && byResident.get(`${link.src}/${link.owner}`)) || [];
    // Of several wrong links of one resident the one that closes the ring is the other half.
    link = next.find(({ lid, owner }) => lid === start.lid || owner === start.rid) ?? next[0];
    if (!link) return null;
    if (link.lid === start.lid) return path.length > 1 ? path : null;
    if (path.includes(link.lid)) return null;
    path.push(link.lid);
  }
  return null;
}
