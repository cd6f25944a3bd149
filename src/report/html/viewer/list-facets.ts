import { fill } from '../../../text/bilingual.js';
import type { ViewerWords } from '../../text/viewer-words.js';
import type { FacetValue } from '../case/facet-names.js';
import { at, el, say } from './dom.js';
import { type Choice, choicesOf } from './facet-choices.js';
import { countsOf } from './filter.js';
import { type Place, place } from './place.js';
import { type FacetId, facets, org } from './state.js';

function titleOf(facet: FacetId) {
  const key = `facet${facet[0]!.toUpperCase()}${facet.slice(1)}` as `facet${Capitalize<FacetId>}`;
  return org().words[key satisfies keyof ViewerWords];
}

function choice(facet: FacetId, value: FacetValue, count: number, isOn: boolean): HTMLElement {
  const box = el('input', { type: 'checkbox', 'data-facet': facet, value: value.key });
  box.checked = isOn;
  return el(
    'label',
    { class: count === 0 && !isOn ? 'check empty' : 'check' },
    box,
    el('span', { class: 'grow' }, say(value)),
    el('span', { class: 'number' }, count.toLocaleString('ja')),
  );
}

/** From so many values on all but a few are folded away: a list that scrolls within a page that scrolls is hard to get out of. */
const MANY = 12;
const FEW = 8;

/** Facets that were unfolded. */
const unfolded = new Set<FacetId>();

interface Counted {
  readonly value: Choice;
  readonly count: number;
  readonly isOn: boolean;
}

/** Those with the most cases, and those in force, in their order. */
function inSight(choices: readonly Counted[]): readonly Counted[] {
  const most = new Set(choices.toSorted((a, b) => b.value.cases - a.value.cases).slice(0, FEW));
  return choices.filter((one) => one.isOn || most.has(one));
}

/** Unfolds the values of a facet, or folds all but a few of them away. */
export function turnFacet(facet: FacetId): void {
  if (!unfolded.delete(facet)) unfolded.add(facet);
  drawFacets(place());
  document.querySelector<HTMLElement>(`[data-values="${facet}"]`)?.focus();
}

function turnButton(facet: FacetId, folded: number): HTMLElement {
  const { words } = org();
  const isOpen = unfolded.has(facet);
  const said = isOpen ? words.fewerValues : fill(words.moreValues, { n: folded.toLocaleString('ja') });
  const attributes = { class: 'plain', 'data-values': facet, 'aria-expanded': String(isOpen) };
  return el('button', { type: 'button', ...attributes }, say(said));
}

/** Values that occur here, also where the filter leaves none of them; a facet with a single value parts nothing and is left out unless it is in force. */
function facetSet(place: Place, facet: FacetId, index: number): readonly HTMLElement[] {
  const counts = countsOf(index);
  const choices = choicesOf(facet)
    .map((value, number) => ({
      value,
      count: counts[number] ?? 0,
      isOn: place.filters[facet].includes(value.key),
    }))
    .filter(({ value, isOn }) => value.occurs || isOn);
  if (choices.length < 2 && !choices.some(({ isOn }) => isOn)) return [];
  const isLong = choices.length > MANY;
  const shown = isLong && !unfolded.has(facet) ? inSight(choices) : choices;
  return [
    el(
      'fieldset',
      {},
      el('legend', {}, say(titleOf(facet))),
      ...shown.map(({ value, count, isOn }) => choice(facet, value, count, isOn)),
      isLong ? turnButton(facet, choices.length - shown.length) : null,
    ),
  ];
}

/** Draws the boxes to filter by; the one that had the focus has it again. */
export function drawFacets(place: Place): void {
  const focused = document.activeElement?.closest<HTMLInputElement>('#facets input');
  at('facets').replaceChildren(...facets().flatMap((facet, index) => facetSet(place, facet, index)));
  if (!focused) return;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('#facets input')];
  boxes.find((box) => box.dataset.facet === focused.dataset.facet && box.value === focused.value)?.focus();
}
