import { isCaseId } from '../audit/case-ids.js';
import type { Decision } from '../audit/decision.js';
import { RETURNED } from '../audit/hand-off.js';
import { type ReviewerRule, reviewerKey } from '../audit/reviewer.js';
import { type CellProblem, placeOf } from './cell-problem.js';
import { isBomb } from './container.js';
import { fileFailure } from './decide-failures.js';
import { type Header, headerOf, isHeader, missingOf } from './hand-off-columns.js';
import { handOffRow } from './hand-off-row.js';
import { DELIMITERS, readTextTable, textOf } from './read-text-table.js';
import { readWorkbook } from './read-workbook.js';
import { cellName, type Merge, type Sheet } from './sheet.js';

/** What tables handed back say, all that is wrong with them, and places of rows without a decision. */
export interface HandOff {
  readonly decisions: readonly Decision[];
  readonly problems: readonly (CellProblem & { readonly file: string })[];
  readonly incomplete: readonly string[];
}

/** Decisions read so far of all tables, by case and reviewer: one reviewer has one answer, in however many files. */
export interface Answers {
  readonly first: Map<string, { readonly decision: Decision; readonly place: string }>;
  /** Those that a later row answers in another way. */
  readonly disputed: Set<string>;
}

export function answerKey(decision: Decision): string {
  return JSON.stringify([decision.case, reviewerKey(decision.reviewer)]);
}

export interface HandOffOptions {
  /** A spreadsheet carries no time of each decision, so all get this one. */
  readonly at: string;
  readonly reviewers: ReviewerRule;
  readonly answers: Answers;
}

/**
 * Reads the decision column of findings.csv or findings.xlsx as it came back from an office: from every sheet that has
 * the columns, for rows may have been sorted out to others. Rows without a decision are passed over and counted; a row
 * that stands in two places counts once, and is refused where one reviewer decides it differently. A sheet that holds
 * cases and cannot be read is a problem, never silence.
 */
export async function readHandOff(
  file: string,
  bytes: Buffer,
  isWorkbook: boolean,
  options: HandOffOptions,
): Promise<HandOff> {
  const sheets = isWorkbook ? await sheetsOf(file, bytes) : tableOf(bytes);
  const read = sheets.map((sheet) => readSheet(file, sheet, options));
  if (!read.some(({ hasHeader }) => hasHeader)) throw lacking(file, sheets);
  return {
    decisions: read.flatMap(({ decisions }) => decisions),
    problems: read.flatMap(({ problems }) => problems.map((problem) => ({ ...problem, file }))),
    incomplete: read.flatMap(({ incomplete }) => incomplete),
  };
}

function lacking(file: string, sheets: readonly Sheet[]) {
  const missing = missingOf(sheets);
  // A text of any kind may be called so.
  if (missing.length === 3 && /\.txt$/i.test(file)) return fileFailure('decisions-format', { file });
  const titles = (language: 'ja' | 'en', comma: string) =>
    missing.map((key) => RETURNED[key][language]).join(comma);
  return fileFailure('decisions-columns', {
    file,
    places: {
      ja: `  列「${titles('ja', '」「')}」がありません`,
      en: `  no column "${titles('en', '", "')}"`,
    },
  });
}

async function sheetsOf(file: string, bytes: Buffer): Promise<readonly Sheet[]> {
  const bomb = await isBomb(bytes).catch(() => null);
  if (bomb) throw fileFailure('decisions-too-large', { file });
  if (bomb === null) throw fileFailure('decisions-format', { file });
  return readWorkbook(bytes).catch(() => {
    throw fileFailure('decisions-format', { file });
  });
}

/** A table of text by whichever delimiter gives it its columns. */
function tableOf(bytes: Buffer): readonly Sheet[] {
  const text = textOf(bytes);
  const tables = DELIMITERS.map((delimiter) => readTextTable(text, delimiter));
  const found = tables.find((table) => table !== null && headerOf(table) !== null) ?? tables[0];
  return found ? [found] : [];
}

interface ReadSheet {
  readonly hasHeader: boolean;
  readonly decisions: readonly Decision[];
  readonly problems: readonly CellProblem[];
  readonly incomplete: readonly string[];
}

const NONE: ReadSheet = { hasHeader: false, decisions: [], problems: [], incomplete: [] };

