// Deciding a case: buttons and keys come here. The next case opens only after the decision is saved.

import type { DecisionCode } from '../../../audit/case.js';
import { reviewerCode } from '../../../audit/reviewer.js';
import { type Bilingual, fill } from '../../../text/bilingual.js';
import type { CaseData, ColumnData } from '../viewer-data.js';
import { type Held, heldAgainst, membersDataOf, settledBy } from './act.js';
import { announce } from './announce.js';
import { clueOf, nameOf } from './candidate-name.js';
import { drawAgain } from './case.js';
import type { DecisionEvent } from './decision-file.js';
import { addDecisions, decisionOn, isOf, undoDecision } from './decisions.js';
import { at, el, present, say } from './dom.js';
import { keepFocus } from './focus.js';
import { drawHistory } from './history.js';
import type { Implied } from './implied.js';
import { chosenMembers, drawIncident } from './incident.js';
import { moveOn } from './move-on.js';
import { closeOdds, openOdds } from './odds.js';
import { drawPaperSign } from './paper-sign.js';
import { go, redraw } from './place.js';
import { isWaiting } from './queue.js';
import { closeReasons } from './reasons.js';
import { openBefore } from './related.js';
import { keepReveal } from './reveals.js';
import { rowOf } from './rows.js';
import { announceSaved, replacedBy, told } from './saved.js';
import { org } from './state.js';
import { drawBanner, neededReviewer } from './transfer.js';

/** The open case; null in the list. */
let current: CaseData | null = null;

const now = () => new Date().toISOString();
const chosenReason = () => at('reason').value || null;

/** Whose a decision is, once a code has been typed. */
function signed(): Pick<DecisionEvent, 'reviewer'> {
  const read = reviewerCode(at('reviewer').value);
  return 'code' in read ? { reviewer: read.code } : {};
}

function candidatesOf(item: CaseData): readonly ColumnData[] {
  return item.columns.filter((column) => column.label.startsWith('C'));
}

/** What is kept of a decision on a case. */
export function eventOn(item: CaseData, said: Implied, reason = chosenReason()): DecisionEvent {
  return {
    case: item.id,
    fingerprint: item.fingerprint,
    ...said,
    reason,
    at: now(),
    ...signed(),
  };
}

function save(item: CaseData, decision: DecisionCode, candidate: string | null): void {
  const chosen = chosenMembers();
  const said = { decision, candidate };
  const held = chosen.length > 0 ? null : heldAgainst(item, said);
  if (chosen.length > 0) void saveAlong(item, said, chosen);
  else if (held) void saveHeld(item, said, held);
  else put([eventOn(item, said)], 0);
}

/** Where answers to the records of one resident exclude each other, somebody has to say first which hold; those are one act. */
async function saveHeld(item: CaseData, said: Implied, held: Promise<Held>): Promise<void> {
  const { odds, others, standing, contradictions } = await held;
  if (contradictions.length > 0) {
    announce(fill(org().words.contradiction, { ids: contradictions.join(', ') }), true);
    return;
  }
  if (odds === null) {
    put([eventOn(item, said)], 0);
    return;
  }
  openOdds(odds, standing, (answers) => {
    const own = eventOn(item, { decision: answers.get(item.id)!, candidate: null });
    const changed = [...answers].flatMap(([id, decision]) => {
      const other = standing.get(id) === decision ? undefined : others.get(id);
      return other ? [eventOn(other, { decision, candidate: null })] : [];
    });
    const act = `${item.id} ${own.at}`;
    put(
      [own, ...changed].map((event) => ({ ...event, act })),
      0,
    );
  });
}

/**
 * Decides the open case and those of its incident that were chosen, in one act; what it says nothing of is left, and told. Where
 * the answers exclude each other nothing is saved: somebody has to say which of them is the mistake.
 */
async function saveAlong(item: CaseData, said: Implied, chosen: readonly string[]): Promise<void> {
  const members = await membersDataOf(item.id);
  const { implied, contradictions } = settledBy(item, said, members, new Set(chosen));
  if (contradictions.length > 0) {
    announce(fill(org().words.contradiction, { ids: contradictions.join(', ') }), true);
    return;
  }
  const along = members.flatMap((other) => {
    const answer = implied.get(other.id);
    return answer === undefined ? [] : [eventOn(other, answer)];
  });
  const own = eventOn(item, said);
  const act = `${item.id} ${own.at}`;
  put(
    [own, ...along].map((event) => ({ ...event, act })),
    chosen.length - along.length,
  );
}

/** Keeps what was decided in one act; the next case opens only then. */
function put(
  events: readonly [DecisionEvent, ...DecisionEvent[]] | readonly DecisionEvent[],
  left: number,
): void {
  const [first] = events as readonly [DecisionEvent];
  const replaced = events.flatMap(replacedBy);
  const row = rowOf(first.case);
  const hadWaited = row >= 0 && isWaiting(row);
  const isSaved = addDecisions(events);
  drawBanner();
  const waitedFor = current?.id === first.case ? openBefore(current) : [];
  const leads = isSaved ? moveOn(new Set(events.map((event) => event.case)), hadWaited) : null;
  if (!isSaved || leads) drawDecisions();
  if (isSaved) announceSaved(first, { along: events.length - 1, left, replaced, waitedFor, leads });
}

