import { auditFailures } from './audit.js';
import { clusterFailures } from './cluster.js';
import { commandFailures } from './commands.js';
import { decideFailures } from './decide.js';
import { evaluateFailures } from './evaluate.js';
import type { FailureText } from './failure-text.js';
import { fileFailures } from './files.js';
import { ingestFailures } from './ingest.js';
import { inspectFailures } from './inspect.js';
import { pipelineFailures } from './pipeline.js';
import { scoreFailures } from './score.js';

/**
 * Every failure of the program by its key: the code, or `code/variant` where one code has several texts. `npm run docs`
 * writes docs/errors.md from it.
 */
export const FAILURES = {
  ...ingestFailures,
  ...inspectFailures,
  ...auditFailures,
  ...scoreFailures,
  ...decideFailures,
  ...evaluateFailures,
  ...fileFailures,
  ...pipelineFailures,
  ...clusterFailures,
  ...commandFailures,
} as const satisfies Readonly<Record<string, FailureText>>;

export type FailureKey = keyof typeof FAILURES;

/** The stable, machine-readable code of a failure. */
export function codeOf(key: string): string {
  return key.split('/', 1)[0]!;
}
