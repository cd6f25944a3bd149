import type { LevelKind } from '../../../audit/evidence.js';
import { remembered } from '../../../normalize/remembered.js';
import type { Run } from '../viewer-data.js';
import { unmatched } from './align.js';
import { foldGrapheme } from './fold.js';
import { graphemes, shown, visibleText } from './graphemes.js';

/** State of a stretch of characters: 0 equal, 1 equivalent, 2 different. */
type RunState = 0 | 1 | 2;

/** Longer values are cut on the page: a case must print on one sheet. The whole value is in findings.csv. */
const LIMIT = 120;

/**
 * Draws `other` as runs against `base`. Characters without a partner are equivalent when `softly` (the item as
 * a whole was judged equal or equivalent), else different; characters whose partner is a variant are equivalent.
 */
export function difference(base: string, other: string, softly: boolean): readonly Run[] {
  if (base === other) return plain(other);
  const left = characters(base);
  const right = characters(other);
  // What is drawn softly is equivalent at worst: then nobody asks for variants.
  const loneFolded = softly ? [] : unmatched(left.folded(), right.folded());
  if (!softly && matched(loneFolded) < MATCHED_AT_LEAST) return inOneBox(right.shown, right.leftOff);
  const loneExact = unmatched(left.shown, right.shown);
  const states = right.shown.map((grapheme, index): RunState => {
    if (!loneExact[index] || isBlank(grapheme)) return 0;
    return softly || !loneFolded[index] ? 1 : 2;
  });
  return merged(right.shown, wholeNumbers(right.shown, states), right.leftOff);
}

/** A text in characters: those that are shown, and how many are not. A record's is drawn against everybody beside it. */
const characters = remembered((text: string) => {
  const all = graphemes(text);
  const shown = all.slice(0, LIMIT);
  let folded: readonly string[] | undefined;
  return {
    shown,
    leftOff: all.length - shown.length,
    folded: () => {
      folded ??= shown.map(foldGrapheme);
      return folded;
    },
  };
}, 1000);

/** 29 and 20 are two numbers, not one digit of three: one that differs in a digit is marked from end to end. */
function wholeNumbers(characters: readonly string[], states: readonly RunState[]): readonly RunState[] {
  if (!states.includes(2)) return states;
  const marked = [...states];
  for (let start = 0; start < characters.length; start += 1) {
    let end = start;
    while (end < characters.length && /^\p{Nd}$/u.test(characters[end]!)) end += 1;
    if (marked.slice(start, end).includes(2)) marked.fill(2, start, end);
    start = Math.max(start, end);
  }
  return marked;
}

/** Below this share of matched characters the two values have nothing to align: one box says so more calmly. */
const MATCHED_AT_LEAST = 0.4;

function matched(lone: readonly boolean[]): number {
  return lone.filter((isLone) => !isLone).length / Math.max(1, lone.length);
}

/** Text without any mark. */
export function plain(text: string): readonly Run[] {
  const { text: told, leftOff } = shown(text, LIMIT);
  const runs = told === '' ? [] : [told];
  if (leftOff > 0) runs.push(cutMark(leftOff));
  return runs;
}

const cutMark = (leftOff: number) => `… (+${leftOff})`;

/** A blank on one side only is a matter of layout and never marked. */
function isBlank(grapheme: string): boolean {
  return grapheme === ' ' || grapheme === '\u3000';
}

/** As `merged` where all differ. */
function inOneBox(characters: readonly string[], leftOff: number): readonly Run[] {
  const runs: Run[] = characters.length === 0 ? [] : [[visibleText(characters), 2]];
  if (leftOff > 0) runs.push(cutMark(leftOff));
  return runs;
}

function merged(characters: readonly string[], states: readonly RunState[], leftOff: number): readonly Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < characters.length; ) {
    const state = states[start]!;
    let end = start + 1;
    while (end < characters.length && states[end] === state) end += 1;
    const text = visibleText(characters.slice(start, end));
    runs.push(state === 0 ? text : [text, state]);
    start = end;
  }
  if (leftOff > 0) runs.push(cutMark(leftOff));
  return runs;
}

/** The state a cell shows where no comparison judged the item. */
export function stateOf(
  base: string | null,
  other: string | null,
  same: (a: string, b: string) => boolean,
): LevelKind {
  if (base === null || other === null || base === '' || other === '') return 'missing';
  if (base === other) return 'equal';
  return same(base, other) ? 'equivalent' : 'different';
}
