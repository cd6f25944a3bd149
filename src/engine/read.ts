import {
  allColumns,
  type Column,
  type Columns,
  type ColumnType,
  type PlainColumn,
  plainColumns,
  type Row,
} from './columns.js';
import type { Batch, Engine } from './engine.js';

/** Part of an answer by columns: `columns.name[row]`; of a list of columns `columns.name[place][row]`. */
export interface ColumnBatch<C extends Columns> {
  readonly rows: number;
  readonly columns: { readonly [K in keyof C]: readonly Row<C>[K][] };
}

/**
 * Streams a query of any size by columns, about 2,048 rows at a time. The answer is held against what is declared:
 * columns are found by name, and an Error tells of a column too few or too many, of another type, or of a NULL or
 * word that may not be there. No message holds a value.
 */
export async function* readColumns<C extends Columns>(
  engine: Engine,
  columns: C,
  sql: string,
): AsyncIterable<ColumnBatch<C>> {
  for await (const batch of engine.batches(sql)) {
    const read = declared(columns, batch);
    if (batch.rows > 0) yield { rows: batch.rows, columns: read };
  }
}

/** The same by rows, some at a time: `for await (const rows of …) for (const row of rows)`. */
export async function* readRows<C extends Columns>(
  engine: Engine,
  columns: C,
  sql: string,
): AsyncIterable<readonly Row<C>[]> {
  for await (const batch of readColumns(engine, columns, sql)) yield rowsOf(columns, batch);
}

/** An answer that came otherwise, held against what is declared as `readColumns` does. */
export function declaredRows<C extends Columns>(columns: C, batch: Batch): Row<C>[] {
  return rowsOf(columns, { rows: batch.rows, columns: declared(columns, batch) });
}

function rowsOf<C extends Columns>(columns: C, batch: ColumnBatch<C>): Row<C>[] {
  const listed = new Set(Object.keys(columns).filter((key) => isList(columns[key]!)));
  const cells = Object.entries<readonly unknown[]>(batch.columns);
  return Array.from({ length: batch.rows }, (_, r) => {
    const row: Record<string, unknown> = {};
    for (const [key, values] of cells)
      row[key] = listed.has(key) ? values.map((column) => (column as readonly unknown[])[r]) : values[r];
    return row as Row<C>;
  });
}

/** All rows of a query whose answer is small. */
export async function allRows<C extends Columns>(engine: Engine, columns: C, sql: string): Promise<Row<C>[]> {
  const all: Row<C>[] = [];
  for await (const rows of readRows(engine, columns, sql)) all.push(...rows);
  return all;
}

/**
 * As `allRows`, for answers of many texts that are asked for time and again: each row comes as one text, since each value that is taken out
 * of the engine on its own costs as much as parsing them all. `from` is what follows the columns in SELECT.
 */
export async function packedRows<C extends Readonly<Record<string, Column>>>(
  engine: Engine,
  columns: C,
  from: string,
): Promise<Row<C>[]> {
  const plain = allColumns(columns);
  const names = plain.map(({ name }) => `"${name}"`).join(', ');
  const rows: Row<C>[] = [];
  const query = `SELECT CAST(json_array(${names}) AS VARCHAR) AS packed ${from}`;
  for await (const batch of readColumns(engine, { packed: 'text' }, query)) {
    for (const packed of batch.columns.packed) rows.push(unpacked<C>(plain, JSON.parse(packed)));
  }
  return rows;
}

function unpacked<C extends Columns>(columns: readonly PlainColumn[], values: readonly unknown[]): Row<C> {
  const row: Record<string, unknown> = {};
  for (let c = 0; c < columns.length; c++) {
    const { name, type, nullable } = columns[c]!;
    const value = values[c];
    if (value === null ? !nullable : typeof value !== JSON_AS[type])
      throw new Error(`${name} is ${value === null ? 'NULL' : typeof value}, and declared as ${type}`);
    row[name] = value;
  }
  return row as Row<C>;
}

const JSON_AS: Readonly<Record<ColumnType, 'string' | 'number' | 'boolean'>> = {
  ...{ text: 'string', bool: 'boolean' },
  ...{ tiny: 'number', small: 'number', int: 'number', big: 'number', double: 'number' },
};

/** The row of a query that has just one, or the first. */
export async function oneRow<C extends Columns>(engine: Engine, columns: C, sql: string): Promise<Row<C>> {
  const [row] = await allRows(engine, columns, sql);
  if (!row) throw new Error('a query that must give a row gave none');
  return row;
}

const isList = (column: Columns[string]) => typeof column === 'object' && 'names' in column;

function declared<C extends Columns>(columns: C, batch: Batch): ColumnBatch<C>['columns'] {
  const left = new Set(batch.names);
  const read = Object.entries(columns).map(([key, column]) => {
    const found = plainColumns(key, column).map((plain) => {
      left.delete(plain.name);
      return valuesOf(plain, batch);
    });
    return [key, isList(column) ? found : found[0]];
  });
  if (left.size > 0) throw new Error(`read but not declared: ${[...left].join(', ')}`);
  return Object.fromEntries(read) as ColumnBatch<C>['columns'];
}

const WHOLE = ['UTINYINT', 'TINYINT', 'USMALLINT', 'SMALLINT', 'INTEGER'];

/** SQL types of an answer that are read as a column type: an expression may be narrower than what it is declared as. */
const READ_AS: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['VARCHAR', 'JSON'],
  tiny: WHOLE,
  small: WHOLE,
  int: WHOLE,
  big: [...WHOLE, 'UINTEGER', 'BIGINT', 'UBIGINT', 'HUGEINT'],
  double: ['DOUBLE', 'FLOAT'],
  bool: ['BOOLEAN'],
};

function valuesOf({ name, type, nullable, words }: PlainColumn, batch: Batch): readonly unknown[] {
  const place = batch.names.indexOf(name);
  if (place < 0) throw new Error(`declared but not read: ${name}`);
  if (!READ_AS[type].includes(batch.types[place]!))
    throw new Error(`${name} is ${batch.types[place]}, and declared as ${type}`);
  const values = batch.columns[place]!;
  if (!nullable && values.includes(null)) throw new Error(`${name} is NULL, and declared as never NULL`);
  if (words && !values.every((value) => value === null || words.includes(value as string)))
    throw new Error(`${name} holds another word than ${words.join(', ')}`);
  return type === 'big' ? values.map(safeNumber) : values;
}

function safeNumber(value: unknown): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('a whole number beyond 2^53');
  return number;
}
