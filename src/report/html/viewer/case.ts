// One case: conclusion, reason, comparison, score, normalisations.
import { fill } from '../../../text/bilingual.js';
import type { CaseData, CaseShard } from '../viewer-data.js';
import { comparison, spacedTime } from './compare.js';
import { decisionOn } from './decisions.js';
import { at, dotted, el, one, present, say } from './dom.js';
import { decisionWords } from './history.js';
import { link } from './place.js';
import { isRevealed } from './reveals.js';
import { rowOf, rows } from './rows.js';
import { score } from './score.js';
import { severity } from './severity.js';
import { org } from './state.js';
import { type TextOf, textsOf } from './text-of.js';

function relatedLink(id: string, folder: string | undefined): Node {
  if (folder !== undefined) {
    const there = say(fill(org().words.elsewhere, { folder }));
    return el('span', {}, el('a', { href: `../${folder}/index.html#case=${id}` }, id), there);
  }
  const isNowhere = rowOf(id) < 0 && rows().length === org().total;
  return isNowhere ? el('bdi', {}, id) : el('a', { href: link({ case: id }) }, id);
}

/** Cases that hang together are easily decided in ways that do not: what was decided on the other stands beside it. */
function decidedThere(id: string): Node | null {
  const event = decisionOn(id);
  return event ? el('strong', {}, ' → ', say(decisionWords(event))) : null;
}

/** Few related cases are told by the name in their record, as the other half of a swap is. */
const NAMED_AT_MOST = 3;

function nameThere(id: string): Node | null {
  const name = rows()[rowOf(id)]?.name;
  return name ? el('span', {}, ' ', el('bdi', { lang: 'ja', class: 'always' }, name)) : null;
}

function related(item: CaseData): Node | null {
  if (item.related.length === 0) return null;
  const isNamed = item.related.length <= NAMED_AT_MOST;
  const links = item.related.flatMap((id, index) => [
    index > 0 ? ', ' : null,
    relatedLink(id, item.elsewhere?.[id]),
    isNamed ? nameThere(id) : null,
    decidedThere(id),
  ]);
  return el('p', { class: 'related' }, say(org().words.related), ': ', ...links);
}

function facts(item: CaseData, text: TextOf): Node {
  const { words, organisationShown } = org();
  const parts = dotted([
    say(fill(words.caseLine, { id: item.id })),
    say(fill(words.organisationLine, { id: organisationShown })),
    say(text(item.source)),
    say(fill(words.recordLine, { id: item.record })),
    item.tail === null
      ? null
      : el('span', { class: 'whole' }, say(fill(words.numberLine, { tail: item.tail }))),
  ]);
  return el('p', { class: 'facts' }, ...parts);
}

function severityLine(item: CaseData): Node | null {
  if (item.blind) return null;
  const words = org().severities[item.severity];
  return el('p', { class: `severity ${item.severity}` }, severity(item.severity, words));
}

function head(item: CaseData, text: TextOf): Node {
  return el(
    'header',
    { class: 'conclusion' },
    el(
      'div',
      { class: 'line-one' },
      el('h1', { tabindex: '-1' }, say(text(item.headline))),
      el(
        'div',
        { class: 'corner' },
        item.review === undefined ? null : el('p', { class: 'review' }, say(text(item.review))),
        item.cause === null ? null : el('p', { class: 'cause' }, say(text(item.cause))),
        severityLine(item),
        el('p', { class: 'position', id: 'position' }),
      ),
    ),
    facts(item, text),
  );
}

function because(item: CaseData, text: TextOf): Node | null {
  const reason = text(item.reason);
  return reason.ja === '' ? null : el('p', { class: 'because' }, say(reason));
}

function next(item: CaseData, text: TextOf): Node {
  return el('p', { class: 'next' }, el('strong', {}, say(org().words.next)), ' ', say(text(item.next)));
}

function advice(item: CaseData, text: TextOf): Node | null {
  if (item.advice === undefined) return null;
  return el('p', { class: 'next' }, el('strong', {}, say(org().words.advice)), ' ', say(text(item.advice)));
}

function notes(item: CaseData, text: TextOf): Node {
  const { words, notesTitle } = org();
  const [file, row] = item.origin;
  const applied = dotted(item.notes.map((number) => say(text(number))));
  const registered = item.registered.map(([label, value]) =>
    el('span', {}, say(text(label)), ' ', el('bdi', { lang: 'ja', class: 'always' }, spacedTime(value))),
  );
  const origin = say(fill(words.originLine, { file, row: row.toLocaleString('ja') }));
  return el(
    'section',
    { class: 'notes' },
    el('h2', {}, say(notesTitle)),
    el('p', {}, ...(item.notes.length === 0 ? [say(words.noNotes)] : applied)),
    el('p', {}, ...dotted([origin, ...registered])),
  );
}

/** Draws the related cases anew: their names are known when the list is there. */
export function drawRelated(item: CaseData): void {
  const fresh = related(item);
  if (fresh) one('#sheet .related').replaceWith(fresh);
}

function revealButton(): Node {
  return el(
    'p',
    {},
    el('button', { type: 'button', class: 'plain', 'data-act': 'reveal' }, say(org().words.reveal)),
  );
}

/** What stands on the page. */
let drawn: readonly [CaseData, CaseShard] | null = null;

/** Draws the case anew in its place, once what was hidden of it may be shown. */
export function drawAgain(): void {
  if (drawn === null) return;
  const position = [...at('position').childNodes];
  drawCase(...drawn);
  at('position').replaceChildren(...position);
  one('#sheet h1').focus({ preventScroll: true });
}

/** Puts a case of a shard on the page. */
export function drawCase(item: CaseData, shard: CaseShard): void {
  drawn = [item, shard];
  const text = textsOf(shard);
  const isCovered = org().minimum === true && !isRevealed(item.id, at('reviewer').value);
  const compared = el(
    'section',
    {},
    el('h2', { class: 'unseen' }, say(org().compareTitle)),
    isCovered ? revealButton() : null,
    el('div', { class: 'scroll' }, comparison(item, text, isCovered)),
  );
  at('sheet').replaceChildren(
    ...present([
      head(item, text),
      because(item, text),
      next(item, text),
      advice(item, text),
      compared,
      related(item),
      el('section', { class: 'screen', id: 'incident' }),
      score(item, text),
      isCovered ? null : notes(item, text),
    ]),
  );
}
