import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { type SerialNotation, serialNotation } from './codes.js';

/** Notation of the serials in each column, as `<input>.<item>`: a serial of digits alone is ambiguous by itself. */
export type SerialNotations = ReadonlyMap<string, SerialNotation | null>;

/** Hexadecimal as soon as one value has a letter or a mark; decimal where many values have none; else unknown. */
export async function notationOf(
  engine: Engine,
  raw: string,
  serial: string,
): Promise<SerialNotation | null> {
  const sample = await engine.rows<{ serial: string }>(`
    SELECT ${serial} AS serial FROM ${raw} t WHERE ${serial} IS NOT NULL
    ORDER BY regexp_matches(${serial}, '[a-fA-FxXhH:]') DESC LIMIT ${SERIAL_SAMPLE}`);
  return serialNotation(sample.map((row) => row.serial));
}

/** Values looked at for the notation: those with letters come first, so a handful decides. */
const SERIAL_SAMPLE = 100;

/** The dictionary value of a serial: its notation and its text. */
export function serialValue(serial: string, notation: SerialNotation | null): string {
  return `(${literal(`${notation ?? ''}|`)} || ${serial})`;
}
