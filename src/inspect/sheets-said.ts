import { shownNames } from '../audit/header-names.js';
import { EVERY_SHEET } from '../ingest/sheets/sheet-choice.js';
import { sheetsText } from '../ingest/sheets/sheet-notes.js';
import { fill, type Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** Which sheets of a workbook are read and which are not; '' where it has one. */
export function sheetsSaid(
  { sheets, reading }: Pick<Inspection, 'sheets' | 'reading'>,
  language: Language,
): string {
  if (!sheets) return '';
  const isEvery = reading.sheet === EVERY_SHEET;
  const unread =
    sheets.unread.length > 0 ? sheetsText(sheets, isEvery ? EVERY_SHEET : undefined)[language] : '';
  if (!isEvery) return unread;
  const every = everySheetSaid({ sheets, reading }, language) ?? '';
  return unread === '' ? every : `${every} ${unread}`;
}

/** That all sheets of one shape are read, or null. */
export function everySheetSaid(
  { sheets, reading }: Pick<Inspection, 'sheets' | 'reading'>,
  language: Language,
): string | null {
  if (!sheets || reading.sheet !== EVERY_SHEET) return null;
  return fill(ALL, { sheets: shownNames(sheets.read) })[language];
}

const ALL = {
  ja: '同じ列のシートをすべて読みます（sheet: "*"）: {sheets}。一つだけなら「sheet: シート名」と書いてください。',
  en: 'All sheets with the same columns are read (sheet: "*"): {sheets}. For one alone write sheet: and its name.',
};
