import type { Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** What is said of a header in two lines, or null. */
export function headerText({ columns, layoutFile }: Inspection, language: Language): string | null {
  if (layoutFile !== null || columns.every(({ label }) => label === undefined)) return null;
  return language === 'ja'
    ? '注意: 見出しが 2 行です。列は位置の番号（1, 2, 3 …）で指します。番号の横の注記が見出しです'
    : 'Beware: the header has two lines. Columns are named by their place (1, 2, 3 …); the note behind each is its header';
}
