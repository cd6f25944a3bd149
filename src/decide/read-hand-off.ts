import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type { DecisionCode } from '../audit/case.js';
import { DECISION_CODES, type Decision, reviewerKey } from '../audit/decision.js';
import { RETURNED } from '../audit/hand-off.js';
import { DECISIONS } from '../audit/words.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { fromCsvCell } from '../text/csv-cell.js';
import { fileFailure } from './decide-failures.js';
import type { DecisionFile } from './read-export.js';

/** The rows of a sheet, or of the file itself; `name` stands before the row in messages. */
interface Sheet {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the decision column of findings.csv or findings.xlsx as it came back from an office: from every sheet that has
 * the columns, for rows may have been sorted out to others. Rows without a decision are passed over; a row that stands
 * in two places counts once, and is refused where one reviewer decides it differently. A spreadsheet carries no time of
 * each decision, so all get `at`.
 */
export async function readHandOff(path: string, at: string): Promise<DecisionFile> {
  const sheets = path.toLowerCase().endsWith('.xlsx') ? await xlsxSheets(path) : [await csvSheet(path)];
  const known = new Map<string, { readonly decision: Decision; readonly line: string }>();
  let isFound = false;
  for (const { name, rows } of sheets) {
    const column = columnsOf(rows[0] ?? []);
    if (column === null) continue;
    isFound = true;
    for (const [index, row] of rows.entries()) {
      const line = `${name === null ? '' : `${name}!`}${index + 1}`;
      const decision = index === 0 ? null : decisionOf(row, column, at, { file: path, line });
      if (decision === null) continue;
      const key = JSON.stringify([decision.case, reviewerKey(decision.reviewer)]);
      const first = known.get(key);
      if (first && !isSame(first.decision, decision)) {
        throw fileFailure('decisions-twice', { file: path, first: first.line, line });
      }
      if (!first) known.set(key, { decision, line });
    }
  }
  if (!isFound) throw fileFailure('decisions-columns', { file: path });
  return { runId: null, decisions: [...known.values()].map(({ decision }) => decision) };
}

function isSame(a: Decision, b: Decision): boolean {
  return (
    a.decision === b.decision &&
    a.candidate === b.candidate &&
    a.named === b.named &&
    a.fingerprint === b.fingerprint
  );
}

function decisionOf(
  row: readonly string[],
  column: Columns,
  at: string,
  place: { readonly file: string; readonly line: string },
): Decision | null {
  const cell = (key: Key) => (row[column[key]] ?? '').trim();
  if (cell('decision') === '') return null;
  const decision = codeOf(cell('decision'));
  const candidate = candidateOf(cell('candidate'));
  if (decision === null || candidate === undefined || cell('finding_id') === '') {
    throw fileFailure('decisions-line', place);
  }
  if (cell('reviewer') === '') throw fileFailure('decisions-reviewer', place);
  const isNamed = decision === 'wrong-candidate';
  return {
    case: cell('finding_id'),
    fingerprint: cell('fingerprint'),
    decision,
    candidate: isNamed ? candidate : null,
    ...(isNamed ? named(candidate, LABELS.map(cell)) : {}),
    reason: null,
    reviewer: cell('reviewer'),
    at,
  };
}

/** Whom the row's own columns give for the label, or without one the only candidate that they hold. */
function named(candidate: string | null, residents: readonly string[]): Pick<Decision, 'named'> {
  const filled = residents.filter((resident) => resident !== '');
  const resident =
    candidate === null ? (filled.length === 1 ? filled[0] : '') : residents[Number(candidate.slice(1)) - 1];
  return resident ? { named: resident } : {};
}

const LABELS = ['c1', 'c2', 'c3'] as const;
const NEEDED = ['finding_id', 'fingerprint', 'decision'] as const;
const KEYS = [...NEEDED, 'candidate', 'reviewer', ...LABELS] as const;
type Key = (typeof KEYS)[number];
type Columns = Readonly<Record<Key, number>>;

/** Columns are found by their titles in either language, wherever the office has moved them; null without those needed. */
function columnsOf(titles: readonly string[]): Columns | null {
  const places = KEYS.map((key) => {
    const { ja, en } = RETURNED[key];
    return [key, titles.findIndex((title) => title.trim() === ja || title.trim() === en)] as const;
  });
  const columns = Object.fromEntries(places) as Record<Key, number>;
  return NEEDED.every((key) => columns[key] >= 0) ? columns : null;
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

async function xlsxSheets(path: string): Promise<Sheet[]> {
  const book = await readXlsx(await readRegular(path, LIMITS.decisions)).catch(() => {
    throw fileFailure('decisions-format', { file: path });
  });
  return book.sheets.map(({ name, rows }) => ({
    name,
    rows: (rows ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  }));
}

/** Excel saves CSV in the code page of the machine: what is not UTF-8 is read as CP932. */
async function csvSheet(path: string): Promise<Sheet> {
  const bytes = await readRegular(path, LIMITS.decisions);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('shift_jis').decode(bytes);
  }
  try {
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true });
    return { name: null, rows: rows.map((row) => row.map(fromCsvCell)) };
  } catch {
    throw fileFailure('decisions-format', { file: path });
  }
}
