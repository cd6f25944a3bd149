// The two views of the page, of which the address says one: the list, and a case.
import { fill } from '../../../text/bilingual.js';
import type { CaseData, CaseShard } from '../viewer-data.js';
import { announce } from './announce.js';
import { drawCase } from './case.js';
import { drawCaseLinks } from './case-links.js';
import { closeCase, drawDecisions, openCase } from './decide.js';
import { at, one, say } from './dom.js';
import { caseHref, drawWayBack } from './elsewhere.js';
import { filter } from './filter.js';
import { drawList, placeInList } from './list.js';
import { shardOf } from './load-case.js';
import { load } from './load-data.js';
import { go, type Place, place } from './place.js';
import { queueOf } from './queue.js';
import { drawRelated } from './related.js';
import { drawRing } from './ring.js';
import { rowOf, rows } from './rows.js';
import { org } from './state.js';
import { textsOf } from './text-of.js';

/** The case that is shown; null in the list, and as long as its data is on the way. */
let shownCase: string | null = null;
/** The filter was asked for from a case: it gets the focus when the list is there. */
let wantsQuery = false;

export function isCaseShown(): boolean {
  return shownCase !== null;
}

interface FoundCase {
  readonly item: CaseData;
  readonly shard: CaseShard;
  /** Row of the case, and number of its shard. */
  readonly index: number;
  readonly number: number;
}

/** The case of the address and its shard; null when the row is not known yet and the hint is wrong. */
async function findCase(id: string, hint: number): Promise<FoundCase | null> {
  const known = rowOf(id);
  const index = known >= 0 ? known : hint;
  const number = shardOf(index);
  if (number < 0) return null;
  const shard = await load('cases', number);
  const item = shard.cases[index - org().shards[number]!];
  return item?.id === id ? { item, shard, index, number } : null;
}

async function showCase(id: string, hint: number): Promise<void> {
  const found = await findCase(id, hint);
  if (place().case !== id) return;
  if (found === null) {
    if (rows().length === org().total) announce(org().words.notFound, true);
    return;
  }
  const { item, shard, index, number } = found;
  const isNew = shownCase !== id;
  if (isNew) {
    drawCase(item, shard);
    openCase(item);
  } else {
    drawDecisions();
    drawRelated(item, textsOf(shard));
    drawCaseLinks();
  }
  void drawRing(item, textsOf(shard));
  drawPosition(id, index);
  at('list').hidden = true;
  at('case').hidden = false;
  if (isNew) {
    scrollTo(0, 0);
    one('#sheet h1').focus({ preventScroll: true });
  }
  shownCase = id;
  const next = shardOf(index + 1);
  if (next > number) void load('cases', next);
}

function drawPosition(id: string, index: number): void {
  const found = queueOf(id);
  const text = {
    n: (found.indexOf(index) + 1 || '–').toLocaleString('ja'),
    of: found.length.toLocaleString('ja'),
  };
  at('position').replaceChildren(say(fill(org().words.position, text)));
  at('paper-page').textContent = '1 / 1';
}

function showList(wanted: Place): void {
  const back = shownCase === null || wantsQuery ? null : placeInList(shownCase);
  if (back !== null && back.page !== wanted.page) {
    go({ page: back.page }, true);
    return;
  }
  closeCase();
  drawList(wanted);
  at('case').hidden = true;
  at('list').hidden = false;
  if (shownCase !== null || wantsQuery) focusInList(back?.id ?? null);
  shownCase = null;
  wantsQuery = false;
}

/** The filter where it was asked for, else the row of the case just left, or what stands in its place now. */
function focusInList(id: string | null): void {
  const rowOfCase = (id: string) =>
    document.querySelector<HTMLElement>(`#table a[href$="case=${CSS.escape(encodeURIComponent(id))}"]`);
  const target = wantsQuery
    ? at('query')
    : (id && rowOfCase(id)) || (document.querySelector<HTMLElement>('#table tbody a') ?? one('#list h1'));
  target.focus();
}

/** A case of the list over all organisations stands in another folder; it is known where once its row is there. */
function openElsewhere(id: string): Promise<void> {
  const row = rows()[rowOf(id)];
  if (row !== undefined) location.replace(caseHref(row));
  else if (rows().length === org().total) announce(org().words.notFound, true);
  return Promise.resolve();
}

/** Draws what the address says. */
export function show(): Promise<void> {
  const wanted = place();
  drawWayBack();
  filter(wanted);
  if (wanted.case !== null && org().members) return openElsewhere(wanted.case);
  if (wanted.case !== null) return showCase(wanted.case, wanted.at);
  showList(wanted);
  return Promise.resolve();
}

/** Puts the focus into the filter, from a case by way of the list. */
export function focusQuery(): void {
  if (place().case === null) at('query').focus();
  else {
    wantsQuery = true;
    go({ case: null });
  }
}
