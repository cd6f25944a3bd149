// Whom a candidate's label stands for: C1 is somebody else on each page.
import type { CaseData, ColumnData, RowData } from '../viewer-data.js';
import type { Implied } from './implied.js';
import { org } from './state.js';

/** Candidates are called in one writing, so that it does not tell them apart: that which all of them have. */
const WRITINGS = ['name', 'kana'];

/** The name of a candidate as the table has it; null where anybody of the case is protected, or names are covered. */
export function nameOf(item: CaseData, column: ColumnData): string | null {
  if (org().minimum || item.rows.some(({ record }) => record.hidden)) return null;
  const rows = WRITINGS.flatMap((key) => item.rows.find((row) => row.item === key) ?? []);
  const textOf = ({ cells }: RowData, { label }: ColumnData) =>
    (cells[item.columns.findIndex((one) => one.label === label)]?.runs ?? [])
      .map((run) => (typeof run === 'string' ? run : run[0]))
      .join('');
  const candidates = item.columns.filter(({ label }) => label.startsWith('C'));
  const common = rows.find((row) => candidates.every((one) => textOf(row, one) !== ''));
  const names = [...(common ? [common] : []), ...rows].map((row) => textOf(row, column));
  return names.find((name) => name !== '') ?? null;
}

/** An answer to a case with the name behind the candidate's label, where it may stand there. */
export function withName(said: Implied, item: CaseData): Implied {
  const column = item.columns.find(({ label }) => label === said.candidate);
  const name = column ? nameOf(item, column) : null;
  return name === null ? said : { ...said, candidate: `${said.candidate} ${name}` };
}
