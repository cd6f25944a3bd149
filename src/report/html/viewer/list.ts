// The list of cases as it is filtered, a page of rows at a time.
import { type Bilingual, fill } from '../../../text/bilingual.js';
import { announce } from './announce.js';
import { drawBulk } from './bulk.js';
import { decisionOn, lastWords } from './decisions.js';
import { at, type Child, dotted, el, one, say } from './dom.js';
import { caseHref, folderOf } from './elsewhere.js';
import { matching } from './filter.js';
import { decisionWords } from './history.js';
import { drawFacets } from './list-facets.js';
import { go, type Place, place } from './place.js';
import { isSample, isWaiting } from './queue.js';
import { type Row, rowOf, rows, SETTLED, valueIn } from './rows.js';
import { severity } from './severity.js';
import { org } from './state.js';

const PER_PAGE = 100;

/** What was decided here, else where the case stood when the report was made. */
function decisionText(row: Row): Bilingual {
  const decision = decisionOn(row.id);
  if (decision === null || decision.decision === 'withdrawn') return valueIn(row, 'review');
  return decisionWords(decision);
}

/** A row of the page: the first case of an incident with how many more it has, or one of these, shown on demand. */
interface Card {
  readonly index: number;
  readonly more: number | 'member';
}

/** Incidents whose cases are all shown, by the first of them. */
const opened = new Set<number>();

/** Cases that belong together as one card each, in the order of `found`, where they follow one another; with `whole` all unfolded. */
function cardsOf(found: readonly number[], whole = false): readonly (readonly Card[])[] {
  const cards: Card[][] = [];
  let last = -1;
  for (const index of found) {
    const { incident } = rows()[index]!;
    if (incident === last) {
      const card = cards.at(-1)!;
      card[0] = { index: card[0]!.index, more: (card[0]!.more as number) + 1 };
      if (whole || opened.has(incident)) card.push({ index, more: 'member' });
    } else cards.push([{ index, more: 0 }]);
    last = incident;
  }
  return cards;
}

/**
 * Page and row of the list at which a case is found: its own row or the card that holds it, else, where the filter hides it
 * by now, what has moved up into its place.
 */
export function placeInList(id: string): { readonly page: number; readonly id: string } | null {
  const index = rowOf(id);
  const cards = cardsOf(matching());
  const incident = rows()[index]?.incident;
  const isAt = (card: readonly Card[]) => rows()[card[0]!.index]!.incident === incident;
  const held = cards.findIndex(isAt);
  const next = cards.findIndex((card) => card[0]!.index > index);
  const at = held >= 0 ? held : next >= 0 ? next : cards.length - 1;
  const card = cards[at];
  if (card === undefined) return null;
  const own = card.find((one) => one.index === index) ?? card[0]!;
  return { page: Math.floor(at / PER_PAGE), id: rows()[own.index]!.id };
}

function moreButton({ incident }: Row, more: number): HTMLElement {
  const { words } = org();
  const isOpen = opened.has(incident);
  const said = isOpen ? words.fewer : fill(words.more, { n: more.toLocaleString('ja') });
  const attributes = {
    type: 'button',
    class: 'plain more screen',
    'data-incident': incident,
    'aria-expanded': String(isOpen),
  };
  return el('button', attributes, say(said));
}

/** Shows the cases of an incident, or folds them into one card again. */
export function turnIncident(incident: number): void {
  if (!opened.delete(incident)) opened.add(incident);
  drawList(place());
  document.querySelector<HTMLElement>(`[data-incident="${incident}"]`)?.focus();
}

function lineOf(row: Row): readonly Child[] {
  const parts = [el('bdi', {}, row.id), el('bdi', {}, row.record)];
  return dotted(org().members ? [...parts, el('bdi', {}, say(valueIn(row, 'organisation')))] : parts);
}

