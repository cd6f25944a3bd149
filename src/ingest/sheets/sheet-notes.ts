import { shownName, shownNames } from '../../audit/header-names.js';
import type { Bilingual } from '../../text/bilingual.js';
import { fill } from '../../text/bilingual.js';
import type { InputFile } from '../input-file.js';
import { EVERY_SHEET, listed } from './sheet-choice.js';
import { MOST_COUNTED, type SheetUse, type UnreadSheet } from './sheet-use.js';

/**
 * What a person should know of the sheets that are not read: those that look like the one read, and any that hold rows
 * where nobody has said which sheet is meant.
 *
 * @param wanted the sheet that the pipeline file names, if it does.
 */
export function sheetNotes(
  file: Pick<InputFile, 'source' | 'path'>,
  use: SheetUse | undefined,
  wanted: string | undefined,
): readonly Bilingual[] {
  const told = notable(use, wanted);
  if (!use || told.length === 0) return [];
  const { source, path } = file;
  const { ja, en } = sheetsText({ read: use.read, unread: told }, wanted);
  return [{ ja: `${source}: ${path}: ${ja}`, en: `${source}: ${path}: ${en}` }];
}

/** Which sheets are read, which are not, and how that is changed. */
export function sheetsText(use: SheetUse, wanted: string | undefined): Bilingual {
  const unread = withRows(use.unread);
  const read = shownNames(use.read);
  const { ja, en } = {
    ja: fill(NOTE, { read, unread: unread.ja }).ja,
    en: fill(NOTE, { read, unread: unread.en }).en,
  };
  const advice = adviceOn(use.unread, wanted);
  return advice ? { ja: ja + advice.ja, en: `${en} ${advice.en}` } : { ja, en };
}

function adviceOn(unread: readonly UnreadSheet[], wanted: string | undefined): Bilingual | null {
  if (wanted === EVERY_SHEET) return null;
  if (unread.some(({ fits }) => fits)) return EVERY;
  return wanted === undefined ? NAMED : null;
}

/** Sheets left unread that nobody chose to leave out. */
export function notable(use: SheetUse | undefined, wanted: string | undefined): readonly UnreadSheet[] {
  return (use?.unread ?? []).filter(({ fits }) => fits || wanted === undefined || wanted === EVERY_SHEET);
}

/** Sheets told in one message. */
const MOST_TOLD = 12;

function withRows(sheets: readonly UnreadSheet[]): Bilingual {
  const told = sheets.slice(0, MOST_TOLD);
  const more = sheets.length > told.length ? ` … (${sheets.length})` : '';
  const each = told.map(({ name: whole, rows, hidden }) => {
    const name = shownName(whole);
    const many = rows >= MOST_COUNTED;
    const count = many ? MOST_COUNTED : rows;
    return {
      ja: `${name}（${count} 行${many ? '以上' : ''}${hidden ? '、非表示' : ''}）`,
      en: `${name} (${count}${many ? ' or more' : ''} ${count === 1 ? 'row' : 'rows'}${hidden ? ', hidden' : ''})`,
    };
  });
  return {
    ja: `${each.map(({ ja }) => ja).join('、')}${more}`,
    en: `${each.map(({ en }) => en).join(', ')}${more}`,
  };
}

/** Where the columns stand that the sheet read has not. */
export function columnsElsewhere(use: SheetUse | undefined): Bilingual | null {
  if (!use) return null;
  const fitting = use.unread.filter(({ fits }) => fits);
  const read = shownNames(use.read);
  if (fitting.length > 0) return fill(ELSEWHERE, { read, sheet: shownName(fitting[0]!.name) });
  return use.unread.length > 0 ? fill(NOWHERE, { read, others: listed(use.unread) }) : null;
}

const NOTE = {
  ja: 'シート「{read}」を読みます。行があっても読まないシート: {unread}。',
  en: 'the sheet "{read}" is read. Sheets with rows that are not read: {unread}.',
};
const EVERY = {
  ja: '同じ列のシートをすべて読むには「sheet: "*"」、一つだけなら「sheet: シート名」と書いてください。',
  en: 'To read every sheet with these columns write sheet: "*"; to read just one, sheet: and its name.',
};
const NAMED = {
  ja: '別のシートを読むには「sheet: シート名」と書いてください。',
  en: 'To read another sheet write sheet: and its name.',
};
const ELSEWHERE = {
  ja: '読んだシートは「{read}」です。列はシート「{sheet}」にあります。「sheet: {sheet}」と書いてください。',
  en: 'The sheet "{read}" was read; the sheet "{sheet}" has the columns: write "sheet: {sheet}".',
};
const NOWHERE = {
  ja: '読んだシートは「{read}」です。ほかのシート: {others}',
  en: 'The sheet "{read}" was read. Other sheets: {others}',
};
