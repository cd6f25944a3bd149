import type { Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** Share of repeated rows from which an export is likely to have been joined or sent twice. */
const WORTH_A_WORD = 0.01;

/** What is said of rows that an export holds more than once, or null. */
export function repeatsText({ repeats, rows }: Inspection, language: Language): string | null {
  if (repeats.rows < WORTH_A_WORD || rows < 2) return null;
  const percent = Math.round(100 * repeats.rows);
  return language === 'ja'
    ? `注意: 確認した行の ${percent} % は前の行と全く同じです（同じ書き出しが重なっていませんか）`
    : `Beware: ${percent} % of the rows looked at repeat an earlier row as they are (was the export joined with itself?)`;
}
