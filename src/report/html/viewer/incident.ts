// The panel of what belongs together: the other cases of an incident, and beside each what a decision on the open one saves for it.
import type { DecisionCode } from '../../../audit/case.js';
import { fill } from '../../../text/bilingual.js';
import type { CaseData } from '../viewer-data.js';
import { membersDataOf, membersOf, settledBy } from './act.js';
import { withName } from './candidate-name.js';
import { decisionOn } from './decisions.js';
import { at, el, say } from './dom.js';
import { decisionWords } from './history.js';
import type { Implied, Settled } from './implied.js';
import { link } from './place.js';
import type { Row } from './rows.js';
import { org } from './state.js';

/** Cases named on the page of one of them; the list has all. */
const MOST_NAMED = 200;

/** What is said of every chosen case alike: no column of its own. */
const ALIKE: readonly DecisionCode[] = ['hold', 'bad-data'];

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('#incident input')];

/** Ids of the cases that are decided along with the open one; none unless somebody has opened the panel. */
export function chosenMembers(): readonly string[] {
  return isPanelOpen() ? boxes().flatMap(({ checked, value }) => (checked ? [value] : [])) : [];
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

/** What may be said of a case that says something of others, with the key it is said by. */
function answersOn(item: CaseData): readonly { readonly key: number; readonly said: Implied }[] {
  const candidates = item.columns.filter(({ label }) => label.startsWith('C'));
  return (org().choices[item.kindId] ?? []).flatMap((decision, index) => {
    if (decision === null || ALIKE.includes(decision)) return [];
    const labels = decision === 'wrong-candidate' ? candidates.map(({ label }) => label) : [null];
    return labels.map((candidate) => ({ key: index + 1, said: { decision, candidate } }));
  });
}

function memberLine(row: Row, columns: number): Node {
  const event = decisionOn(row.id);
  const box = el('input', { type: 'checkbox', value: row.id });
  box.checked = event === null && !exceptions.ids.has(row.id);
  const name = el('bdi', { lang: 'ja', class: 'always' }, row.name);
  return el(
    'tr',
    { 'data-member': row.id },
    el(
      'th',
      { scope: 'row' },
      el('label', { class: 'check' }, box, el('span', {}, name, ' ', say(row.headline))),
      el('a', { href: link({ case: row.id }) }, row.id),
      event ? el('strong', {}, ' → ', say(decisionWords(event))) : null,
    ),
    ...Array.from({ length: columns }, () => el('td', {}, '…')),
  );
}

/** Taken out of the incident by hand, as long as its page is open. */
let exceptions: { readonly of: string; readonly ids: ReadonlySet<string> } = { of: '', ids: new Set() };

/** Draws the panel of the open case; empty where it stands alone. */
export function drawIncident(item: CaseData): void {
  const { id } = item;
  const members = membersOf(id);
  const isSame = exceptions.of === id;
  const isOpen = isSame && isPanelOpen();
  const out = isSame ? boxes().filter((box) => !box.checked) : [];
  exceptions = { of: id, ids: new Set(out.map(({ value }) => value)) };
  if (members.length === 0) {
    at('incident').replaceChildren();
    return;
  }
  const { words } = org();
  const answers = answersOn(item);
  const heads = answers.map(({ key, said }) =>
    el('th', { scope: 'col' }, el('kbd', {}, String(key)), ' ', say(decisionWords(withName(said, item)))),
  );
  const lines = members.slice(0, MOST_NAMED).map((row) => memberLine(row, answers.length));
  const panel = el(
    'details',
    {},
    el(
      'summary',
      {},
      ...[el('kbd', {}, 'M'), ' ', say(fill(words.incident, { n: members.length.toLocaleString('ja') }))],
    ),
    el('p', { class: 'quiet' }, say(words.incidentHow)),
    el(
      'div',
      { class: 'scroll', tabindex: '0' },
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say(words.incidentCase)), ...heads)),
        el('tbody', {}, ...lines),
      ),
    ),
  );
  panel.open = isOpen;
  panel.addEventListener('change', () => void foretell(item));
  panel.addEventListener('toggle', () => void foretell(item));
  at('incident').replaceChildren(panel);
  if (isOpen) void foretell(item);
}

/** Says beside each case, under each answer to the open one, what that answer saves for it. */
async function foretell(item: CaseData): Promise<void> {
  if (!isPanelOpen()) return;
  const members = await membersDataOf(item.id);
  if (exceptions.of !== item.id) return;
  const chosen = new Set(chosenMembers());
  const answers = answersOn(item).map(({ said }) => settledBy(item, said, members, chosen));
  for (const line of document.querySelectorAll<HTMLElement>('#incident [data-member]')) {
    const member = members.find(({ id }) => id === line.dataset.member);
    if (!member) continue;
    for (const [index, cell] of [...line.querySelectorAll('td')].entries())
      cell.replaceChildren(foretold(member, answers[index]!, chosen));
  }
  at('incident').dataset.foretold = [...chosen].join(' ');
}

function foretold(member: CaseData, { implied, contradictions }: Settled, chosen: ReadonlySet<string>): Node {
  const { words } = org();
  const { id } = member;
  if (contradictions.includes(id)) return el('strong', {}, say(words.incidentCollides));
  if (!chosen.has(id)) return el('span', {}, '－');
  const answer = implied.get(id);
  return answer
    ? say(decisionWords(withName(answer, member)))
    : el('span', { class: 'quiet' }, say(words.incidentLeft));
}
