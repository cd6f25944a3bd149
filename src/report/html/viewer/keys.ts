// Every key of the page; `help-dialog.tsx` tells them.
import {
  choose,
  closeChoice,
  decide,
  decisionOfKey,
  isChoosing,
  noteChanged,
  tellNoChoice,
  undo,
} from './decide.js';
import { at, elementOf } from './dom.js';
import { turnPanel } from './incident.js';
import { chooseOdds, closeOdds, isAtOdds } from './odds.js';
import { go, place } from './place.js';
import { closeReasons, isChoosingReason, openReasons, setReason } from './reasons.js';
import { firstRow, stepAside, stepRow } from './step.js';
import { recall, remember } from './storage.js';
import { closeTransfer, exportDecisions, openTransfer } from './transfer.js';
import { focusQuery } from './views.js';

const KEY = 'totsugo:keys';

export function areKeysOn(): boolean {
  return recall(KEY) !== 'off';
}

export function turnKeys(isOn: boolean): void {
  remember(KEY, isOn ? 'on' : 'off');
}

function move(by: number): void {
  if (place().case === null) stepRow(by);
  else stepAside(by);
}

function leave(): void {
  if (closeTransfer()) return;
  if (isChoosingReason()) closeReasons();
  else if (isChoosing()) closeChoice();
  else if (isAtOdds()) closeOdds();
  else if (place().case !== null) go({ case: null });
}

function pressDigit(digit: number): void {
  if (place().case === null) return;
  if (isChoosingReason()) {
    if (setReason(digit)) noteChanged();
    return;
  }
  if (isAtOdds()) {
    chooseOdds(digit);
    return;
  }
  const decision = decisionOfKey(digit);
  if (isChoosing()) choose(`C${digit}`);
  else if (decision) decide(decision);
  else if (digit >= 1 && digit <= 5) tellNoChoice(digit);
}

const KEYS: ReadonlyMap<string, () => void> = new Map([
  ['j', () => move(1)],
  ['k', () => move(-1)],
  ['m', turnPanel],
  ['r', () => place().case !== null && openReasons()],
  ['u', undo],
  ['e', openTransfer],
  ['?', () => at('help').showModal()],
  ['/', focusQuery],
  ['escape', leave],
]);

/**
 * Keys of a field: Enter exports under the code that stands there, and leads from the search to the first row; Escape empties the
 * search, and leaves it where it is empty. False where the field has none such.
 */
function pressInField(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const field = elementOf(event)?.id;
  if (field === 'reviewer' && event.key === 'Enter') exportDecisions();
  else if (field === 'query' && event.key === 'Enter') searchNow();
  else if (field === 'query' && event.key === 'Escape') leaveQuery();
  else return false;
  return true;
}

function searchNow(): void {
  go({ q: at('query').value, page: 0 }, true);
  firstRow();
}

function leaveQuery(): void {
  if (at('query').value === '') {
    at('query').blur();
    firstRow();
    return;
  }
  at('query').value = '';
  go({ q: '', page: 0 }, true);
}

/** Keys rest while somebody types or composes Japanese, and where they are turned off; Escape leaves all the same, the code field too. */
function isResting(event: KeyboardEvent): boolean {
  const isLeaving = event.key === 'Escape' && !event.isComposing && event.keyCode !== 229;
  if (isLeaving && elementOf(event)?.id === 'reviewer') return false;
  if (elementOf(event)?.closest('input:not([type=checkbox]), select, textarea, dialog')) return true;
  if (event.isComposing || event.keyCode === 229) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  return !areKeysOn() && event.key !== 'Escape';
}

export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (pressInField(event)) {
      event.preventDefault();
      return;
    }
    if (isResting(event)) return;
    const key = event.key.toLowerCase();
    const act = KEYS.get(key);
    // A key that is held goes through the cases, and decides none but the first.
    if (event.repeat && key !== 'j' && key !== 'k') event.preventDefault();
    else if (/^[0-9]$/.test(key)) pressDigit(Number(key));
    else if (act) act();
    else return;
    event.preventDefault();
  });
}
