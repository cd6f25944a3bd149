/** Quotes a name (table, column, alias) for SQL. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a value for SQL: text, finite number, boolean or null. */
export function literal(value: string | number | bigint | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value);
  if (!Number.isFinite(value)) throw new RangeError('not a finite number');
  // Without an exponent SQL takes digits for a DECIMAL, which overflows beside another one.
  return /e/i.test(String(value)) ? String(value) : `${value}e0`;
}