function drawRow({ index, more }: Card): HTMLElement {
  const row = rows()[index]!;
  const shown = valueIn(row, 'severity');
  const cell = (...children: readonly Child[]) => el('td', {}, ...children);
  return el(
    'tr',
    { 'data-severity': shown.key, class: more === 'member' ? 'member' : null },
    el('td', { class: 'severity' }, severity(shown.key, shown)),
    cell(
      el('a', { href: caseHref(row) }, say(row.headline)),
      el('span', { class: 'quiet line' }, ...lineOf(row)),
      typeof more === 'number' && more > 0 ? moreButton(row, more) : null,
    ),
    cell(el('bdi', {}, row.name)),
    cell(say(valueIn(row, 'cause'))),
    cell(say(valueIn(row, 'source'))),
    cell(say(valueIn(row, 'status'))),
    el('td', { class: decisionOn(row.id) ? 'decided' : '' }, say(decisionText(row))),
  );
}

/** Rows of the page; a line tells where the cases end and the blind sample begins. */
function withSamples(visible: readonly Card[], found: readonly number[]): readonly HTMLElement[] {
  const first = visible.findIndex(({ index }) => isSample(index));
  const drawn = visible.map(drawRow);
  if (first < 0) return drawn;
  const n = found.filter(isSample).length.toLocaleString('ja');
  const words = say(fill(org().words.samples, { n }));
  const head = el('th', { colspan: '7', scope: 'rowgroup' }, words);
  return drawn.toSpliced(first, 0, el('tr', { class: 'samples' }, head));
}

/** Which column the list is sorted by, and which way. */
function drawHeads(sort: string): void {
  for (const button of document.querySelectorAll<HTMLElement>('#table [data-sort]')) {
    const { sort: column } = button.dataset;
    const way = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
    button.closest('th')!.setAttribute('aria-sort', way);
  }
}

/** How far the cases have come, the blind sample left out: it is a queue of its own. */
function drawProgress(): void {
  const cases = rows().filter((row) => valueIn(row, 'kind').key !== 'clean-sample');
  const of = (keys: readonly string[]) =>
    cases.filter((row) => keys.includes(valueIn(row, 'review').key)).length.toLocaleString('ja');
  const counts = { done: of(SETTLED), second: of(['second-needed']), hold: of(['on-hold']) };
  const here = cases.filter(({ id }) => decisionOn(id) !== null).length;
  const told = { ...counts, of: cases.length.toLocaleString('ja'), here: here.toLocaleString('ja') };
  at('progress').replaceChildren(say(fill(org().words.progress, told)));
}

/** The way to the first case that waits for somebody, among those that the filter shows. */
function drawStart(found: readonly number[]): void {
  const waiting = found.filter(isWaiting);
  const cases = waiting.filter((index) => !isSample(index));
  const isBegun = lastWords().length > 0;
  const { words } = org();
  at('start').replaceChildren(say(fill(words[isBegun ? 'goOn' : 'start'], { n: count(cases.length) })));
  at('start').hidden = cases.length === 0;
  const samples = waiting.length - cases.length;
  at('start-samples').replaceChildren(say(fill(words.startSamples, { n: count(samples) })));
  at('start-samples').hidden = samples === 0;
}

const count = (n: number) => n.toLocaleString('ja');

/** Groups of cases; the blind sample is none of them. */
const CASES = ['link', 'other'];

/** Opens the first case that waits; settled ones are filtered out, so that the next one waits too. */
export function startWork(): void {
  start(CASES);
}

/** The same for the blind sample, which is a queue of its own. */
export function startSamples(): void {
  start(['sample']);
}

/** Goes on from the list over all organisations where the pages of one have led back to it: with what waits in another. */
export function goOn(): void {
  const [origin, folder] = place().from?.split(',') ?? [];
  if (org().members === undefined || origin !== 'next') return;
  go({ from: null }, true);
  if (start(CASES, folder)) return;
  const left = matching().filter((index) => isWaiting(index) && !isSample(index)).length;
  announce(fill(org().words.noneElsewhere, { n: count(left) }));
}

