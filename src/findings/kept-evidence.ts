import type { Evidence } from '../audit/evidence.js';
import { remembered } from '../normalize/remembered.js';

/** Rows of evidence as a table keeps them: each as JSON in a line of its own. */
export function evidenceLines(rows: readonly Evidence[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

/** The rows in such a text. Cases share them: most lines stand in thousands of cases, and each is read once. */
export function evidenceIn(lines: string): readonly Evidence[] {
  return lines === '' ? [] : lines.split('\n').map(evidenceRow);
}

const evidenceRow = remembered((line: string) => JSON.parse(line) as Evidence, 10_000);
