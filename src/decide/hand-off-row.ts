import { type Decision, LINK_CHOICES } from '../audit/decision.js';
import {
  REVIEWER_PROBLEMS,
  type ReviewerProblem,
  type ReviewerRule,
  reviewerCode,
} from '../audit/reviewer.js';
import type { Bilingual } from '../text/bilingual.js';
import { type CellProblem, kindOf } from './cell-problem.js';
import type { FileProblem } from './decide-failures.js';
import { candidateOf, codeOf, keyOf } from './decision-words.js';
import type { Header, Key } from './hand-off-columns.js';
import { cellName, EMPTY, type SheetCell } from './sheet.js';

/** What a row of a table says: a decision, what is wrong with it, or nothing; `incomplete` without a decision only. */
export interface HandOffRow {
  readonly decision: Decision | null;
  readonly problems: readonly CellProblem[];
  readonly incomplete: boolean;
}

const LABELS = ['c1', 'c2', 'c3'] as const;
/** Cells that are read; a formula without a value in one of them is a decision lost. */
const READ: readonly Key[] = ['finding_id', 'fingerprint', 'decision', 'candidate', 'reviewer'];

export function handOffRow(
  cells: readonly SheetCell[],
  { columns, offered, isFormer }: Header,
  place: { readonly sheet: string | null; readonly row: number },
  { at, reviewers }: { readonly at: string; readonly reviewers: ReviewerRule },
): HandOffRow {
  const cell = (key: Key) => cells[columns[key]] ?? EMPTY;
  const problem = (code: FileProblem, key: Key, text: Bilingual): CellProblem => ({
    code,
    sheet: place.sheet,
    cell: cellName(place.row, Math.max(0, columns[key])),
    key,
    text,
  });
  const unsaved = READ.filter((key) => cell(key).kind === 'formula');
  if (unsaved.length > 0) {
    const problems = unsaved.map((key) => problem('decisions-line', key, UNSAVED));
    return { decision: null, problems, incomplete: false };
  }
  if (cell('decision').kind === 'empty') {
    const incomplete = cell('candidate').kind !== 'empty' || cell('reviewer').kind !== 'empty';
    return { decision: null, problems: [], incomplete };
  }
  const written = isWritten(cell('decision')) ? cell('decision').text : '';
  const key = keyOf(written);
  const decision = key === null ? codeOf(written) : LINK_CHOICES[key - 1]!;
  const candidate = isWritten(cell('candidate')) ? candidateOf(cell('candidate').text) : undefined;
  const reviewer = reviewerOf(cell('reviewer'), reviewers);
  const problems = [
    ...(cell('finding_id').kind === 'empty' ? [problem('decisions-line', 'finding_id', NO_CASE)] : []),
    ...(decision === null
      ? [problem('decisions-line', 'decision', wanted(cell('decision'), WANTED.decision))]
      : []),
    ...(candidate === undefined
      ? [problem('decisions-line', 'candidate', wanted(cell('candidate'), WANTED.candidate))]
      : []),
    ...('problem' in reviewer ? [problem('decisions-reviewer', 'reviewer', reviewer.text)] : []),
  ];
  if (problems.length > 0 || decision === null || candidate === undefined || 'problem' in reviewer)
    return { decision: null, problems, incomplete: false };
  const isNamed = decision === 'wrong-candidate';
  const read: Decision = {
    case: cell('finding_id').text,
    fingerprint: cell('fingerprint').text,
    decision,
    candidate: isNamed ? candidate : null,
    ...(isNamed
      ? named(
          candidate,
          LABELS.map((key) => cell(key).text),
        )
      : {}),
    reason: null,
    reviewer: reviewer.code,
    at,
    offered: (cells[offered] ?? EMPTY).text,
    ...(isFormer ? { isFormer } : key === null ? {} : { key }),
  };
  return { decision: read, problems: [], incomplete: false };
}

/** Whether a decision or a label can stand in such a cell. */
function isWritten({ kind }: SheetCell): boolean {
  return kind === 'text' || kind === 'number' || kind === 'empty';
}

function reviewerOf(
  { kind, text }: SheetCell,
  rule: ReviewerRule,
): { readonly code: string } | { readonly problem: ReviewerProblem; readonly text: Bilingual } {
  const read =
    kind === 'date' || kind === 'truth' || kind === 'error' ? { problem: kind } : reviewerCode(text, rule);
  return 'problem' in read ? { ...read, text: REVIEWER_PROBLEMS[read.problem] } : read;
}

/** Whom the row's own columns give for the label, or without one the only candidate that they hold. */
function named(candidate: string | null, residents: readonly string[]): Pick<Decision, 'named'> {
  const filled = residents.filter((resident) => resident !== '');
  const resident =
    candidate === null ? (filled.length === 1 ? filled[0] : '') : residents[Number(candidate.slice(1)) - 1];
  return resident ? { named: resident } : {};
}

function wanted(cell: SheetCell, right: Bilingual): Bilingual {
  const kind = kindOf(cell);
  return { ja: `${kind.ja}です。${right.ja}`, en: `${kind.en}; ${right.en}` };
}

const WANTED = {
  decision: {
    ja: '1〜5の数字か、選べる判断の言葉を入力してください',
    en: 'write a number from 1 to 5, or the words of a decision',
  },
  candidate: { ja: 'C1・C2・C3 のいずれかを入力してください', en: 'write C1, C2 or C3' },
} as const;
const UNSAVED = {
  ja: '値が保存されていない数式です。表計算ソフトで開いて保存し直してください',
  en: 'a formula without a value: open the file in a spreadsheet and save it',
};
const NO_CASE = {
  ja: '空です。事案の番号がないと、どの事案の判断か分かりません',
  en: 'nothing: which case is decided cannot be told',
};
