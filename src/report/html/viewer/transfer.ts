// What only this browser knows, said on a button of the header, and the way out and in behind it.
import { REVIEWER_PROBLEMS, type ReviewerProblem, reviewerCode } from '../../../audit/reviewer.js';
import { type Bilingual, fill } from '../../../text/bilingual.js';
import { announce } from './announce.js';
import { decisionFile, readDecisionFile } from './decision-file.js';
import {
  lastWordsOf,
  leftBehind,
  markExported,
  mergeDecisions,
  unexported,
  unexportedOf,
} from './decisions.js';
import { at, dotted, el, one, say } from './dom.js';
import { redraw } from './place.js';
import { markRevealsExported, revealsOf, unexportedReveals } from './reveals.js';
import { org } from './state.js';
import { remember } from './storage.js';

export const REVIEWER = 'totsugo:reviewer';

export function drawBanner(): void {
  const { words } = org();
  const count = unexported() + unexportedReveals();
  const line = count > 0 ? fill(words.unexported, { n: count }) : words.allExported;
  at('unexported').replaceChildren(say(line));
  one('.transfer').classList.toggle('due', count > 0);
  const { members } = org();
  if (members !== undefined) {
    drawUnexported(members);
    return;
  }
  const { runs, n } = leftBehind();
  const left = at('left-behind');
  left.hidden = n === 0;
  left.replaceChildren(say(fill(words.leftBehind, { runs: runs.join(', '), n })));
}

/** In the list over all organisations: in which of them decisions wait to be exported, each with the way there. */
function drawUnexported(members: readonly string[]): void {
  const { words, facets } = org();
  // Organisations and their folders are told in one order.
  const waiting = unexportedOf(members).flatMap((n, index) => {
    const folder = facets.organisation[index];
    if (n === 0 || folder === undefined) return [];
    const link = el('a', { href: `../${folder.key}/index.html#from=all` }, say(folder));
    return [el('span', {}, link, ' ', say(fill(words.unexportedThere, { n })))];
  });
  const line = at('left-behind');
  line.hidden = waiting.length === 0;
  line.replaceChildren(say(words.unexportedElsewhere), ' ', ...dotted(waiting));
}

/** The code that has been typed; null, after saying that it is needed, where there is none that counts. */
export function neededReviewer(): string | null {
  const read = reviewerCode(at('reviewer').value);
  if ('problem' in read) {
    announce(read.problem === 'empty' ? org().words.reviewerNeeded : refused(read.problem), true);
    at('transfer').open = true;
    at('reviewer').focus();
    return null;
  }
  remember(REVIEWER, read.code);
  return read.code;
}

export function exportDecisions(): void {
  const { words, folder, runId } = org();
  const reviewer = neededReviewer();
  if (reviewer === null) return;
  const decisions = lastWordsOf(reviewer);
  const text = decisionFile([...decisions, ...revealsOf(reviewer)], reviewer, org());
  const url = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  el('a', { href: url, download: `decisions-${folder}-${runId}-${reviewer}.jsonl` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  markExported(reviewer);
  markRevealsExported(reviewer);
  drawBanner();
  const left = unexported();
  announce(fill(left > 0 ? words.exportedOwn : words.exported, { n: decisions.length, left }));
}

/**
 * Opens what lies behind the button: the focus is on the code until one counts, then on the export, so that Enter exports once the
 * code stands in sight. The list over all organisations has none.
 */
export function openTransfer(): void {
  const transfer = at('transfer');
  if (transfer.hidden) return;
  transfer.open = true;
  const isSigned = 'code' in reviewerCode(at('reviewer').value);
  (isSigned ? one('[data-act=export]') : at('reviewer')).focus();
}

/** Closes what lies behind the button, the focus back on it; false where nothing was open. */
export function closeTransfer(): boolean {
  const transfer = at('transfer');
  if (!transfer.open) return false;
  transfer.open = false;
  one('#transfer summary').focus();
  return true;
}

function refused(problem: ReviewerProblem): Bilingual {
  const { ja, en } = REVIEWER_PROBLEMS[problem];
  const { reviewerRefused } = org().words;
  return { ja: fill(reviewerRefused, { why: ja }).ja, en: fill(reviewerRefused, { why: en }).en };
}

export async function importDecisions(file: File): Promise<void> {
  const { words } = org();
  const read = readDecisionFile(await file.text(), org());
  if (read === 'broken' || read === 'other') {
    announce(read === 'broken' ? words.importBroken : words.importOther, true);
    return;
  }
  const count = mergeDecisions(read);
  drawBanner();
  redraw();
  const isSigned = at('reviewer').value.trim() !== '';
  announce(fill(isSigned ? words.imported : words.importedUnsigned, { n: count }));
}
