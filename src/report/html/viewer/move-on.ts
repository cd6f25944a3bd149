import { type Bilingual, fill } from '../../../text/bilingual.js';
import { goOnElsewhere, isFromList } from './elsewhere.js';
import { go, place } from './place.js';
import { isSample, isWaiting, queueOf } from './queue.js';
import { rows } from './rows.js';
import { org } from './state.js';
import { step } from './step.js';

/**
 * Where a saved decision leads: to the next case of the queue; from its last one, and once none of it waits any more, to the list,
 * so that no further key falls on what is decided, or on to the next organisation. Gives what is to be said of it, null where the
 * next case says it.
 */
export function moveOn(done: ReadonlySet<string>, hadWaited: boolean): Bilingual | null {
  const queue = queueOf(place().case);
  const left = queue.filter(isWaiting).length;
  const isThrough = hadWaited && left === 0 && rows().length === org().total;
  if (!isThrough && step(1, done)) return null;
  if (isFromList() && !queue.some(isSample)) goOnElsewhere();
  else go({ case: null });
  return fill(org().words.lastCase, { n: left.toLocaleString('ja') });
}
