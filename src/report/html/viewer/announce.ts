import type { Bilingual } from '../../../text/bilingual.js';
import { at, say } from './dom.js';
import { keepPlaced, leavePlaced } from './toast-place.js';

const ANNOUNCED_MS = 6000;
let fading: ReturnType<typeof setTimeout> | undefined;

/** Says a sentence to everyone, on the page and through a screen reader; an alarm stays until the next. */
export function announce(text: Bilingual, isError = false): void {
  const live = at('live');
  clearTimeout(fading);
  if (!isError) fading = setTimeout(clear, ANNOUNCED_MS);
  live.replaceChildren(say(text));
  live.classList.toggle('error', isError);
  keepPlaced(live);
}

function clear(): void {
  at('live').replaceChildren();
  leavePlaced();
}
