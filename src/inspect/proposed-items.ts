import { type CanonicalItem, DATE_ITEMS, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import type { Candidate } from './candidate.js';
import type { InspectedColumn, ProposedItem } from './inspection.js';
import { formatOf, isSerialDays } from './profile.js';

/** A candidate with the notation of its dates. */
export function withFormat(
  { item, columns: from, confidence, format: told }: Candidate,
  columns: readonly InspectedColumn[],
): ProposedItem {
  const profile = columns.find(({ name }) => name === from[0])!.profile;
  const isDate = DATE_ITEMS.includes(item) && from.length === 1;
  const format = isDate && !isSerialDays(profile) ? formatOf(profile.notation) : (told ?? null);
  return { item, columns: from, format, confidence: Math.round(confidence * 100) / 100 };
}

/** An item whose columns a person has told. */
export function toldItem(
  item: CanonicalItem,
  from: readonly string[],
  columns: readonly InspectedColumn[],
): ProposedItem {
  return withFormat({ item, columns: from, confidence: 1 }, columns);
}

/** In the order in which pipeline files list items. */
export function inOrder(mapping: readonly ProposedItem[], register: boolean): ProposedItem[] {
  const order: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  return mapping.toSorted((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
}
