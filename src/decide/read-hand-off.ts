import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { fromCsvCell } from '../report/csv.js';
import { COLUMNS } from '../report/hand-off.js';
import type { DecisionCode } from '../report/result.js';
import { DECISIONS } from '../report/text/words.js';
import { fileFailure } from './decide-failures.js';
import { DECISION_CODES, type Decision } from './decision.js';
import type { DecisionFile } from './read-export.js';

/**
 * Reads the decision column of findings.csv or findings.xlsx as it came back from an office. Rows without a
 * decision are passed over. A spreadsheet carries no time of each decision, so all get `at`.
 */
export async function readHandOff(path: string, at: string): Promise<DecisionFile> {
  const rows = path.toLowerCase().endsWith('.xlsx') ? await xlsxRows(path) : await csvRows(path);
  const column = columnsOf(rows[0] ?? [], path);
  const decisions = rows.slice(1).flatMap((row, index): Decision[] => {
    const cell = (key: Key) => (row[column[key]] ?? '').trim();
    if (cell('decision') === '') return [];
    const line = index + 2;
    const decision = codeOf(cell('decision'));
    const candidate = candidateOf(cell('candidate'));
    if (decision === null || candidate === undefined || cell('finding_id') === '') {
      throw fileFailure('decisions-line', { file: path, line });
    }
    if (cell('reviewer') === '') throw fileFailure('decisions-reviewer', { file: path, line });
    return [
      {
        case: cell('finding_id'),
        fingerprint: cell('fingerprint'),
        decision,
        candidate: decision === 'wrong-candidate' ? candidate : null,
        reason: null,
        reviewer: cell('reviewer'),
        at,
      },
    ];
  });
  return { runId: null, decisions };
}

const NEEDED = ['finding_id', 'fingerprint', 'decision', 'candidate', 'reviewer'] as const;
type Key = (typeof NEEDED)[number];

/** Columns are found by their titles in either language, wherever the office has moved them. */
function columnsOf(titles: readonly string[], file: string): Readonly<Record<Key, number>> {
  const places = NEEDED.map((key) => {
    const { ja, en } = COLUMNS.find((column) => column.key === key)!;
    const at = titles.findIndex((title) => title.trim() === ja || title.trim() === en);
    if (at < 0 && key !== 'candidate' && key !== 'reviewer') throw fileFailure('decisions-columns', { file });
    return [key, at] as const;
  });
  return Object.fromEntries(places) as Record<Key, number>;
}

/** 1 to 5 in any width, the code, or the words of the button. */
function codeOf(text: string): DecisionCode | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (/^[1-5]$/.test(plain)) return DECISION_CODES[Number(plain) - 1]!;
  const said = (code: DecisionCode) =>
    [code, DECISIONS[code].ja, DECISIONS[code].en].map((words) => words.normalize('NFKC').toLowerCase());
  return DECISION_CODES.find((code) => said(code).includes(plain)) ?? null;
}

/** C1 to C3, also written as 1 or c1; null when empty, undefined when it is something else. */
function candidateOf(text: string): string | null | undefined {
  if (text === '') return null;
  const number = /^c?([1-3])$/i.exec(text.normalize('NFKC').trim())?.[1];
  return number === undefined ? undefined : `C${number}`;
}

async function xlsxRows(path: string): Promise<string[][]> {
  const book = await readXlsx(await readFile(path)).catch(() => {
    throw fileFailure('decisions-format', { file: path });
  });
  return (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/** Excel saves CSV in the code page of the machine: what is not UTF-8 is read as CP932. */
async function csvRows(path: string): Promise<string[][]> {
  const bytes = await readFile(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('shift_jis').decode(bytes);
  }
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
    return rows.map((row) => row.map(fromCsvCell));
  } catch {
    throw fileFailure('decisions-format', { file: path });
  }
}
