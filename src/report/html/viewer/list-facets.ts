import type { ViewerWords } from '../../text/viewer-words.js';
import type { FacetValue } from '../case/facet-names.js';
import { at, el, say } from './dom.js';
import { choicesOf } from './facet-choices.js';
import { countsOf } from './filter.js';
import type { Place } from './place.js';
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

/** From so many values on a facet scrolls within itself. */
const MANY = 12;

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
  const boxes = choices.map(({ value, count, isOn }) => choice(facet, value, count, isOn));
  return [
    el(
      'fieldset',
      { class: boxes.length > MANY ? 'long' : null },
      el('legend', {}, say(titleOf(facet))),
      ...boxes,
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
