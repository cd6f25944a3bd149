// The list of cases as it is filtered, a page of rows at a time.
import { type Bilingual, fill } from '../../../text/bilingual.js';
import { decisionOn, lastWords } from './decisions.js';
import { at, type Child, el, one, say } from './dom.js';
import { matching } from './filter.js';
import { drawFacets } from './list-facets.js';
import { go, link, type Place, place } from './place.js';
import { type Row, rows, valueIn } from './rows.js';
import { severity } from './severity.js';
import { org } from './state.js';

const PER_PAGE = 100;
const SETTLED = ['closed-wrong', 'closed-found', 'closed-right', 'closed-data'];

/** What was decided here, else where the case stood when the report was made. */
function decisionText(row: Row): Bilingual {
  const decision = decisionOn(row.id);
  if (decision === null || decision.decision === 'withdrawn') return valueIn(row, 'review');
  return org().decisions[decision.decision];
}

function drawRow(index: number): HTMLElement {
  const row = rows()[index]!;
  const shown = valueIn(row, 'severity');
  const cell = (...children: readonly Child[]) => el('td', {}, ...children);
  return el(
    'tr',
    { 'data-severity': shown.key },
    el('td', { class: 'severity' }, severity(shown.key, shown)),
    cell(
      el('a', { href: link({ case: row.id }) }, say(row.headline)),
      el('span', { class: 'quiet line' }, el('bdi', {}, row.id), ' ・ ', el('bdi', {}, row.record)),
    ),
    cell(el('bdi', {}, row.name)),
    cell(say(valueIn(row, 'cause'))),
    cell(say(valueIn(row, 'source'))),
    cell(say(valueIn(row, 'status'))),
    el('td', { class: decisionOn(row.id) ? 'decided' : '' }, say(decisionText(row))),
  );
}

function isSample(index: number): boolean {
  return valueIn(rows()[index]!, 'kind').key === 'clean-sample';
}

/** Rows of the page; a line tells where the cases end and the blind sample begins. */
function withSamples(visible: readonly number[], found: readonly number[]): readonly HTMLElement[] {
  const first = visible.findIndex(isSample);
  const drawn = visible.map(drawRow);
  if (first < 0) return drawn;
  const n = found.filter(isSample).length.toLocaleString('ja');
  const words = say(fill(org().words.samples, { n }));
  const head = el('th', { colspan: '7', scope: 'rowgroup' }, words);
  return drawn.toSpliced(first, 0, el('tr', { class: 'samples' }, head));
}

function isWaiting(index: number): boolean {
  const row = rows()[index]!;
  return !SETTLED.includes(valueIn(row, 'review').key) && !decisionOn(row.id);
}

/** The way to the first case that waits for somebody, among those that the filter shows. */
function drawStart(found: readonly number[]): void {
  const waiting = found.filter(isWaiting);
  const n = waiting.length.toLocaleString('ja');
  const isBegun = lastWords().length > 0;
  at('start').replaceChildren(say(fill(org().words[isBegun ? 'goOn' : 'start'], { n })));
  at('start').hidden = waiting.length === 0;
}

/** Opens the first case that waits; settled ones are filtered out, so that the next one waits too. */
export function startWork(): void {
  const first = matching().find(isWaiting);
  if (first === undefined) return;
  const { filters } = place();
  const open = org()
    .facets.review.map(({ key }) => key)
    .filter((key) => !SETTLED.includes(key));
  const review = filters.review.length > 0 ? filters.review : open;
  go({ filters: { ...filters, review }, case: rows()[first]!.id });
}

/** How many of the cases are shown, or how many are there by now. */
function countLine(found: number): Bilingual {
  const { words, total } = org();
  const of = total.toLocaleString('ja');
  if (rows().length < total) return fill(words.loading, { n: rows().length.toLocaleString('ja'), of });
  return fill(words[found === 0 ? 'nothing' : 'matches'], { n: found.toLocaleString('ja'), of });
}

function drawPager(page: number, pages: number): void {
  at('pages').hidden = pages === 1;
  at('page-number').replaceChildren(say(fill(org().words.page, { n: page + 1, of: pages })));
  one<HTMLButtonElement>('[data-act=page-back]').disabled = page === 0;
  one<HTMLButtonElement>('[data-act=page-on]').disabled = page === pages - 1;
}

export function drawList(wanted: Place): void {
  const found = matching();
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(wanted.page, pages - 1);
  at('matches').replaceChildren(say(countLine(found.length)));
  drawStart(found);
  const visible = found.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  one('#table tbody').replaceChildren(...withSamples(visible, found));
  at('table').hidden = visible.length === 0;
  drawPager(page, pages);
  if (document.activeElement?.id !== 'query') at('query').value = wanted.q;
  drawFacets(wanted);
}
