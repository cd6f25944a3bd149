// Whom a candidate's label stands for: C1 is somebody else on each page.
import type { CaseData, ColumnData } from '../viewer-data.js';
import type { Implied } from './implied.js';
import { org } from './state.js';

/** The name of a candidate as the table has it; null where anybody of the case is protected, or names are covered. */
export function nameOf(item: CaseData, column: ColumnData): string | null {
  if (org().minimum || item.rows.some(({ record }) => record.hidden)) return null;
  const cells = item.rows.filter(({ item: key }) => key === 'name' || key === 'kana');
  const place = item.columns.indexOf(column);
  const names = cells.map(({ cells: all }) =>
    (all[place]?.runs ?? []).map((run) => (typeof run === 'string' ? run : run[0])).join(''),
  );
  return names.find((name) => name !== '') ?? null;
}

/** An answer to a case with the name behind the candidate's label, where it may stand there. */
export function withName(said: Implied, item: CaseData): Implied {
  const column = item.columns.find(({ label }) => label === said.candidate);
  const name = column ? nameOf(item, column) : null;
  return name === null ? said : { ...said, candidate: `${said.candidate} ${name}` };
}
