// Decisions made in this browser, and others' that were read in. Kept under run and organisation: case id, decision, candidate label, reason code and
// time, never a name. The exported file is the truth; this store only bridges until it is written.
import { reviewerKey } from '../../../audit/reviewer.js';
import { announce } from './announce.js';
import type { DecisionEvent } from './decision-file.js';
import { rowOf, rows, valueIn } from './rows.js';
import { org } from './state.js';
import { recall, recalled, remember } from './storage.js';

/** Events in the order of deciding; the first `exported` of them have left in a file. */
interface Kept {
  readonly events: readonly DecisionEvent[];
  readonly exported: number;
}

const EMPTY: Kept = { events: [], exported: 0 };

/** Days after which a run whose report is gone is no longer asked for. */
const REMEMBERED_DAYS = 30;

let kept = EMPTY;
let byCase: ReadonlyMap<string, DecisionEvent> = new Map();

function key(organisation = org().organisation): string {
  return `totsugo:${org().runId}:${organisation}:decisions`;
}

function read(name = key()): Kept {
  const text = recall(name);
  if (text === null) return EMPTY;
  try {
    const value = JSON.parse(text);
    return Array.isArray(value.events) && Number.isInteger(value.exported) ? value : EMPTY;
  } catch {
    return EMPTY;
  }
}

function hold(next: Kept): void {
  kept = next;
  const latest = new Map<string, DecisionEvent>();
  for (const event of kept.events) {
    const known = latest.get(event.case);
    if (!known || event.at >= known.at) latest.set(event.case, event);
  }
  byCase = latest;
}

/** Saved first, shown second: false, and an alarm, when the browser keeps nothing. */
function write(next: Kept): boolean {
  const saved = remember(key(), JSON.stringify(next));
  hold(next);
  if (!saved) announce(org().words.notSaved, true);
  return saved;
}

/** Reads what is kept, at the start and when another window has written; over all organisations what is kept of each. */
export function openDecisions(): void {
  const { members } = org();
  if (members === undefined) hold(read());
  else {
    const events = members.flatMap((organisation) => read(key(organisation)).events);
    hold({ events, exported: events.length });
  }
}

/** Whether a case takes two people, each of whom decides without the other's answer. */
export function needsTwo({ severity }: { readonly severity: string }): boolean {
  return severity === 'high';
}

/** As the list has it; as long as the list is not there, a case is taken for one of two people. */
function takesTwo(id: string): boolean {
  const row = rows()[rowOf(id)];
  return row === undefined || needsTwo({ severity: valueIn(row, 'severity').key });
}

/** The decision in force on a case, or null; where it takes two people that of whoever sits here, and of nobody else. */
export function decisionOn(id: string): DecisionEvent | null {
  const event = byCase.get(id);
  if (!event) return null;
  const shown = takesTwo(id) && !isOwn(event) ? ownWord(id) : event;
  return shown && shown.decision !== 'withdrawn' ? shown : null;
}

/** Everything that was said here of a case; what others say of a case of two people is sealed until one has said their own. */
export function eventsOf(id: string, ofTwo: boolean): readonly DecisionEvent[] {
  const events = kept.events.filter((event) => event.case === id);
  const own = ownWord(id);
  if (!ofTwo || (own && own.decision !== 'withdrawn')) return events;
  const sealed = (event: DecisionEvent) => ({ ...event, decision: 'sealed' as const });
  return events.map((event) => (isOwn(event) ? event : { ...sealed(event), candidate: null, reason: null }));
}

/** The code of whoever sits here, empty until one is typed. */
let sitting = '';

/** Says who sits here now. */
export function sitDown(reviewer: string): void {
  sitting = reviewer;
}

const isOwn = (event: DecisionEvent) => isOf(event, sitting);

/** The last word of whoever sits here. */
function ownWord(id: string): DecisionEvent | null {
  return kept.events
    .filter((event) => event.case === id && isOwn(event))
    .reduce<DecisionEvent | null>((last, event) => (last && last.at > event.at ? last : event), null);
}

/** Decisions that the next undo takes back: those of the last act. */
export function lastAct(): readonly DecisionEvent[] {
  const last = kept.events.at(-1);
  if (last?.act === undefined) return last ? [last] : [];
  return kept.events.filter(({ act }) => act === last.act);
}

/** The last word on every case, in the order of deciding. */
export function lastWords(): readonly DecisionEvent[] {
  return [...byCase.values()];
}

