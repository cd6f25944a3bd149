// Queues of work: the cases, and the blind sample, which is entered by its own button or row only.
import { decisionOn } from './decisions.js';
import { matching } from './filter.js';
import { rowOf, rows, SETTLED, valueIn } from './rows.js';

/** Whether a row is a link of the blind sample. */
export function isSample(index: number): boolean {
  return valueIn(rows()[index]!, 'group').key === 'sample';
}

/** Whether a row waits for whoever sits here. */
export function isWaiting(index: number): boolean {
  const row = rows()[index]!;
  return !SETTLED.includes(valueIn(row, 'review').key) && !decisionOn(row.id);
}

/** Rows of the filter among which the open case stands: of the blind sample its links only, else all but these. */
export function queueOf(id: string | null): readonly number[] {
  const index = id === null ? -1 : rowOf(id);
  if (index < 0) return matching();
  const drawn = isSample(index);
  return matching().filter((other) => isSample(other) === drawn);
}
