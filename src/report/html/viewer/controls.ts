// Buttons, boxes and fields of the page, tied to what they do.
import type { DecisionCode } from '../../../audit/case.js';
import { decideAll } from './bulk.js';
import { copyKey } from './copy-key.js';
import { choose, decide, drawDecisions, noteChanged, reveal, undo } from './decide.js';
import { sitDown } from './decisions.js';
import { at, elementOf } from './dom.js';
import { turnKeys } from './keys.js';
import { otherLanguage, setLanguage } from './language.js';
import { startSamples, startWork, turnIncident } from './list.js';
import { turnFacet } from './list-facets.js';
import { chooseOdds } from './odds.js';
import { filtersOf, go, place, redraw } from './place.js';
import { setReason } from './reasons.js';
import type { FacetId } from './state.js';
import { firstRow, stepAside } from './step.js';
import { remember } from './storage.js';
import { exportDecisions, importDecisions, REVIEWER } from './transfer.js';

const TYPING_MS = 120;

/** What a button does, by its `data-act`. */
const ACTS: Readonly<Record<string, () => void>> = {
  language: () => setLanguage(otherLanguage()),
  help: () => at('help').showModal(),
  'help-close': () => at('help').close(),
  back: () => go({ case: null }),
  previous: () => stepAside(-1),
  next: () => stepAside(1),
  print: () => print(),
  start: startWork,
  'start-samples': startSamples,
  undo,
  reveal,
  export: exportDecisions,
  import: () => at('import-file').click(),
  clear: () => go({ filters: filtersOf(() => []), q: '', page: 0 }),
  'page-back': () => turnPage(-1),
  'page-on': () => turnPage(1),
};

/** The next page of the list begins at its first row. */
function turnPage(by: number): void {
  addEventListener('hashchange', () => firstRow(), { once: true });
  go({ page: place().page + by });
}

function clicked(event: Event): void {
  const { act, decision, candidate, incident, sort, copy, reason, bulk, odds, values } =
    elementOf(event)?.closest('button')?.dataset ?? {};
  if (act) ACTS[act]?.();
  else if (decision) decide(decision as DecisionCode);
  else if (candidate) choose(candidate);
  else if (odds) chooseOdds(Number(odds));
  else if (incident) turnIncident(Number(incident));
  else if (values) turnFacet(values as FacetId);
  else if (sort) sortBy(sort);
  else if (bulk) void decideAll(bulk as DecisionCode);
  else if (copy) void copyKey(copy);
  else if (reason && setReason(Number(reason))) noteChanged();
}

/** By a column, then the other way round, then worst first again. */
function sortBy(column: string): void {
  const { sort } = place();
  go({ sort: sort === column ? `-${column}` : sort === `-${column}` ? '' : column, page: 0 });
}

function toggleFacet(facet: FacetId, value: string, isOn: boolean): void {
  const { filters } = place();
  const others = filters[facet].filter((key) => key !== value);
  go({ filters: { ...filters, [facet]: isOn ? [...others, value] : others }, page: 0 });
}

/** Whoever sits here now sees their own answers where a case takes two people, and nobody else's. */
function signIn(code: string): void {
  remember(REVIEWER, code.trim());
  sitDown(code.trim());
  drawDecisions();
  redraw();
}

function changed(event: Event): void {
  const field = elementOf(event);
  if (field?.id === 'reason') noteChanged();
  if (!(field instanceof HTMLInputElement)) return;
  const { id, value, checked, files, dataset } = field;
  if (dataset.facet) toggleFacet(dataset.facet as FacetId, value, checked);
  else if (id === 'keys-on') turnKeys(checked);
  else if (id === 'reviewer') signIn(value);
  else if (id === 'import-file' && files?.[0]) {
    void importDecisions(files[0]);
    field.value = '';
  }
}

/** The list follows what is typed, after a short rest; while Japanese is composed it waits for the end. */
function listenForTyping(): void {
  const search = () => go({ q: at('query').value, page: 0 }, true);
  const isQuery = (event: Event) => elementOf(event)?.id === 'query';
  let typing = 0;
  document.addEventListener('input', (event) => {
    if (!isQuery(event) || (event as InputEvent).isComposing) return;
    clearTimeout(typing);
    typing = setTimeout(search, TYPING_MS);
  });
  document.addEventListener('compositionend', (event) => {
    if (isQuery(event)) search();
  });
}

export function listenForControls(): void {
  document.addEventListener('click', clicked);
  document.addEventListener('change', changed);
  listenForTyping();
}
