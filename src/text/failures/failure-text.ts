import type { Bilingual } from '../bilingual.js';

/** What a failure says, with `{name}` places for values, and the exit code of the program where it is not 1. */
export interface FailureText extends Bilingual {
  readonly exit?: 2 | 4 | 130;
}
