// What belongs together: the other cases of an incident, and what a decision on one of them says of the others.
import type { DecisionCode } from '../../../audit/case.js';
import { fill } from '../../../text/bilingual.js';
import type { CaseData } from '../viewer-data.js';
import { decisionOn } from './decisions.js';
import { at, el, say } from './dom.js';
import { decisionWords } from './history.js';
import { link } from './place.js';
import { type Row, rowOf, rows, valueIn } from './rows.js';
import { org } from './state.js';

/** Cases named on the page of one of them; the list has all. */
const MOST_NAMED = 200;

/** The other cases of the incident of a case in this organisation, as far as the list is there. */
export function membersOf(id: string): readonly Row[] {
  const own = rows()[rowOf(id)];
  return own === undefined ? [] : rows().filter((row) => row.incident === own.incident && row.id !== id);
}

/** A decision, and the label of the rightful candidate. */
export interface Implied {
  readonly decision: DecisionCode;
  readonly candidate: string | null;
}

/**
 * What a decision on a case says of another of the same incident; null where it says nothing, and somebody must look. A record
 * that is somebody else's is not the valid one of a resident; two records leave one to be valid; all of a shifted block are wrong
 * alike, each with the one candidate of its own. `others` are the cases decided along.
 */
export function impliedOn(
  item: CaseData,
  { decision, candidate }: Implied,
  other: CaseData,
  others: readonly CaseData[],
): Implied | null {
  const isOffered = (code: DecisionCode) => org().choices[other.kindId]?.includes(code) === true;
  const said = (code: DecisionCode, label: string | null = null): Implied | null =>
    isOffered(code) ? { decision: code, candidate: label } : null;
  if (decision === 'hold' || decision === 'bad-data') return said(decision);
  if (other.kindId === 'duplicate-link') {
    const code = validity(item, decision, other, others);
    return code === null ? null : said(code);
  }
  const isOneRecord = other.record === item.record && sourceOf(other) === sourceOf(item);
  if (isOneRecord && (item.kindId === 'shared-record' || other.kindId === 'shared-record')) return ofShared();
  if (item.kindId !== other.kindId) return null;
  if (decision !== 'wrong-candidate') return said(decision);
  const labels = candidatesOf(other);
  return labels.length === 1 ? said(decision, labels[0]!) : null;

  function ofShared(): Implied | null {
    const owner = item.columns.find(({ label }) => label === candidate)?.resident;
    if (owner === undefined || owner === null) return null;
    if (other.columns.some(({ label, resident }) => label === 'B' && resident === owner))
      return said('right');
    const own = other.columns.find(({ label, resident }) => label.startsWith('C') && resident === owner);
    return own ? said('wrong-candidate', own.label) : null;
  }
}

function sourceOf({ id }: CaseData): string | undefined {
  const row = rows()[rowOf(id)];
  return row && valueIn(row, 'source').key;
}

/** Which record of a resident is valid, after what was said of another case of the incident. */
function validity(
  item: CaseData,
  decision: DecisionCode,
  other: CaseData,
  others: readonly CaseData[],
): DecisionCode | null {
  const isDuplicate = ({ kindId }: CaseData) => kindId === 'duplicate-link';
  const isPair = [item, ...others].filter(isDuplicate).length === 2;
  if (isDuplicate(item)) {
    if (decision === 'both-valid') return decision;
    if (decision === 'this-valid') return 'other-valid';
    return decision === 'other-valid' && isPair ? 'this-valid' : null;
  }
  if (!decision.startsWith('wrong')) return null;
  if (other.record === item.record) return 'other-valid';
  return isPair ? 'this-valid' : null;
}

function candidatesOf({ columns }: CaseData): readonly string[] {
  return columns.flatMap(({ label }) => (label.startsWith('C') ? [label] : []));
}

/** Ids of the cases that are decided along with the open one; none unless somebody has opened the panel. */
export function chosenMembers(): readonly string[] {
  if (!isPanelOpen()) return [];
  const boxes = document.querySelectorAll<HTMLInputElement>('#incident input:checked');
  return [...boxes].map(({ value }) => value);
}

function isPanelOpen(): boolean {
  return document.querySelector<HTMLDetailsElement>('#incident details')?.open === true;
}

/** Opens or closes the panel, as its summary does. */
export function turnPanel(): void {
  const panel = document.querySelector<HTMLDetailsElement>('#incident details');
  if (!panel) return;
  panel.open = !panel.open;
  // What is decided along must be in sight, above the bar, before a decision is pressed.
  if (panel.open) panel.scrollIntoView({ block: 'center' });
}

function memberLine(row: Row): Node {
  const event = decisionOn(row.id);
  const box = el('input', { type: 'checkbox', value: row.id });
  box.checked = event === null && !exceptions.ids.has(row.id);
  return el(
    'li',
    {},
    el(
      'label',
      { class: 'check' },
      box,
      el('span', {}, el('bdi', { lang: 'ja', class: 'always' }, row.name), ' ', say(row.headline)),
    ),
    el('a', { href: link({ case: row.id }) }, row.id),
    event ? el('strong', {}, ' → ', say(decisionWords(event))) : null,
  );
}

/** Taken out of the incident by hand, as long as its page is open. */
let exceptions: { readonly of: string; readonly ids: ReadonlySet<string> } = { of: '', ids: new Set() };

/** Draws the panel of the open case; empty where it stands alone. */
export function drawIncident(id: string): void {
  const members = membersOf(id);
  const isSame = exceptions.of === id;
  const isOpen = isSame && isPanelOpen();
  const boxes = isSame ? [...document.querySelectorAll<HTMLInputElement>('#incident input')] : [];
  exceptions = { of: id, ids: new Set(boxes.filter((box) => !box.checked).map(({ value }) => value)) };
  if (members.length === 0) {
    at('incident').replaceChildren();
    return;
  }
  const { words } = org();
  const n = (members.length + 1).toLocaleString('ja');
  const panel = el(
    'details',
    {},
    el('summary', {}, el('kbd', {}, 'M'), ' ', say(fill(words.incident, { n }))),
    el('p', { class: 'quiet' }, say(words.incidentHow)),
    el('ul', {}, ...members.slice(0, MOST_NAMED).map(memberLine)),
  );
  panel.open = isOpen;
  at('incident').replaceChildren(panel);
}
