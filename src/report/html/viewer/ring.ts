// Records whose rightful residents are each other's, three or more in a ring: of each, whose it is now and whose it seems to be.
import { fill } from '../../../text/bilingual.js';
import type { CaseData, ColumnData, RelatedData } from '../viewer-data.js';
import { nameOf } from './candidate-name.js';
import { at, el, say } from './dom.js';
import { caseDataOf } from './load-case.js';
import { link } from './place.js';
import { decidedThere, relatedLink, tellInRing } from './related.js';
import { rowOf, rows } from './rows.js';
import { org } from './state.js';
import type { TextOf } from './text-of.js';

const SWAPPED = 'swapped-links';
/** Two are each other's other half, which the page of either shows whole. */
const LEAST = 3;
/** Longer ones do not go on the sheet, which holds one case. */
const MOST_PRINTED = 4;

interface Place {
  readonly item: CaseData;
  readonly linked: ColumnData;
  readonly rightful: readonly ColumnData[];
}

function placeOf(item: CaseData): Place {
  return {
    item,
    linked: item.columns.find(({ label }) => label === 'B')!,
    rightful: item.columns.filter(({ label }) => label.startsWith('C')),
  };
}

/**
 * From a record on to the one that its rightful resident has, and so round; a candidate who closes the ring comes before a likelier one.
 * What is not reached, since a part of the ring stands in another organisation, follows in its order.
 */
function inTurn(items: readonly CaseData[]): readonly Place[] {
  const left = items.map(placeOf);
  const turn: Place[] = [];
  for (let next = left.shift(); next; next = nextOf(next, left) ?? left.shift()) turn.push(next);
  return turn;
}

function nextOf({ rightful }: Place, left: Place[]): Place | undefined {
  for (const { resident } of rightful) {
    const index = left.findIndex(({ linked }) => linked.resident === resident);
    if (index >= 0) return left.splice(index, 1)[0];
  }
  return undefined;
}

/** Whom of several candidates the record seems to be: who has a record of the ring, else the first. */
function rightfulOf({ rightful }: Place, turn: readonly Place[]): ColumnData | undefined {
  const residents = new Set(turn.map(({ linked }) => linked.resident));
  return rightful.find(({ resident }) => residents.has(resident)) ?? rightful[0];
}

function person(item: CaseData, column: ColumnData | undefined): readonly (Node | string)[] {
  if (column?.resident == null) return ['－'];
  const name = nameOf(item, column);
  const id = fill(org().words.resident, { id: column.resident });
  return [
    ...(name === null ? [] : [el('bdi', { lang: 'ja', class: 'always' }, name), ' ']),
    el('span', { class: 'quiet' }, say(id)),
  ];
}

function record({ item }: Place, isOwn: boolean): Node {
  const name = rows()[rowOf(item.id)]?.name;
  return el(
    'th',
    { scope: 'row', role: 'rowheader' },
    isOwn ? say(org().words.ringOwn) : el('a', { href: link({ case: item.id }) }, item.id),
    ...(name ? [' ', el('bdi', { lang: 'ja', class: 'always' }, name)] : []),
    ...(isOwn ? [] : decidedThere(item.id)),
  );
}

/** A part of the ring that another office has: whose it is and seems to be is theirs to tell. */
function partElsewhere({ id, folder, opened }: RelatedData, text: TextOf): Node {
  const { words } = org();
  const where =
    folder === undefined ? [] : [' ', el('span', { class: 'quiet' }, say(fill(words.elsewhere, { folder })))];
  return el(
    'tr',
    { role: 'row' },
    el('th', { scope: 'row', role: 'rowheader' }, relatedLink(id, folder, opened !== undefined)),
    el(
      'td',
      { colspan: '2', role: 'cell' },
      say(words.ringElsewhere),
      ...where,
      ...(opened === undefined ? [] : [' ', say(text(opened))]),
    ),
  );
}

/** Draws the ring of the open case once its other cases are there, those of other offices by their id; nothing of what is no ring. */
export async function drawRing(item: CaseData, text: TextOf): Promise<void> {
  if (item.kindId !== SWAPPED) return;
  const known = item.related.filter(({ id }) => rowOf(id) >= 0);
  const others = await Promise.all(known.map(({ id }) => caseDataOf(id)));
  const ring = [item, ...others.filter(({ kindId }) => kindId === SWAPPED)];
  const place = at('ring');
  const elsewhere = item.related.filter(({ swapped }) => swapped);
  const parts = ring.length + elsewhere.length;
  if (place.dataset.of !== item.id || parts < LEAST) return;
  const { words } = org();
  const turn = inTurn(ring);
  const head = [words.ringRecord, words.ringLinked, words.ringRightful].map((text) =>
    el('th', { scope: 'col', role: 'columnheader' }, say(text)),
  );
  const lines = turn.map((one) =>
    el(
      'tr',
      { role: 'row' },
      record(one, one.item === item),
      el('td', { role: 'cell' }, ...person(one.item, one.linked)),
      el('td', { role: 'cell' }, ...person(one.item, rightfulOf(one, turn))),
    ),
  );
  const isLong = parts > MOST_PRINTED;
  place.classList.toggle('screen', isLong);
  place.replaceChildren(
    el(
      'table',
      // Laid out across the page it is no table any more to those who do not see it, unless it says so.
      isLong ? {} : { class: `across of-${parts}`, role: 'table' },
      el('caption', {}, say(fill(words.ring, { n: parts }))),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...head)),
      el('tbody', { role: 'rowgroup' }, ...lines, ...elsewhere.map((one) => partElsewhere(one, text))),
    ),
  );
  // A long one stands below the fold, and its line says so.
  if (!isLong) tellInRing(item, [...turn.map((one) => one.item.id), ...elsewhere.map(({ id }) => id)], text);
}
