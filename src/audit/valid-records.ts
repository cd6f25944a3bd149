import type { DecisionCode } from './case.js';

/**
 * What cannot hold of the answers to all records of one resident in one source (null: not decided), where one record is meant to be
 * valid: `several` are alone valid, or alone and with others, or one of two is and is not; `none` is left. Null where they go together.
 */
export function atOdds(answers: readonly (DecisionCode | null)[]): 'several' | 'none' | null {
  const count = (code: DecisionCode) => answers.filter((one) => one === code).length;
  const [alone, both, out] = [count('this-valid'), count('both-valid'), count('other-valid')];
  if (alone > 1 || (alone > 0 && both > 0)) return 'several';
  // Of three records two may be valid and one not.
  if (answers.length === 2 && both > 0 && out > 0) return 'several';
  return answers.length > 1 && out === answers.length ? 'none' : null;
}
