// Copies the key of a resident, to be looked up in another system. Where the browser forbids it the key is selected, so
// that the keys of the system copy it.
import { fill } from '../../../text/bilingual.js';
import { announce } from './announce.js';
import { el, one, say, svg } from './dom.js';
import { org } from './state.js';

/** A key that is copied when it is pressed; two sheets of paper say so. */
export function keyButton(key: string): Node {
  const { resident, copyKey } = org().words;
  const sheets = svg(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    svg('rect', { x: 1.5, y: 1.5, width: 8, height: 10 }),
    svg('rect', { class: 'front', x: 5.5, y: 4.5, width: 8, height: 10 }),
  );
  return el(
    'button',
    { type: 'button', class: 'copy id quiet', 'data-copy': key },
    say(fill(resident, { id: key })),
    sheets,
    el('span', { class: 'unseen' }, say(copyKey)),
  );
}

/** Copies a key, and says so. */
export async function copyKey(key: string): Promise<void> {
  const { copied, selected } = org().words;
  try {
    await navigator.clipboard.writeText(key);
    announce(fill(copied, { id: key }));
  } catch {
    getSelection()?.selectAllChildren(one(`[data-copy="${CSS.escape(key)}"] span`));
    announce(selected);
  }
}
