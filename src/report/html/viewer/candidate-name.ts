// Whom a candidate's label stands for: C1 is somebody else on each page.

import { type Bilingual, fill } from '../../../text/bilingual.js';
import type { CaseData, ColumnData, RowData } from '../viewer-data.js';
import type { Implied } from './implied.js';
import { org } from './state.js';

/** Candidates are called in one writing, so that it does not tell them apart: that which all of them have. */
const WRITINGS = ['name', 'kana'];

/** Anybody of the case is protected, or what agrees is covered: then nothing of a candidate is told away from the table. */
const isKept = (item: CaseData) =>
  org().minimum === true || item.rows.some(({ record }) => record.hidden === true);

const rowOf = (item: CaseData, key: string) => item.rows.find((row) => row.item === key);

/** What the table has of a column in a row; empty where it has a sentence of ours or nothing. */
function textIn(item: CaseData, { cells }: RowData, { label }: ColumnData): string {
  const { runs = [] } = cells[item.columns.findIndex((one) => one.label === label)] ?? {};
  return runs.map((run) => (typeof run === 'string' ? run : run[0])).join('');
}

/** By what namesakes are told apart, where the table has it: year of birth, last digits of the number. */
export function clueOf(item: CaseData, column: ColumnData): Bilingual | null {
  if (isKept(item)) return null;
  const [birth, number] = ['birth_date', 'number_tail'].map((key) => {
    const row = rowOf(item, key);
    return row ? textIn(item, row, column) : '';
  });
  const { words } = org();
  const year = /\d{4}(?=-\d\d)/.exec(birth!)?.[0];
  const tail = /\d{4}$/.exec(number!)?.[0];
  const clues = [
    ...(year ? [fill(words.bornIn, { year })] : []),
    ...(tail ? [fill(words.lastFour, { tail })] : []),
  ];
  if (clues.length === 0) return null;
  return { ja: clues.map(({ ja }) => ja).join('・'), en: clues.map(({ en }) => en).join(', ') };
}

/** The name of a candidate as the table has it; null where it is kept back. */
export function nameOf(item: CaseData, column: ColumnData): string | null {
  if (isKept(item)) return null;
  const rows = WRITINGS.flatMap((key) => rowOf(item, key) ?? []);
  const textOf = (row: RowData, other: ColumnData) => textIn(item, row, other);
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