/** Opens the first case that waits, behind a folder the first that stands in another; false where there is none. */
function start(groups: readonly string[], behind?: string): boolean {
  const { filters } = place();
  const wanted = filters.group.length > 0 ? filters.group.filter((key) => groups.includes(key)) : groups;
  const isWanted = (index: number) => wanted.includes(valueIn(rows()[index]!, 'group').key);
  const first = matching().find(
    (index) =>
      isWaiting(index) && isWanted(index) && (behind === undefined || folderOf(rows()[index]!) !== behind),
  );
  if (first === undefined) return false;
  const open = org()
    .facets.review.map(({ key }) => key)
    .filter((key) => !SETTLED.includes(key));
  const review = filters.review.length > 0 ? filters.review : open;
  const row = rows()[first]!;
  const narrowed = { ...filters, review, group: wanted };
  const isElsewhere = folderOf(row) !== null;
  if (isElsewhere) location.assign(caseHref(row, behind === undefined ? 'list' : 'next', narrowed));
  else go({ filters: narrowed, case: row.id });
  return true;
}

/**
 * How many of the cases are shown and how many incidents they are, and the same of the blind sample, whose links are no cases;
 * or how many are there by now.
 */
function countLine(found: readonly number[], cards: readonly (readonly Card[])[]): readonly Bilingual[] {
  const { words, total, facets } = org();
  if (rows().length < total) return [fill(words.loading, { n: count(rows().length), of: count(total) })];
  if (found.length === 0) return [words.nothing];
  const samples = facets.group.find(({ key }) => key === 'sample')?.count ?? 0;
  const drawn = found.filter(isSample).length;
  const cases = found.length - drawn;
  const together = cards.filter(([card]) => !isSample(card!.index)).length;
  const line = fill(words.matches, { n: count(cases), of: count(total - samples) });
  const incidents = together < cases ? fill(words.incidents, { n: count(together) }) : { ja: '', en: '' };
  return [
    ...(total > samples ? [{ ja: line.ja + incidents.ja, en: line.en + incidents.en }] : []),
    ...(samples > 0 ? [fill(words.matchingSamples, { n: count(drawn), of: count(samples) })] : []),
  ];
}

/** Rows on paper: some forty sheets. */
const MOST_PRINTED = 1000;

/** Draws every case that the filter shows, for the printer. */
export function drawForPaper(wanted: Place): void {
  const found = matching();
  const cards = cardsOf(found, true).flat();
  const { words } = org();
  const first = fill(words.printedFirst, { n: count(MOST_PRINTED), of: count(cards.length) });
  const lines = [...countLine(found, cardsOf(found)), ...(cards.length > MOST_PRINTED ? [first] : [])];
  at('matches').replaceChildren(...dotted(lines.map(say)));
  one('#table tbody').replaceChildren(...withSamples(cards.slice(0, MOST_PRINTED), found));
  drawHeads(wanted.sort);
}

function drawPager(page: number, pages: number): void {
  at('pages').hidden = pages === 1;
  at('page-number').replaceChildren(say(fill(org().words.page, { n: page + 1, of: pages })));
  one<HTMLButtonElement>('[data-act=page-back]').disabled = page === 0;
  one<HTMLButtonElement>('[data-act=page-on]').disabled = page === pages - 1;
}

export function drawList(wanted: Place): void {
  const found = matching();
  const cards = cardsOf(found);
  const pages = Math.max(1, Math.ceil(cards.length / PER_PAGE));
  const page = Math.min(wanted.page, pages - 1);
  at('matches').replaceChildren(...dotted(countLine(found, cards).map(say)));
  drawHeads(wanted.sort);
  drawProgress();
  drawStart(found);
  drawBulk(wanted);
  const visible = cards.slice(page * PER_PAGE, (page + 1) * PER_PAGE).flat();
  one('#table tbody').replaceChildren(...withSamples(visible, found));
  at('table').hidden = visible.length === 0;
  drawPager(page, pages);
  if (document.activeElement?.id !== 'query') at('query').value = wanted.q;
  drawFacets(wanted);
}
