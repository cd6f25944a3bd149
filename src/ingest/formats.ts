import type { InputFormat } from '../audit/formats.js';

/** Formats of characters, which have an encoding and lines; the others are containers that say themselves what they hold. */
export function isTextual(format: InputFormat): boolean {
  return format !== 'parquet' && format !== 'xlsx' && format !== 'ods';
}
