/** SQL types of columns, by the short names that schemas use. */
export const SQL_TYPES = {
  text: 'VARCHAR',
  tiny: 'UTINYINT',
  small: 'USMALLINT',
  int: 'INTEGER',
  big: 'BIGINT',
  double: 'DOUBLE',
  bool: 'BOOLEAN',
} as const;

export type ColumnType = keyof typeof SQL_TYPES;

/** A column: its type, with a question mark where it may be NULL. */
export type Column = ColumnType | `${ColumnType}?`;

/** Text of which only these words occur. */
export interface Word<W extends string = string, C extends 'text' | 'text?' = 'text' | 'text?'> {
  readonly type: C;
  readonly words: readonly W[];
}

/** Columns of one type whose names stand in a list, such as the items of a file; in a row they are one array. */
export interface Each<C extends Column = Column> {
  readonly type: C;
  readonly names: readonly string[];
}

/** Columns by name, in the order of the table or of the query that gives them. */
export type Columns = Readonly<Record<string, Column | Word | Each>>;

interface Values {
  readonly text: string;
  readonly tiny: number;
  readonly small: number;
  readonly int: number;
  readonly big: number;
  readonly double: number;
  readonly bool: boolean;
}

type Value<C extends Column> = C extends ColumnType
  ? Values[C]
  : C extends `${infer T extends ColumnType}?`
    ? Values[T] | null
    : never;

/** What stands in a row under the name of a column; a BIGINT is a number, and an error where it is beyond 2⁵³. */
export type Cell<C> =
  C extends Each<infer E>
    ? readonly Value<E>[]
    : C extends Word<infer W, infer T>
      ? W | (T extends 'text?' ? null : never)
      : C extends Column
        ? Value<C>
        : never;

export type Row<C extends Columns> = { readonly [K in keyof C]: Cell<C[K]> };

export function word<const W extends string>(...words: readonly W[]): Word<W, 'text'> {
  return { type: 'text', words };
}

export function each<const C extends Column>(type: C, names: readonly string[]): Each<C> {
  return { type, names };
}

/** Some columns of a table or query, by name. */
export function pick<const C extends Columns, K extends keyof C & string>(
  { columns }: { readonly columns: C },
  ...names: readonly K[]
): Pick<C, K> {
  return Object.fromEntries(names.map((name) => [name, columns[name]])) as Pick<C, K>;
}

/** A column as the engine has it. */
export interface PlainColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** The only words that occur, where that is known. */
  readonly words?: readonly string[];
}

/** The columns behind one entry of a schema: one, or those of a list. */
export function plainColumns(key: string, column: Columns[string]): readonly PlainColumn[] {
  if (typeof column === 'string') return [{ name: key, ...typeOf(column) }];
  if ('words' in column) return [{ name: key, ...typeOf(column.type), words: column.words }];
  return column.names.map((name) => ({ name, ...typeOf(column.type) }));
}

/** All columns in order. */
export function allColumns(columns: Columns): readonly PlainColumn[] {
  return Object.entries(columns).flatMap(([key, column]) => plainColumns(key, column));
}

function typeOf(column: Column): Pick<PlainColumn, 'type' | 'nullable'> {
  const nullable = column.endsWith('?');
  return { type: (nullable ? column.slice(0, -1) : column) as ColumnType, nullable };
}
