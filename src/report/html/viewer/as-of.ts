// Records that came in after the day for which the register was taken: what it says of their people may have been true no more.
import { el, say } from './dom.js';
import { org } from './state.js';

/** What follows a time of registration after the day as of which the run judges; nothing of one before, or of another notation. */
export function afterAsOf(time: string): readonly Node[] {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)/.exec(time) ?? [];
  if (day === undefined || `${year}-${month}-${day}` <= org().asOf) return [];
  return [el('span', { class: 'quiet' }, say(org().words.afterAsOf))];
}
