// Records of one resident are decided one by one, each on its own page: where the answers exclude each other nothing is saved
// until somebody says which hold.
import type { DecisionCode } from '../../../audit/case.js';
import { atOdds } from '../../../audit/valid-records.js';
import { type Bilingual, fill } from '../../../text/bilingual.js';
import { at, el, say } from './dom.js';
import { keepFocus } from './focus.js';
import type { LinkedCase } from './implied.js';
import { org } from './state.js';

type Answers = ReadonlyMap<string, DecisionCode>;

/** Cases whose answers exclude what is said of one, and answers to it and them that hold together, the likeliest mistake first. */
export interface Odds {
  readonly against: readonly string[];
  readonly ways: readonly { readonly how: 'both' | 'here' | 'there'; readonly answers: Answers }[];
}

/**
 * Holds what is said of a record against `others`, the answers to other records of its resident; any that have none are known by the
 * number of records that stand beside. Null where all go together.
 */
export function oddsOf(
  { id, beside }: Pick<LinkedCase, 'id' | 'beside'>,
  said: DecisionCode,
  others: Answers,
): Odds | null {
  const open = Array.from({ length: Math.max(0, beside - others.size) }, () => null);
  const why = atOdds([said, ...others.values(), ...open]);
  if (why === null) return null;
  const excluded = excludedBy(said, why, others.size + open.length === 1);
  const against = [...others].flatMap(([other, answer]) => (excluded.includes(answer) ? [other] : []));
  if (against.length === 0) return null;
  const way = (how: Odds['ways'][number]['how'], own: DecisionCode, theirs: DecisionCode) => ({
    how,
    answers: new Map([[id, own], ...against.map((other) => [other, theirs] as const)]),
  });
  const there = against.length === 1 ? [way('there', 'other-valid', 'this-valid')] : [];
  return {
    against,
    ways: [way('both', 'both-valid', 'both-valid'), way('here', 'this-valid', 'other-valid'), ...there],
  };
}

/** Answers to other records that cannot stand beside one; of two records, what is said of the one is said of the other. */
function excludedBy(said: DecisionCode, why: 'several' | 'none', areTwo: boolean): readonly DecisionCode[] {
  if (why === 'none') return ['other-valid'];
  if (said === 'this-valid') return ['this-valid', 'both-valid'];
  if (said === 'both-valid') return areTwo ? ['this-valid', 'other-valid'] : ['this-valid'];
  return said === 'other-valid' && areTwo ? ['both-valid'] : [];
}

/** What is asked, and what becomes of the answer; null while nothing is. */
let asked: { readonly odds: Odds; readonly settle: (answers: Answers) => void } | null = null;
let giveBack: (() => void) | null = null;

/** Asks which answers hold; `settle` is called with those. `standing` are the answers to the others. */
export function openOdds(odds: Odds, standing: Answers, settle: (answers: Answers) => void): void {
  const { words, decisions } = org();
  const inWords = (language: keyof Bilingual) =>
    odds.against.map((id) => `${id}「${decisions[standing.get(id)!][language]}」`).join(', ');
  const why: Bilingual = {
    ja: fill(words.odds, { told: inWords('ja') }).ja,
    en: fill(words.odds, { told: inWords('en').replaceAll('「', ' “').replaceAll('」', '”') }).en,
  };
  const texts = { both: words.oddsBoth, here: words.oddsHere, there: words.oddsThere };
  const buttons = odds.ways.map(({ how }, index) =>
    el(
      'button',
      { type: 'button', 'data-odds': index + 1 },
      el('kbd', {}, String(index + 1)),
      ' ',
      say(fill(texts[how], { ids: odds.against.join(', ') })),
    ),
  );
  at('odds-why').replaceChildren(say(why));
  at('odds-choices').replaceChildren(...buttons);
  asked = { odds, settle };
  giveBack = keepFocus();
  at('odds').hidden = false;
  buttons[0]!.focus({ preventScroll: true });
}

export function isAtOdds(): boolean {
  return asked !== null;
}

/** Leaves it open: nothing is saved. */
export function closeOdds(): void {
  if (asked === null) return;
  asked = null;
  at('odds').hidden = true;
  giveBack?.();
  giveBack = null;
}

/** Takes the answers of a key, where it has any. */
export function chooseOdds(key: number): void {
  const way = asked?.odds.ways[key - 1];
  const settle = asked?.settle;
  if (!way || !settle) return;
  closeOdds();
  settle(way.answers);
}
