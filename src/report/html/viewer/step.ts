import { announce } from './announce.js';
import { go, place as placeNow } from './place.js';
import { queueOf } from './queue.js';
import { rowOf, rows } from './rows.js';
import { org } from './state.js';

/** Opens the case `by` steps on in its queue, those passed over left out; false at either end. */
export function step(by: number, passedOver: ReadonlySet<string> = new Set()): boolean {
  const open = placeNow().case;
  const found = queueOf(open);
  const here = open === null ? -1 : found.indexOf(rowOf(open));
  let place = here < 0 ? 0 : here + by;
  while (found[place] !== undefined && passedOver.has(rows()[found[place]!]!.id)) place += by;
  const next = found[place];
  if (next === undefined) return false;
  go({ case: rows()[next]!.id });
  return true;
}

/** The same for whoever steps, who is told of the end. */
export function stepAside(by: number): void {
  if (!step(by)) announce(by < 0 ? org().words.firstOfAll : org().words.lastOfAll);
}

/** Puts the focus on the first row of the list. */
export function firstRow(): void {
  document.querySelector<HTMLElement>('#table tbody a')?.focus();
}

/** Moves the focus `by` rows in the list, from anywhere else to the first. */
export function stepRow(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('#table tbody a')];
  const here = links.indexOf(document.activeElement as HTMLElement);
  links[Math.max(0, Math.min(links.length - 1, here < 0 ? 0 : here + by))]?.focus();
}
