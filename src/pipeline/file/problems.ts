import type { Bilingual } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';

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
    super('pipeline-file/problems', { values: { problems: { ja: lines('ja'), en: lines('en') } } });
    this.name = 'PipelineErrors';
    this.file = file;
    this.problems = sorted;
  }
}