function openChoice(item: CaseData, candidates: readonly ColumnData[]): void {
  const buttons = candidates.map((column, index) =>
    el(
      'button',
      { type: 'button', 'data-candidate': column.label },
      el('kbd', {}, String(index + 1)),
      ` ${column.label}`,
      called(nameOf(item, column)),
      known(clueOf(item, column)),
      column.resident === null
        ? null
        : el('span', { class: 'quiet' }, ' ', say(fill(org().words.resident, { id: column.resident }))),
    ),
  );
  at('choices').replaceChildren(...buttons);
  giveBack = keepFocus();
  at('choose').hidden = false;
  // The table stays where it is: it is what the choice is made from.
  buttons[0]!.focus({ preventScroll: true });
}

function called(name: string | null): Node | null {
  return name === null ? null : el('span', {}, ' ', el('bdi', { lang: 'ja', class: 'always' }, name));
}

function known(clue: Bilingual | null): Node | null {
  return clue === null ? null : el('span', { class: 'quiet' }, ' ', say(clue));
}

/** Gives the focus back to what opened the choice. */
let giveBack: (() => void) | null = null;

export function closeChoice(): void {
  if (!isChoosing()) return;
  at('choose').hidden = true;
  giveBack?.();
}

export function isChoosing(): boolean {
  return !at('choose').hidden;
}

/** Says which candidate is right, after `decide` has asked. */
export function choose(label: string): void {
  if (current === null || !candidatesOf(current).some((column) => column.label === label)) return;
  closeChoice();
  save(current, 'wrong-candidate', label);
}

/** Takes a decision on the open case; with several candidates the first decision asks which. */
export function decide(decision: DecisionCode): void {
  if (current === null) return;
  if (decision !== 'wrong-candidate') {
    closeChoice();
    save(current, decision, null);
    return;
  }
  const candidates = candidatesOf(current);
  const [first] = candidates;
  if (first === undefined) announce(org().words.noCandidate, true);
  else if (candidates.length === 1) save(current, decision, first.label);
  else openChoice(current, candidates);
}

/** Shows what is hidden of the open case, once it is kept who asked for it. */
export function reveal(): void {
  const reviewer = neededReviewer();
  if (current === null || reviewer === null) return;
  if (!keepReveal(current.id, current.fingerprint, reviewer, now())) return;
  announce(fill(org().words.revealed, { id: current.id }));
  drawBanner();
  drawAgain();
}

/** A note chosen after deciding belongs to the decision in force, unless that is another's. */
export function noteChanged(): void {
  const decision = current && decisionOn(current.id);
  const reason = chosenReason();
  if (decision === null || decision.reason === reason || !isOf(decision, at('reviewer').value)) return;
  const { reviewer: _, act: __, ...unsigned } = decision;
  const isSaved = addDecisions([{ ...unsigned, reason, at: now(), ...signed() }]);
  drawBanner();
  drawDecisions();
  if (isSaved) announceSaved(decision, { along: 0, left: 0, replaced: [], waitedFor: [], leads: null });
}

export function undo(): void {
  const events = undoDecision(now(), at('reviewer').value);
  const [event] = events;
  if (event === undefined) {
    announce(org().words.nothingToUndo);
    return;
  }
  const { undone, undoneTo, undoneAlong } = org().words;
  const back = decisionOn(event.case);
  if (events.length > 1) announce(fill(undoneAlong, { n: events.length }));
  else announce(told(back ? undoneTo : undone, back ?? event, null));
  drawBanner();
  if (current?.id === event.case) drawDecisions();
  else if (current === null && events.length > 1) redraw();
  else go({ case: event.case });
}

/** What a key decides on the open case; null in the list, and where it says nothing there. */
export function decisionOfKey(key: number): DecisionCode | null {
  return current && (org().choices[current.kindId]?.[key - 1] ?? null);
}

/** Says that a key means nothing for the kind of the open case. */
export function tellNoChoice(key: number): void {
  if (current !== null) announce(fill(org().words.noChoice, { n: key }));
}

/** The buttons of a kind; the one that asks for a candidate says who is right where there is one only. */
function drawButtons(item: CaseData): void {
  const { words, decisions, choices } = org();
  const candidates = candidatesOf(item);
  const [first] = candidates;
  const buttons = (choices[item.kindId] ?? []).map((code, index) => {
    if (code === null) return null;
    const asks = code === 'wrong-candidate';
    const said =
      asks && first && candidates.length === 1
        ? fill(words.candidateRight, { label: first.label })
        : decisions[code];
    const attributes = { type: 'button', 'data-decision': code, disabled: asks && first === undefined };
    return el('button', attributes, el('kbd', {}, String(index + 1)), ' ', say(said));
  });
  at('decisions').replaceChildren(...present(buttons));
}

export function drawDecisions(): void {
  if (current === null) return;
  const decision = decisionOn(current.id);
  for (const button of document.querySelectorAll<HTMLElement>('[data-decision]')) {
    button.setAttribute('aria-pressed', String(button.dataset.decision === decision?.decision));
  }
  drawPaperSign(current);
  drawHistory(current);
  drawIncident(current);
  at('reason').value = decision?.reason ?? '';
}

export function openCase(item: CaseData): void {
  current = item;
  drawButtons(item);
  closeReasons();
  closeChoice();
  closeOdds();
  drawDecisions();
}

export function closeCase(): void {
  closeOdds();
  current = null;
}
