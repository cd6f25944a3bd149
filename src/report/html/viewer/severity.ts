import type { Bilingual } from '../../../text/bilingual.js';
import { el, say } from './dom.js';
import { org } from './state.js';

/** Severity as shape and word; the shape is for the eye only, and what is hidden has none. */
export function severity(key: string, words: Bilingual): Node {
  const shapes: Readonly<Record<string, string>> = org().shapes;
  const shape = shapes[key];
  const box = document.createDocumentFragment();
  if (shape) box.append(el('span', { class: 'shape', 'aria-hidden': 'true' }, shape));
  box.append(say(words));
  return box;
}
