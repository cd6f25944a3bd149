// What the printed sheet of a case says of its decision, and what it leaves to be filled in by hand.
import type { CaseData } from '../viewer-data.js';
import { decisionOn } from './decisions.js';
import { at, el, say } from './dom.js';
import { decisionWords, localTime } from './history.js';
import { org } from './state.js';

/** What was decided here and by whom, else what an earlier night knows of this evidence; sealed words are nobody's to print. */
function known(item: CaseData) {
  const past = item.history.findLast(({ current, decision }) => current && decision !== 'sealed');
  const decision = decisionOn(item.id) ?? past;
  return decision === undefined || decision.decision === 'withdrawn' ? null : decision;
}

/** A box for each answer and candidate, what was decided ticked and in words; where nothing was a line to write on. */
export function drawPaperSign(item: CaseData): void {
  const { words, choices } = org();
  const decided = known(item);
  const labels = item.columns.map(({ label }) => label).filter((label) => label.startsWith('C'));
  const boxes = (choices[item.kindId] ?? []).flatMap((decision) => {
    if (decision === null) return [];
    const candidates = decision === 'wrong-candidate' && labels.length > 0 ? labels : [null];
    return candidates.map((candidate) => {
      const isIt = decided?.decision === decision && decided.candidate === candidate;
      return el('span', {}, isIt ? '■' : '□', say(decisionWords({ decision, candidate })));
    });
  });
  at('paper-decisions').replaceChildren(...boxes);
  at('paper-decided').replaceChildren(say(decided ? decisionWords(decided) : words.paperBlank));
  at('paper-reviewer').textContent = decided?.reviewer ?? '';
  at('paper-date').textContent = decided ? localTime(decided.at).slice(0, 10) : '';
}
