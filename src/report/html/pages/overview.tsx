import type { AuditResult } from '../../../audit/result.js';
import { count } from '../frame.js';
import { type FigureEntries, figureLists, listHref } from './figure-lists.js';

/** What the pages above the organisations are made from. */
export interface OverviewProps {
  readonly result: AuditResult;
  /** Folder of each organisation's pages. */
  readonly folders: ReadonlyMap<string, string>;
  /** Which organisations have cases behind which number. */
  readonly entries: FigureEntries;
}

/** A number that opens its cases: the filtered list where one organisation has them all, else the choice of lists. */
export function FigureLink({
  id,
  value,
  result,
  entries,
}: OverviewProps & { readonly id: string; readonly value: number }) {
  const behind = entries.get(id) ?? [];
  if (value === 0) return <span class="zero">0</span>;
  if (behind.length === 0) return count(value);
  const figure = figureLists(result).find((list) => list.id === id)!;
  const href = behind.length === 1 ? listHref(behind[0]!.folder, figure.filter) : `lists.html#${id}`;
  return <a href={href}>{count(value)}</a>;
}

/** A number that opens a list known already. */
export function Linked({ value, href }: { readonly value: number; readonly href: string | undefined }) {
  if (value === 0) return <span class="zero">0</span>;
  return href === undefined ? count(value) : <a href={href}>{count(value)}</a>;
}
