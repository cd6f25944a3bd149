import { allColumns, type Columns, plainColumns, type Row, SQL_TYPES } from './columns.js';
import type { Engine } from './engine.js';
import { type Relation, SCRATCH, tableSql } from './relation.js';
import { ident } from './sql.js';

export { type Relation, tableSql } from './relation.js';

/** Takes rows one by one and appends them by the chunk. */
export interface RowAppender<C extends Columns> {
  push(row: Row<C>): void;
  close(): void;
}

/** Rows gathered before they are appended: ten of the engine's chunks. */
const ROWS = 20_480;

/** SQL that makes a table anew, empty; or with `if not exists`, where there is none. */
export function createSql(table: Relation, how: 'anew' | 'if missing' = 'anew'): string {
  const list = allColumns(table.columns).map((column) => `${ident(column.name)} ${SQL_TYPES[column.type]}`);
  const create = how === 'anew' ? 'CREATE OR REPLACE TABLE' : 'CREATE TABLE IF NOT EXISTS';
  return `${create} ${tableSql(table)} (${list.join(', ')})`;
}

/** Appends to a table that is there. */
export async function appendTo<C extends Columns>(
  engine: Engine,
  { name, columns, scratch }: Relation<C>,
): Promise<RowAppender<C>> {
  const keys = Object.entries(columns).map(([key, column]) => ({
    key,
    listed: typeof column === 'object' && 'names' in column,
    isBig: plainColumns(key, column)[0]?.type === 'big',
    width: plainColumns(key, column).length,
  }));
  const appender = await engine.appender(
    scratch ? `${SCRATCH}.${name}` : name,
    allColumns(columns).map(({ type }) => type),
  );
  let gathered: unknown[][] = [];
  let rows = 0;
  const flush = () => {
    if (rows > 0) appender.append(gathered);
    gathered = [];
    rows = 0;
  };
  return {
    push: (row) => {
      if (rows === 0)
        gathered = Array.from({ length: keys.reduce((sum, { width }) => sum + width, 0) }, () => []);
      let place = 0;
      for (const { key, listed, isBig } of keys) {
        const cell: unknown = row[key];
        for (const value of listed ? (cell as readonly unknown[]) : [cell])
          gathered[place++]!.push(isBig && value !== null ? BigInt(value as number) : value);
      }
      if (++rows >= ROWS) flush();
    },
    close: () => {
      flush();
      appender.close();
    },
  };
}

/** Makes a table anew with these rows. */
export async function makeTable<C extends Columns>(
  engine: Engine,
  table: Relation<C>,
  rows: Iterable<Row<C>> | AsyncIterable<Row<C>> = [],
): Promise<void> {
  await engine.run(createSql(table));
  const appender = await appendTo(engine, table);
  try {
    for await (const row of rows) appender.push(row);
  } finally {
    appender.close();
  }
}