/** The last word of a reviewer on every case, in the order of deciding; what has no code yet is theirs. */
export function lastWordsOf(reviewer: string): readonly DecisionEvent[] {
  const latest = new Map<string, DecisionEvent>();
  for (const event of kept.events) {
    const known = latest.get(event.case);
    if (isOf(event, reviewer) && (!known || event.at >= known.at)) latest.set(event.case, event);
  }
  return [...latest.values()];
}

/** Whether a decision is a reviewer's own; what has no code yet is whoever's sits here. */
export function isOf(event: DecisionEvent, reviewer: string): boolean {
  return event.reviewer === undefined || reviewerKey(event.reviewer) === reviewerKey(reviewer);
}

/** Keeps what was decided in one act. False, after an alarm, when the browser keeps nothing. */
export function addDecisions(events: readonly DecisionEvent[]): boolean {
  // Another tab may have written meanwhile; without storage only this page knows.
  const stored = read();
  const base = stored.events.length >= kept.events.length ? stored : kept;
  return write({ ...base, events: [...base.events, ...events] });
}

/**
 * Takes back what was decided last, in one act, and gives it, the case it was decided on first; nothing where it is another's.
 * What was exported is withdrawn by further events.
 */
export function undoDecision(now: string, reviewer: string): readonly DecisionEvent[] {
  const last = kept.events.at(-1);
  // The list over all organisations shows what was decided in their pages, and changes nothing of it.
  if (org().members || !last || last.decision === 'withdrawn' || !isOf(last, reviewer)) return [];
  const start = last.act === undefined ? -1 : kept.events.findIndex(({ act }) => act === last.act);
  const first = start < 0 ? kept.events.length - 1 : start;
  const taken = kept.events.slice(first);
  const isOut = first < kept.exported;
  const back = taken.map(({ act: _, ...event }) => ({
    ...{ ...event, decision: 'withdrawn' as const, candidate: null, reason: null },
    at: now,
  }));
  write({ ...kept, events: isOut ? [...kept.events, ...back] : kept.events.slice(0, first) });
  return taken;
}

/** Cases with a decision that no file holds yet. */
export function unexported(): number {
  return new Set(kept.events.slice(kept.exported).map((event) => event.case)).size;
}

/** What a reviewer has exported is theirs for good; what others have decided here still waits for them. */
export function markExported(reviewer: string): void {
  const isOut = (event: DecisionEvent, index: number) => index < kept.exported || isOf(event, reviewer);
  const out = kept.events.filter(isOut).map((event) => ({ ...event, reviewer: event.reviewer ?? reviewer }));
  const left = kept.events.filter((event, index) => !isOut(event, index));
  write({ events: [...out, ...left], exported: out.length });
}

/** Over all organisations: how many cases of each, in the order of `members`, have a decision that no file holds yet. */
export function unexportedOf(members: readonly string[]): readonly number[] {
  return members.map((organisation) => {
    const { events, exported } = read(key(organisation));
    return new Set(events.slice(exported).map((event) => event.case)).size;
  });
}

/** Adds events of a file that this browser does not have, and gives how many; they count as exported. */
export function mergeDecisions(events: readonly DecisionEvent[]): number {
  const same = ({ case: id, at, reviewer }: DecisionEvent) =>
    JSON.stringify([id, at, reviewerKey(reviewer ?? '')]);
  const known = new Set(kept.events.map(same));
  const fresh = events.filter((event) => !known.has(same(event)));
  const own = kept.events.slice(kept.exported);
  const merged = [...kept.events.slice(0, kept.exported), ...fresh].sort((left, right) =>
    left.at < right.at ? -1 : left.at > right.at ? 1 : 0,
  );
  write({ events: [...merged, ...own], exported: merged.length });
  return fresh.length;
}

/** Decisions of this organisation on other runs that never left this browser: how many, and on which runs. */
export function leftBehind(): { readonly runs: readonly string[]; readonly n: number } {
  const since = new Date(Date.now() - REMEMBERED_DAYS * 86_400_000).toISOString();
  const end = `:${org().organisation}:decisions`;
  const runs: string[] = [];
  let n = 0;
  for (const name of recalled()) {
    if (!name.startsWith('totsugo:') || !name.endsWith(end) || name === key()) continue;
    const { events, exported } = read(name);
    const left = events.slice(exported).filter(({ at }) => at >= since);
    if (left.length > 0) runs.push(name.slice('totsugo:'.length, -end.length));
    n += new Set(left.map((event) => event.case)).size;
  }
  return { runs, n };
}
