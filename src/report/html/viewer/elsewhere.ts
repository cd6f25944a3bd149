// From the list over all organisations to the page of a case in its organisation's folder, and back.
import { fill } from '../../../text/bilingual.js';
import { announce } from './announce.js';
import { at } from './dom.js';
import { type Filters, go, hashOf, link, place } from './place.js';
import { type Row, valueIn } from './rows.js';
import { org } from './state.js';

let isGoingOn = false;

/** Whether the page is left for another one of the report, where nothing is lost. */
export function isMovingOn(): boolean {
  return isGoingOn;
}

/** Whether the case was opened from the list over all organisations. */
export function isFromList(): boolean {
  return org().members === undefined && place().from?.split(',')[0] === 'list';
}

/** Goes on with what waits in another organisation: the list over all of them knows where. */
export function goOnElsewhere(): void {
  const { from, filters } = place();
  const organisation = from!.split(',').slice(1);
  isGoingOn = true;
  const there = { case: null, from: `next,${org().folder}`, page: 0, filters: { ...filters, organisation } };
  location.assign(`../all/index.html${link(there)}`);
}

/** Says, once, that the reader has come on from another organisation. */
export function tellOrganisation(): void {
  const [origin, ...organisation] = place().from?.split(',') ?? [];
  if (org().members !== undefined || origin !== 'next') return;
  go({ from: ['list', ...organisation].join(',') }, true);
  const { words, organisationShown } = org();
  announce({
    ja: fill(words.nextOrganisation, { id: organisationShown.ja }).ja,
    en: fill(words.nextOrganisation, { id: organisationShown.en }).en,
  });
}

/** Folder of the case's organisation, seen from the list over all of them; null in an organisation's own. */
export function folderOf(row: Row): string | null {
  return org().members === undefined ? null : valueIn(row, 'organisation').key;
}

/** Address of a case: of one elsewhere with the filters in force, so that the next one is the next of them there. */
export function caseHref(row: Row, origin: 'list' | 'next' = 'list', narrowed?: Filters): string {
  const folder = folderOf(row);
  if (folder === null) return link({ case: row.id });
  const here = place();
  const filters = { ...(narrowed ?? here.filters), organisation: [], decision: [] };
  const there = {
    ...here,
    filters,
    page: 0,
    case: row.id,
    from: [origin, ...here.filters.organisation].join(','),
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
  at('up-list').hidden = origin !== 'list' && origin !== 'next';
  const back = { case: null, from: null, page: 0, filters: { ...filters, organisation } };
  at('up-list').href = `../all/index.html${link(back)}`;
}
