// What was decided on a case: in earlier runs, and in this browser.

import type { PastDecision } from '../../../audit/case.js';
import { type Bilingual, fill } from '../../../text/bilingual.js';
import type { CaseData } from '../viewer-data.js';
import type { DecisionEvent } from './decision-file.js';
import { eventsOf, needsTwo } from './decisions.js';
import { at, type Child, dotted, el, say } from './dom.js';
import { org } from './state.js';

/** A decision in words; one for a candidate says for which. */
export function decisionWords(event: Pick<PastDecision, 'decision' | 'candidate'>): Bilingual {
  const { words, decisions } = org();
  if (event.candidate) return fill(words.candidateRight, { label: event.candidate });
  if (event.decision === 'sealed') return words.sealed;
  return event.decision === 'withdrawn' ? words.withdrawn : decisions[event.decision];
}

/** The clock of the machine on which the page is read. */
export function localTime(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function line(event: DecisionEvent | PastDecision, more: readonly Child[], below: Node | null): Node {
  const reason = event.reason ? org().reasons[event.reason] : undefined;
  const parts = dotted([
    el('time', { datetime: event.at }, localTime(event.at)),
    say(decisionWords(event)),
    reason ? say(reason) : null,
    ...more,
  ]);
  return el('li', {}, ...parts, below);
}

function pastLine(event: PastDecision): Node {
  const changed = event.current ? null : el('strong', {}, say(org().words.historyChanged));
  const changes = (event.changed ?? []).map((change) => el('li', {}, say(change)));
  const below = changes.length > 0 ? el('ul', {}, ...changes) : null;
  return line(event, [el('bdi', {}, event.reviewer), changed], below);
}

export function drawHistory(item: CaseData): void {
  const lines = [
    ...item.history.map(pastLine),
    ...eventsOf(item.id, needsTwo(item)).map((event) => line(event, [say(org().words.historyHere)], null)),
  ];
  const empty = () => el('li', { class: 'quiet' }, say(org().words.historyEmpty));
  at('history').replaceChildren(...(lines.length > 0 ? lines : [empty()]));
}
