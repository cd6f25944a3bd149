import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import type { decideFailures } from '../text/failures/decide.js';

/** A decision file that cannot be taken as a whole: nothing of it is kept. */
export function fileFailure(
  code: FileProblem,
  values: { readonly file: string; readonly line?: number; readonly places?: Bilingual },
): Failure {
  return new Failure(code, { values: { line: 0, ...values } });
}

export type FileProblem = keyof typeof decideFailures;
