import type { Bilingual } from '../bilingual.js';
import type { FailureText } from './failure-text.js';
import { codeOf, FAILURES } from './index.js';

/** The failures as docs/errors.md has them (`npm run docs`): one row a text, in the order of their codes. */
export function describeFailures(): string {
  const texts = Object.entries<FailureText>(FAILURES).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = texts.map(([key, { exit = 1, ja, en }]) => {
    const cells = [`\`${codeOf(key)}\``, String(exit), ...cellsOf({ ja, en })];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| code | exit | 日本語 | English |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function cellsOf({ ja, en }: Bilingual): string[] {
  return [ja, en].map((text) => text.replaceAll('<', '&lt;').replaceAll('|', '\\|').replace(/\n */g, '<br>'));
}
