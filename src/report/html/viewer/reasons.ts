// The reasons of a decision, by number keys: what the list beside the decisions offers to the mouse.
import { at, el, say } from './dom.js';
import { keepFocus } from './focus.js';
import { org } from './state.js';

let giveBack: (() => void) | null = null;

/** Reasons by their keys; 0 takes the reason away. */
function reasonOfKey(digit: number): string | undefined {
  return digit === 0 ? '' : Object.keys(org().reasons)[digit - 1];
}

export function isChoosingReason(): boolean {
  return !at('reasons').hidden;
}

export function openReasons(): void {
  if (isChoosingReason()) return;
  giveBack = keepFocus();
  const { reasons, words } = org();
  const buttons = [...Object.values(reasons), words.noReason].map((text, index, all) => {
    const digit = (index + 1) % all.length;
    return el(
      'button',
      { type: 'button', 'data-reason': digit },
      el('kbd', {}, String(digit)),
      ' ',
      say(text),
    );
  });
  at('reason-choices').replaceChildren(...buttons);
  at('reasons').hidden = false;
  buttons[0]!.focus({ preventScroll: true });
}

/** Closes the choice, the focus back where it was. */
export function closeReasons(): void {
  if (!isChoosingReason()) return;
  at('reasons').hidden = true;
  giveBack?.();
  giveBack = null;
}

/** Sets the reason of a key and closes; false where the key has none. */
export function setReason(digit: number): boolean {
  const code = reasonOfKey(digit);
  if (code === undefined) return false;
  at('reason').value = code;
  closeReasons();
  return true;
}
