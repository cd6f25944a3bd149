// Deciding what a filter shows in one act, where that is safe: what the kinds among it all allow, and why not more.
import type { DecisionCode } from '../../../audit/case.js';
import { type Bilingual, fill } from '../../../text/bilingual.js';
import { announce } from './announce.js';
import { eventOn } from './decide.js';
import { addDecisions, decisionOn, lastAct } from './decisions.js';
import { at, el, say } from './dom.js';
import { matching } from './filter.js';
import { caseDataOf } from './load-case.js';
import { type Place, redraw } from './place.js';
import { type Row, rows, SETTLED, valueIn } from './rows.js';
import { org } from './state.js';
import { drawBanner } from './transfer.js';

/** Cases decided in one act: as many as one script of cases holds, so that few are loaded for it. */
const MOST = 500;
/** How acts of this panel are named, so that it knows its own. */
const ACT = 'list ';

const kindOf = (row: Row) => valueIn(row, 'kind').key;
const isSample = (row: Row) => valueIn(row, 'group').key === 'sample';

/** Cases that the filter shows and that wait for a decision, the blind sample left out. */
function waiting(): readonly Row[] {
  return matching()
    .map((index) => rows()[index]!)
    .filter((row) => !isSample(row) && !decisionOn(row.id) && !SETTLED.includes(valueIn(row, 'review').key));
}

/** Decisions that all of these kinds allow in one act. */
function allowed(kinds: readonly string[]): readonly DecisionCode[] {
  const [first, ...others] = kinds.map((kind) => org().inBulk[kind] ?? []);
  return (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
}

function reason(kinds: readonly string[], codes: readonly DecisionCode[]): Bilingual {
  const { bulkSafe, bulkHold, bulkMixed, bulkSample } = org().words;
  if (kinds.length === 0) return bulkSample;
  if (codes.length > 1) return bulkSafe;
  return kinds.length > 1 ? bulkMixed : bulkHold;
}

/** Draws the panel for what is shown; without a filter there is none. */
export function drawBulk({ filters, q }: Place): void {
  const isFiltered = q !== '' || Object.values(filters).some((keys) => keys.length > 0);
  const found = waiting();
  const done = lastAct().filter(({ act, decision }) => act?.startsWith(ACT) && decision !== 'withdrawn');
  const hasOnlySample = found.length === 0 && matching().some((index) => isSample(rows()[index]!));
  at('bulk').hidden =
    org().members !== undefined || !isFiltered || (found.length < 2 && !hasOnlySample && done.length === 0);
  if (at('bulk').hidden) return;
  if (found.length < 2 && done.length > 0) drawDone(done.length);
  else drawChoices(found);
}

/** Nothing is left to decide: the way back is. */
function drawDone(n: number): void {
  at('bulk-title').replaceChildren(say(fill(org().words.bulkDone, { n: n.toLocaleString('ja') })));
  at('bulk-why').replaceChildren();
  at('bulk-choices').replaceChildren();
}

function drawChoices(found: readonly Row[]): void {
  const { words, decisions } = org();
  const kinds = [...new Set(found.map(kindOf))];
  const codes = allowed(kinds);
  const n = Math.min(found.length, MOST).toLocaleString('ja');
  const shown = found.length > 0 ? found.length : matching().length;
  at('bulk-title').replaceChildren(say(fill(words.bulk, { n: shown.toLocaleString('ja') })));
  const first = found.length > MOST ? [' ', say(fill(words.bulkFirst, { n }))] : [];
  at('bulk-why').replaceChildren(say(reason(kinds, codes)), ...first);
  at('bulk-choices').replaceChildren(
    ...codes.map((code) => {
      const { ja, en } = decisions[code];
      const label = {
        ja: fill(words.bulkOne, { n, decision: ja }).ja,
        en: fill(words.bulkOne, { n, decision: en }).en,
      };
      return el('button', { type: 'button', 'data-bulk': code }, say(label));
    }),
  );
}

/** Takes a decision on all that the panel counts, to be undone as one. */
export async function decideAll(code: DecisionCode): Promise<void> {
  const chosen = waiting().slice(0, MOST);
  const cases = await Promise.all(chosen.map(({ id }) => caseDataOf(id)));
  const note = at('bulk-reason').value || null;
  const events = cases.map((item) => eventOn(item, { decision: code, candidate: null }, note));
  const [first] = events;
  if (first === undefined) return;
  const act = `${ACT}${first.at}`;
  const isSaved = addDecisions(events.map((event) => ({ ...event, act })));
  drawBanner();
  redraw();
  if (!isSaved) return;
  const { words, decisions } = org();
  const { ja, en } = decisions[code];
  const n = events.length.toLocaleString('ja');
  announce({
    ja: fill(words.bulkSaved, { n, decision: ja }).ja,
    en: fill(words.bulkSaved, { n, decision: en }).en,
  });
  at('bulk-title').focus();
}
