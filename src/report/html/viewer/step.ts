import { matching } from './filter.js';
import { go, place } from './place.js';
import { rowOf, rows } from './rows.js';

/** Opens the case `by` steps on in the filtered list; false at either end. */
export function step(by: number): boolean {
  const found = matching();
  const open = place().case;
  const here = open === null ? -1 : found.indexOf(rowOf(open));
  const next = found[here < 0 ? 0 : here + by];
  if (next === undefined) return false;
  go({ case: rows()[next]!.id });
  return true;
}

/** Moves the focus `by` rows in the list, from anywhere else to the first. */
export function stepRow(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('#table tbody a')];
  const here = links.indexOf(document.activeElement as HTMLElement);
  links[Math.max(0, Math.min(links.length - 1, here < 0 ? 0 : here + by))]?.focus();
}
