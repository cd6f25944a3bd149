// Deciding a case: buttons and keys come here. The next case opens only after the decision is saved.

import type { DecisionCode } from '../../../audit/case.js';
import { reviewerCode } from '../../../audit/reviewer.js';
import { type Bilingual, fill } from '../../../text/bilingual.js';
import type { CaseData, ColumnData } from '../viewer-data.js';
import { announce } from './announce.js';
import { drawAgain } from './case.js';
import type { DecisionEvent } from './decision-file.js';
import { addDecision, decisionOn, isOf, undoDecision } from './decisions.js';
import { at, el, one, say } from './dom.js';
import { decisionWords, drawHistory } from './history.js';
import { go } from './place.js';
import { keepReveal } from './reveals.js';
import { org } from './state.js';
import { step } from './step.js';
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
  return item.columns.filter((column) => column.label !== 'B');
}

function announceSaved(event: DecisionEvent): void {
  const { saved } = org().words;
  const decision = decisionWords(event);
  const put = (language: keyof Bilingual) =>
    fill(saved, { id: event.case, decision: decision[language] })[language];
  announce({ ja: put('ja'), en: put('en') });
}

function save(item: CaseData, decision: DecisionCode, candidate: string | null): void {
  const event: DecisionEvent = {
    case: item.id,
    fingerprint: item.fingerprint,
    decision,
    candidate,
    reason: chosenReason(),
    at: now(),
    ...signed(),
  };
  const isSaved = addDecision(event);
  drawBanner();
  if (isSaved) announceSaved(event);
  if (!isSaved || !step(1)) drawDecisions();
}

function openChoice(candidates: readonly ColumnData[]): void {
  const buttons = candidates.map((column, index) =>
    el(
      'button',
      { type: 'button', 'data-candidate': column.label },
      el('kbd', {}, String(index + 1)),
      ` ${column.label}`,
      column.resident === null
        ? null
        : el('span', { class: 'quiet' }, ' ', say(fill(org().words.resident, { id: column.resident }))),
    ),
  );
  at('choices').replaceChildren(...buttons);
  at('choose').hidden = false;
  buttons[0]!.focus();
}

export function closeChoice(): void {
  at('choose').hidden = true;
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
  else openChoice(candidates);
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
  const { reviewer: _, ...unsigned } = decision;
  const isSaved = addDecision({ ...unsigned, reason, at: now(), ...signed() });
  drawBanner();
  drawDecisions();
  if (isSaved) announceSaved(decision);
}

export function undo(): void {
  const event = undoDecision(now(), at('reviewer').value);
  if (event === null) {
    announce(org().words.nothingToUndo);
    return;
  }
  announce(fill(org().words.undone, { id: event.case }));
  drawBanner();
  if (current?.id === event.case) drawDecisions();
  else go({ case: event.case });
}

/** The first button says who is right where there is one candidate only. */
function drawFirst(button: HTMLButtonElement, candidates: readonly ColumnData[]): void {
  const { words, decisions } = org();
  const [first] = candidates;
  button.disabled = first === undefined;
  const said =
    first && candidates.length === 1
      ? fill(words.candidateRight, { label: first.label })
      : decisions['wrong-candidate'];
  button.replaceChildren(el('kbd', {}, '1'), ' ', say(said));
}

export function drawDecisions(): void {
  if (current === null) return;
  const decision = decisionOn(current.id);
  for (const button of document.querySelectorAll<HTMLElement>('[data-decision]')) {
    button.setAttribute('aria-pressed', String(button.dataset.decision === decision?.decision));
  }
  drawFirst(one<HTMLButtonElement>('[data-decision=wrong-candidate]'), candidatesOf(current));
  drawHistory(current);
  at('reason').value = decision?.reason ?? '';
}

export function openCase(item: CaseData): void {
  current = item;
  closeChoice();
  drawDecisions();
}

export function closeCase(): void {
  current = null;
}
