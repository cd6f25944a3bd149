import type { DecisionCode } from '../audit/case.js';
import { DECISION_CODES, LINK_CHOICES } from '../audit/decision.js';
import { DECISIONS } from '../audit/words.js';
import { CHOICES } from '../findings/titles.js';

/** 1 to 5 in any width, with the mark that lists have after a number; null where it is something else. */
export function keyOf(text: string): number | null {
  const number = /^\(?0?([1-5])(?:\.0+)?[.。、):]?$/.exec(folded(text))?.[1];
  return number === undefined ? null : Number(number);
}

/** The code itself, or the words of the button, alone or as a list numbers them. */
export function codeOf(text: string): DecisionCode | null {
  const plain = folded(text);
  return DECISION_CODES.find((code) => wordsOf(code).includes(plain)) ?? null;
}

/** A code's own name, its words, and both with the keys under which kinds have it. */
function wordsOf(code: DecisionCode): readonly string[] {
  const words = [DECISIONS[code].ja, DECISIONS[code].en].map(folded);
  const keys = new Set(Object.values(CHOICES).map((choices) => choices.indexOf(code) + 1));
  const numbered = [...keys]
    .filter(Boolean)
    .flatMap((key) => words.flatMap((said) => [`${key} ${said}`, `${key}${said}`, `${key}. ${said}`]));
  return [code, ...words, ...numbered];
}

/** Whether a text that says what may be decided, as tables have it, names an answer of a link with its key. */
export function tells(offered: string, code: DecisionCode): boolean {
  const key = LINK_CHOICES.indexOf(code) + 1;
  const { ja, en } = DECISIONS[code];
  // "正しい" begins other words, too.
  return folded(offered)
    .split(/[;、]\s*/)
    .some((one) => [ja, en].some((words) => one === folded(`${key} ${words}`)));
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** C1 to C3, also written as 1 or c1; null when empty, undefined when it is something else. */
export function candidateOf(text: string): string | null | undefined {
  if (text === '') return null;
  const number = /^c?([1-3])$/i.exec(text.normalize('NFKC').trim())?.[1];
  return number === undefined ? undefined : `C${number}`;
}
