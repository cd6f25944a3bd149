import { afterAll, beforeAll } from 'vitest';
import { DUCKDB } from '../../../src/engine/dialect.js';
import { openDuckDb } from '../../../src/engine/duckdb.js';
import type { Engine } from '../../../src/engine/engine.js';
import { ident, literal } from '../../../src/engine/sql.js';
import { type Comparison, OPEN } from '../../../src/verify/comparison.js';
import { createReadings } from '../../../src/verify/reading/reading.js';

type Row = Readonly<Record<string, string | number | null>>;

let engine: Engine;

/** Opens an engine for the tests of the file that calls this. */
export function withEngine(): void {
  beforeAll(async () => {
    engine = await openDuckDb();
  });
  afterAll(() => engine.close());
}

/** Levels of a pair by SQL (`open` where it leaves the pair to TypeScript), and by TypeScript. */
export async function bothWays(
  { levels, by, part }: Comparison,
  record: Row,
  resident: Row,
): Promise<readonly [sql: string, typescript: string]> {
  const row = (cells: Row) =>
    Object.entries(cells)
      .map(
        ([column, value]) =>
          `${value === null ? 'CAST(NULL AS VARCHAR)' : literal(value)} AS ${ident(column)}`,
      )
      .join(', ');
  const code = await engine.value<number>(
    `SELECT CAST(${by.settle('l', 'r', DUCKDB)} AS INTEGER) FROM (SELECT ${row(record)}) l, (SELECT ${row(resident)}) r`,
  );
  const texts = (cells: Row, columns: readonly string[]) =>
    columns.map((column) => (cells[column] == null ? null : String(cells[column])));
  const codes = by.compare(
    texts(record, by.reads),
    texts(resident, [...by.reads, ...(by.residentReads ?? [])]),
    createReadings([]),
  );
  return [code === OPEN ? 'open' : levels[code]!.id, levels[codes[part]!]!.id];
}
