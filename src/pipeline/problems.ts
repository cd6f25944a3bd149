import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { nearest } from '../text/nearest.js';

/** One thing wrong in a pipeline file. `path` leads to the node concerned: keys and list positions. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  /** Point at the key itself instead of its value. */
  readonly atKey?: boolean;
  readonly text: Bilingual;
}

/** A problem with its place; line and column are 1-based. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly text: Bilingual;
}

/** A wrong pipeline file: exit code 2, with every problem in the text, one a line, and as a list. */
export class PipelineErrors extends Failure {
  readonly file: string;
  readonly problems: readonly PlacedProblem[];

  constructor(file: string, problems: readonly PlacedProblem[]) {
    const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const lines = (language: keyof Bilingual) =>
      sorted.map((p) => `${file}:${p.line}:${p.column}: ${p.text[language]}`).join('\n');
    super('pipeline-file', { ja: lines('ja'), en: lines('en') }, { exitCode: 2 });
    this.name = 'PipelineErrors';
    this.file = file;
    this.problems = sorted;
  }
}

/** "Did you mean …?", or the list of what is allowed when nothing is near. */
export function suggestion(found: string, allowed: readonly string[]): Bilingual {
  const near = nearest(found, allowed);
  if (near !== null) return { ja: `「${near}」ではありませんか。`, en: `Did you mean "${near}"?` };
  const list = allowed.join(', ');
  return { ja: `使えるのは ${list} です。`, en: `Allowed: ${list}.` };
}