function readSheet(file: string, sheet: Sheet, options: HandOffOptions): ReadSheet {
  const header = headerOf(sheet);
  const strays = (header === null ? sheet.rows : sheet.rows.slice(0, header.row)).some((row) =>
    row.some(({ text }) => isCaseId(text)),
  );
  const whole = (text: CellProblem['text']): CellProblem => ({
    code: 'decisions-sheet',
    sheet: sheet.name,
    cell: '',
    key: null,
    text,
  });
  if (header === null) return strays ? { ...NONE, problems: [whole(HEADLESS)] } : NONE;
  if (sheet.isHidden) return { ...NONE, hasHeader: true, problems: [whole(HIDDEN)] };
  // Which of two columns is meant cannot be told, so nothing of such a sheet is.
  if (header.twice.length > 0) return { ...NONE, hasHeader: true, problems: wrongWhole() };
  const rows = readRows(file, sheet, header, options);
  return {
    hasHeader: true,
    decisions: rows.decisions,
    incomplete: rows.incomplete,
    problems: [...wrongWhole(), ...rows.problems],
  };

  function wrongWhole(): readonly CellProblem[] {
    return [
      ...(strays ? [whole(HEADLESS)] : []),
      ...header!.twice,
      ...mergesOver(sheet, header!).map((merge) => mergeProblem(sheet, merge)),
    ];
  }
}

function readRows(file: string, sheet: Sheet, header: Header, options: HandOffOptions) {
  const decisions: Decision[] = [];
  const problems: CellProblem[] = [];
  const incomplete: string[] = [];
  const merges = mergesOver(sheet, header);
  for (const [row, cells] of sheet.rows.entries()) {
    if (row <= header.row || isHeader(cells)) continue;
    if (merges.some(({ startRow, endRow }) => row >= startRow && row <= endRow)) continue;
    const read = handOffRow(cells, header, { sheet: sheet.name, row }, options);
    const cell = cellName(row, header.columns.decision);
    const place = placeOf({ file, sheet: sheet.name, cell });
    problems.push(...read.problems);
    if (read.incomplete) incomplete.push(place);
    if (read.decision === null) continue;
    const decision = { ...read.decision, place };
    const key = answerKey(decision);
    const first = options.answers.first.get(key);
    if (first && !isSame(first.decision, decision)) {
      options.answers.disputed.add(key);
      problems.push({
        code: 'decisions-twice',
        sheet: sheet.name,
        cell,
        key: 'decision',
        text: {
          ja: `${first.place} と同じ点検担当者・同じ事案で、判断が違います。どちらかを消してください`,
          en: `one reviewer decides the case of ${first.place} in another way here; take one of them out`,
        },
      });
    }
    if (first) continue;
    options.answers.first.set(key, { decision, place });
    decisions.push(decision);
  }
  return { decisions, problems, incomplete };
}

function isSame(a: Decision, b: Decision): boolean {
  return (
    a.decision === b.decision &&
    a.candidate === b.candidate &&
    a.named === b.named &&
    a.fingerprint === b.fingerprint
  );
}

/** Cells joined over several rows of what is filled in: all but the first are empty, whatever it looks like. */
function mergesOver({ merges, rows }: Sheet, { row, columns }: Header): readonly Merge[] {
  const filled = [columns.finding_id, columns.decision, columns.candidate, columns.reviewer];
  return merges.filter(({ startRow, endRow, startCol, endCol }) => {
    const isBelow = endRow > row && endRow > startRow && startRow < rows.length;
    return isBelow && filled.some((column) => column >= startCol && column <= endCol);
  });
}

function mergeProblem({ name }: Sheet, { startRow, startCol, endRow, endCol }: Merge): CellProblem {
  return {
    code: 'decisions-sheet',
    sheet: name,
    cell: `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`,
    key: null,
    text: MERGED,
  };
}

const HEADLESS = {
  ja: '事案の行がありますが、その上に見出しの行がありません。列名の行を付けるか、元のシートに戻してください',
  en: 'holds case ids but no header above them: put the row of titles on top, or the rows back into their sheet',
};
const HIDDEN = {
  ja: '隠しシートです。表示するか削除してください（隠れた判断は取り込みません）',
  en: 'a hidden sheet: unhide it or take it out, for decisions that nobody sees are not taken',
};
const MERGED = {
  ja: '結合されたセルです。結合を解除し、行ごとに入力してください',
  en: 'merged cells: unmerge them and fill each row in',
};
