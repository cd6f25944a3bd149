import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { type SerialNotation, serialNotation } from '../normalize/number/codes.js';

/** Notation of the serials in each column of an input: a serial of digits alone is ambiguous by itself. */
export type SerialNotations = Readonly<Record<'auth_serial' | 'sign_serial', SerialNotation | null>>;

/** Hexadecimal as soon as one value has a letter or a mark; decimal where many values have none; else unknown. */
export async function notationOf(
  engine: Engine,
  raw: string,
  serial: string,
): Promise<SerialNotation | null> {
  const sample = await allRows(
    engine,
    { serial: 'text' },
    `
    SELECT ${serial} AS serial FROM ${raw} t WHERE ${serial} IS NOT NULL
    ORDER BY regexp_matches(${serial}, '[a-fA-FxXhH:]') DESC LIMIT ${SERIAL_SAMPLE}`,
  );
  return serialNotation(sample.map((row) => row.serial));
}

/** Values looked at for the notation: those with letters come first, so a handful decides. */
const SERIAL_SAMPLE = 100;

/**
 * The dictionary value of a serial: its notation and its text; NULL for one that already stands in its one form
 * (`plainSerial`), so that a register of distinct serials does not become a dictionary of its own size.
 */
export function serialValue(serial: string, notation: SerialNotation | null): string {
  const value = `(${literal(`${notation ?? ''}|`)} || ${serial})`;
  return notation === 'decimal' ? value : `CASE WHEN NOT ${isPlain(serial)} THEN ${value} END`;
}

/** The serial itself where it already stands in its one form: hexadecimal capitals without leading zeros. */
export function plainSerial(serial: string, notation: SerialNotation | null): string {
  return notation === 'decimal' ? 'NULL' : `CASE WHEN ${isPlain(serial)} THEN ${serial} END`;
}

function isPlain(serial: string): string {
  return `regexp_full_match(${serial}, '[1-9A-F][0-9A-F]*')`;
}
