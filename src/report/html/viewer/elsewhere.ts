// From the list over all organisations to the page of a case in its organisation's folder, and back.
import { at } from './dom.js';
import { hashOf, link, place } from './place.js';
import { type Row, valueIn } from './rows.js';
import { org } from './state.js';

/** Folder of the case's organisation, seen from the list over all of them; null in an organisation's own. */
export function folderOf(row: Row): string | null {
  return org().members === undefined ? null : valueIn(row, 'organisation').key;
}

/** Address of a case: of one elsewhere with the filters in force, so that the next one is the next of them there. */
export function caseHref(row: Row): string {
  const folder = folderOf(row);
  if (folder === null) return link({ case: row.id });
  const here = place();
  const filters = { ...here.filters, organisation: [], decision: [] };
  const there = {
    ...here,
    filters,
    page: 0,
    case: row.id,
    from: ['list', ...here.filters.organisation].join(','),
  };
  return `../${folder}/index.html${hashOf(there)}`;
}

/** Shows the way back to where the reader came from. */
export function drawWayBack(): void {
  if (org().members !== undefined) return;
  const { from, filters } = place();
  // Which organisations the list was filtered by stands behind its name: here it would part nothing.
  const [origin, ...organisation] = from?.split(',') ?? [];
  at('up').hidden = origin !== 'all';
  at('up-list').hidden = origin !== 'list';
  const back = { case: null, from: null, page: 0, filters: { ...filters, organisation } };
  at('up-list').href = `../all/index.html${link(back)}`;
}
