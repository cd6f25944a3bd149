import type { Bilingual } from '../../../text/bilingual.js';

// Text from the data only ever becomes text nodes; the page's policy forbids markup from strings altogether.

type Attributes = Readonly<Record<string, string | number | boolean | null>>;
/** Null stands for nothing, so that what may be absent can be written in its place. */
export type Child = Node | string | null;

const SVG = 'http://www.w3.org/2000/svg';

/** Elements of the page's frame (`review-page.tsx` and its parts), and `incident`, `ring` and `position`, which every case has. */
interface Parts {
  bulk: HTMLDetailsElement;
  'bulk-choices': HTMLElement;
  'bulk-reason': HTMLSelectElement;
  'bulk-title': HTMLElement;
  'bulk-why': HTMLElement;
  case: HTMLElement;
  choices: HTMLElement;
  choose: HTMLElement;
  decisions: HTMLElement;
  facets: HTMLElement;
  filters: HTMLDetailsElement;
  help: HTMLDialogElement;
  history: HTMLElement;
  incident: HTMLElement;
  'import-file': HTMLInputElement;
  'keys-on': HTMLInputElement;
  'left-behind': HTMLElement;
  lens: HTMLElement;
  list: HTMLElement;
  live: HTMLElement;
  main: HTMLElement;
  matches: HTMLElement;
  odds: HTMLElement;
  'odds-choices': HTMLElement;
  'odds-why': HTMLElement;
  'page-number': HTMLElement;
  pages: HTMLElement;
  'paper-date': HTMLElement;
  'paper-decided': HTMLElement;
  'paper-decisions': HTMLElement;
  'paper-page': HTMLElement;
  'paper-reviewer': HTMLElement;
  position: HTMLElement;
  progress: HTMLElement;
  query: HTMLInputElement;
  reason: HTMLSelectElement;
  'reason-choices': HTMLElement;
  reasons: HTMLElement;
  reviewer: HTMLInputElement;
  ring: HTMLElement;
  sheet: HTMLElement;
  start: HTMLElement;
  'start-samples': HTMLElement;
  table: HTMLElement;
  transfer: HTMLDetailsElement;
  unexported: HTMLElement;
  up: HTMLElement;
  'up-list': HTMLAnchorElement;
}

export function at<Id extends keyof Parts>(id: Id): Parts[Id] {
  return document.getElementById(id) as Parts[Id];
}

/** The one element that a selector names; it is part of the frame. */
export function one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  return document.querySelector<Kind>(selector)!;
}

export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  return build(document.createElement(tag), attributes, children);
}

export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes,
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

function build<Kind extends Element>(node: Kind, attributes: Attributes, children: readonly Child[]): Kind {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...present(children));
  return node;
}

/** Both languages as nodes; the stylesheet shows one. */
export function say(text: Bilingual): Node {
  if (text.ja === text.en) return el('span', {}, text.ja);
  const both = document.createDocumentFragment();
  both.append(el('span', { lang: 'ja' }, text.ja), el('span', { lang: 'en' }, text.en));
  return both;
}

export function present<T>(parts: readonly (T | null)[]): readonly T[] {
  return parts.filter((part) => part !== null);
}

/** Parts in one line with a dot between them. */
export function dotted(parts: readonly Child[]): readonly (Node | string)[] {
  return present(parts).flatMap((part, index) => (index > 0 ? [' ・ ', part] : [part]));
}

/** The element in which an event arose; null where it is the document itself. */
export function elementOf(event: Event): Element | null {
  return event.target instanceof Element ? event.target : null;
}
