import type { SourceName } from '../records.js';

/** One mechanism in one source: which records it strikes, and whose number they carry afterwards. */
export interface WrongCell {
  readonly cause: string;
  readonly source: SourceName;
  /** Share of all wrong links. */
  readonly share: number;
  /** Links one strike spoils (a swap spoils two). */
  readonly links: number;
  /** A strike is a run of consecutive records, and this long at least. */
  readonly leastRun?: number;
  /**
   * Query of possible strikes: `grp` (one strike), rid (record spoilt), linked (person whose number it gets;
   * NULL for nobody), note. Aliases r (record), p (its person) have nothing to do with callers.
   * Strikes of one cell never share a record.
   */
  readonly strikes: string;
}

/** Source number of records in SQL. */
export const SRC: Readonly<Record<SourceName, number>> = { cards: 0, insurance: 1, accounts: 2, services: 3 };

/** Query of the one terminal or operator in fifty (at least one) at whom mistakes cluster. */
export function worst(column: 'terminal' | 'operator', source: SourceName): string {
  return `SELECT ${column} FROM (SELECT DISTINCT ${column} FROM rec WHERE src = ${SRC[source]} AND ${column} IS NOT NULL)
    QUALIFY row_number() OVER (ORDER BY rnd('worst', hash(${column})), ${column}) <= 1 + count(*) OVER () // 50`;
}
