// One case: conclusion, reason, comparison, score, normalisations.
import { type Bilingual, fill } from '../../../text/bilingual.js';
import type { CaseData, CaseShard } from '../viewer-data.js';
import { afterAsOf } from './as-of.js';
import { sayWithCases } from './case-links.js';
import { comparison, spacedTime } from './compare.js';
import { at, dotted, el, one, present, say } from './dom.js';
import { related } from './related.js';
import { isRevealed } from './reveals.js';
import { score } from './score.js';
import { severity } from './severity.js';
import { org } from './state.js';
import { type TextOf, textsOf } from './text-of.js';

function facts(item: CaseData, text: TextOf): Node {
  const { words, organisationShown } = org();
  const parts = dotted([
    say(fill(words.caseLine, { id: item.id })),
    // By this name the guide and the filter know it.
    el('span', { class: 'kind' }, say(text(item.kind))),
    say({
      ja: fill(words.organisationLine, { id: organisationShown.ja }).ja,
      en: fill(words.organisationLine, { id: organisationShown.en }).en,
    }),
    say(text(item.source)),
    say(fill(item.register ? words.resident : words.recordLine, { id: item.record })),
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
  return el(
    'p',
    { class: 'next' },
    el('strong', {}, say(org().words.next)),
    ' ',
    say(closed(text(item.next))),
  );
}

/** As a sentence: beside it stand others. */
const closed = ({ ja, en }: Bilingual): Bilingual => ({
  ja: ja.endsWith('。') ? ja : `${ja}。`,
  en: en.endsWith('.') ? en : `${en}.`,
});

function advice(item: CaseData, text: TextOf): Node | null {
  if (item.advice === undefined) return null;
  return el(
    'p',
    { class: 'next' },
    el('strong', {}, say(org().words.advice)),
    ' ',
    sayWithCases(text(item.advice)),
  );
}

function notes(item: CaseData, text: TextOf): Node {
  const { words, notesTitle } = org();
  const [file, row] = item.origin;
  const applied = dotted(item.notes.map((number) => say(text(number))));
  const registered = item.registered.map(([label, value]) =>
    el(
      'span',
      {},
      say(text(label)),
      ' ',
      el('bdi', { lang: 'ja', class: 'always' }, spacedTime(value)),
      ...afterAsOf(value),
    ),
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
      related(item, text, 'before'),
      compared,
      related(item, text, 'after'),
      el('section', { id: 'ring', 'data-of': item.id }),
      el('section', { class: 'screen', id: 'incident' }),
      score(item, text),
      isCovered ? null : notes(item, text),
    ]),
  );
}
