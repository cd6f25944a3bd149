// What belongs together with a case: how, of what kind, where it is opened, and what was decided there.
import { fill } from '../../../text/bilingual.js';
import type { CaseData, RelatedData } from '../viewer-data.js';
import { decisionOn } from './decisions.js';
import { el, one, say } from './dom.js';
import { decisionWords } from './history.js';
import { link } from './place.js';
import { rowOf, rows, SETTLED, valueIn } from './rows.js';
import { org } from './state.js';
import type { TextOf } from './text-of.js';

/** Few related cases are told by the name in their record, as the other half of a swap is. */
const NAMED_AT_MOST = 3;

/** Of the open case those of which the table of its ring tells. */
let ofRing: { readonly of: string; readonly ids: ReadonlySet<string> } | null = null;

/** Tells of these in the table of the ring, which has more to say of them than a line; the line goes. */
export function tellInRing(item: CaseData, ids: readonly string[], text: TextOf): void {
  ofRing = { of: item.id, ids: new Set(ids) };
  drawRelated(item, text);
}

/** Draws the related cases of the open case anew: their names are known when the list is there. */
export function drawRelated(item: CaseData, text: TextOf): void {
  for (const place of ['before', 'after'] as const) {
    const fresh = related(item, text, place);
    if (fresh) one(`#sheet .related.${place}`).replaceWith(fresh);
  }
}

/** Cases to be settled before this one stand before its table, below which nobody sees them in time. */
type Place = 'before' | 'after';

const placeOf = ({ first }: RelatedData): Place => (first ? 'before' : 'after');

/** Cases of this page that are to be settled before one and of which nobody has said anything yet. */
export function openBefore(item: CaseData): readonly string[] {
  return item.related.flatMap((told) =>
    placeOf(told) === 'before' && rowOf(told.id) >= 0 && decidedThere(told.id).length === 0 ? [told.id] : [],
  );
}

/** A line for those that belong together in the same way and are opened in the same place. */
export function related(item: CaseData, text: TextOf, place: Place): Node | null {
  const those = item.related.filter((told) => placeOf(told) === place);
  if (those.length === 0) return null;
  const isNamed = item.related.length <= NAMED_AT_MOST;
  const lines = new Map<string, RelatedData[]>();
  for (const told of those) {
    if (ofRing?.of === item.id && ofRing.ids.has(told.id)) continue;
    const key = `${told.what} ${told.folder} ${told.opened}`;
    lines.set(key, [...(lines.get(key) ?? []), told]);
  }
  const title = [el('strong', {}, say(org().words.related)), ': '];
  return el(
    'div',
    { class: `related ${place}` },
    ...[...lines.values()].map((line, index) =>
      el('p', {}, ...(index === 0 ? title : []), ...lineOf(line, isNamed, text)),
    ),
  );
}

function lineOf(line: readonly RelatedData[], isNamed: boolean, text: TextOf): readonly (Node | string)[] {
  const [{ what, first, folder, opened }] = line as [RelatedData];
  const links = line.flatMap(({ id }, index) => [
    ...(index > 0 ? [', '] : []),
    relatedLink(id, folder, opened !== undefined),
    ...(isNamed ? nameThere(id) : []),
    ...decidedThere(id),
  ]);
  return [
    ...(what === undefined ? [] : [first ? el('strong', {}, say(text(what))) : say(text(what)), ' ']),
    ...links,
    ...(folder === undefined ? [] : [say(fill(org().words.elsewhere, { folder }))]),
    ...(opened === undefined ? [] : [el('span', { class: 'quiet' }, ' ', say(text(opened)))]),
  ];
}

export function relatedLink(id: string, folder: string | undefined, isElsewhere: boolean): Node {
  if (folder !== undefined) return el('a', { href: `../${folder}/index.html#case=${id}` }, id);
  const isNowhere = isElsewhere || (rowOf(id) < 0 && rows().length === org().total);
  return isNowhere ? el('bdi', {}, id) : el('a', { href: link({ case: id }) }, id);
}

/**
 * Cases that hang together are easily decided in ways that do not: what was decided on the other stands beside it, here, or, once it
 * was taken in, what came of it; what waits for a second person stays sealed.
 */
export function decidedThere(id: string): readonly Node[] {
  const event = decisionOn(id);
  if (event) return [el('strong', {}, ' → ', say(decisionWords(event)))];
  const row = rows()[rowOf(id)];
  const came = row && valueIn(row, 'review');
  return came && SETTLED.includes(came.key) ? [el('strong', {}, ' → ', say(came))] : [];
}

function nameThere(id: string): readonly Node[] {
  const name = rows()[rowOf(id)]?.name;
  return name ? [el('span', {}, ' ', el('bdi', { lang: 'ja', class: 'always' }, name))] : [];
}
