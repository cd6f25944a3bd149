import type { DecisionCode } from '../audit/case.js';
import { DECISION_CODES } from '../audit/decision.js';
import { DECISIONS } from '../audit/words.js';

/** 1 to 5 in any width, with the mark that lists have after a number, the code, or the words of the button. */
export function codeOf(text: string): DecisionCode | null {
  const plain = folded(text);
  const number = /^\(?0?([1-5])(?:\.0+)?[.。、):]?$/.exec(plain)?.[1];
  if (number) return DECISION_CODES[Number(number) - 1]!;
  return DECISION_CODES.find((code, i) => wordsOf(code, i + 1).includes(plain)) ?? null;
}

/** A code's own name, its words, and both as the list numbers them. */
function wordsOf(code: DecisionCode, number: number): readonly string[] {
  const words = [DECISIONS[code].ja, DECISIONS[code].en].map(folded);
  return [
    code,
    ...words,
    ...words.flatMap((said) => [`${number} ${said}`, `${number}${said}`, `${number}. ${said}`]),
  ];
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
