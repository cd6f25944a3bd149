// What is said of a decision once it is saved or taken back.
import { type Bilingual, fill } from '../../../text/bilingual.js';
import { announce } from './announce.js';
import type { DecisionEvent } from './decision-file.js';
import { decisionOn, isOf } from './decisions.js';
import { at } from './dom.js';
import { decisionWords } from './history.js';
import { org } from './state.js';

/** A sentence with a decision in it, and with the one that was in force before. */
export function told(
  sentence: Bilingual,
  event: DecisionEvent,
  before: DecisionEvent | null,
  more = {},
): Bilingual {
  const put = (language: keyof Bilingual) => {
    const decision = decisionWords(event)[language];
    const earlier = before ? decisionWords(before)[language] : '';
    return fill(sentence, { id: event.case, decision, before: earlier, ...more })[language];
  };
  return { ja: put('ja'), en: put('en') };
}

/** What a toast says of a decision beside itself. */
interface Saved {
  /** How many were decided along, and how many of those chosen it says nothing of. */
  readonly along: number;
  readonly left: number;
  /** This reviewer's decisions that no longer hold. */
  readonly replaced: readonly DecisionEvent[];
  /** Cases that were to be settled before and are open. */
  readonly waitedFor: readonly string[];
  /** Where it leads, if not to the next case. */
  readonly leads: Bilingual | null;
}

export function announceSaved(
  event: DecisionEvent,
  { along, left, replaced, waitedFor, leads }: Saved,
): void {
  const { words } = org();
  const [before] = replaced;
  const single = before ? words.replaced : words.saved;
  const sentence = left > 0 ? words.savedAlong : along > 0 ? words.savedAll : single;
  const more = along > 0 && before ? fill(words.replacedAlong, { n: replaced.length }) : null;
  const early = waitedFor.length > 0 ? fill(words.savedEarly, { ids: waitedFor.join(', ') }) : null;
  const parts = [told(sentence, event, before ?? null, { n: along + 1, left }), more, early, leads].filter(
    (part) => part !== null,
  );
  announce({ ja: parts.map(({ ja }) => ja).join('。'), en: parts.map(({ en }) => en).join('. ') });
}

/** The reviewer's own decision that this one does away with. */
export function replacedBy(event: DecisionEvent): readonly DecisionEvent[] {
  const before = decisionOn(event.case);
  if (before === null || !isOf(before, at('reviewer').value)) return [];
  return before.decision === event.decision && before.candidate === event.candidate ? [] : [before];
}
