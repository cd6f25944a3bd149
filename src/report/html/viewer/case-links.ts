// Cases that a sentence names by their id, by which they are opened.

import { splitAtCases } from '../../../audit/case-ids.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { el, say } from './dom.js';
import { relatedLink } from './related.js';

/** A text of ours, with links to the cases that it names. */
export function sayWithCases(text: Bilingual): Node {
  if (splitAtCases(text.ja).length === 1) return say(text);
  const both = document.createDocumentFragment();
  for (const lang of ['ja', 'en'] as const) {
    const parts = splitAtCases(text[lang]);
    both.append(el('span', { lang }, ...parts.map((part, at) => (at % 2 === 1 ? linkTo(part) : part))));
  }
  return both;
}

function linkTo(id: string): Node {
  return el('span', { class: 'whole', 'data-leads-to': id }, relatedLink(id, undefined, false));
}

/** Draws them anew once the list is there: what is not in it is opened elsewhere. */
export function drawCaseLinks(): void {
  for (const node of document.querySelectorAll<HTMLElement>('#sheet [data-leads-to]'))
    node.replaceWith(linkTo(node.dataset.leadsTo!));
}
