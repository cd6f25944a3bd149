// Minimum disclosure: which cases have been shown whole in this browser, by whom and when. Kept and exported like decisions.
import { reviewerKey } from '../../../audit/reviewer.js';
import { announce } from './announce.js';
import { org } from './state.js';
import { recall, remember } from './storage.js';

/** That somebody had the characters of a case shown that agree; a line of the exported file. */
export interface RevealEvent {
  readonly case: string;
  readonly fingerprint: string;
  readonly decision: 'revealed';
  readonly candidate: null;
  readonly reason: null;
  readonly at: string;
  readonly reviewer: string;
  /** Whether a file holds it. */
  readonly isOut?: boolean;
}

function key(): string {
  return `totsugo:${org().runId}:${org().organisation}:revealed`;
}

function kept(): readonly RevealEvent[] {
  try {
    const value = JSON.parse(recall(key()) ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Shown once, a case stays shown to the reviewer who asked for it. */
export function isRevealed(id: string, reviewer: string): boolean {
  return kept().some((event) => event.case === id && reviewerKey(event.reviewer) === reviewerKey(reviewer));
}

/** Keeps that a case is shown whole; false, after an alarm, where the browser keeps nothing: then it is not shown. */
export function keepReveal(id: string, fingerprint: string, reviewer: string, now: string): boolean {
  const event: RevealEvent = {
    ...{ case: id, fingerprint, decision: 'revealed', candidate: null, reason: null, at: now, reviewer },
  };
  const isKept = remember(key(), JSON.stringify([...kept(), event]));
  if (!isKept) announce(org().words.notSaved, true);
  return isKept;
}

/** All that a reviewer has had shown, for the file. */
export function revealsOf(reviewer: string): readonly RevealEvent[] {
  return kept()
    .filter((event) => reviewerKey(event.reviewer) === reviewerKey(reviewer))
    .map(({ isOut: _, ...event }) => event);
}

/** What is shown and in no file yet. */
export function unexportedReveals(): number {
  return kept().filter(({ isOut }) => !isOut).length;
}

export function markRevealsExported(reviewer: string): void {
  const isOwn = (event: RevealEvent) => reviewerKey(event.reviewer) === reviewerKey(reviewer);
  const events = kept().map((event) => (isOwn(event) ? { ...event, isOut: true } : event));
  if (events.length > 0) remember(key(), JSON.stringify(events));
}
