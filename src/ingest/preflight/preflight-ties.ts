import { shownName, shownNames } from '../../audit/header-names.js';
import { isMyNumber } from '../../audit/my-number.js';
import type { InputSpec, LinkSpec } from '../../audit/pipeline-file.js';
import { cleanNumber } from '../../normalize/number/codes.js';
import { Failure } from '../../text/failure.js';
import type { FailureKey } from '../../text/failures/index.js';
import type { InputFile } from '../input-file.js';
import type { Sample } from '../reader.js';

/** Random digits pass the check digit one time in eleven: below a half it is another column, or another code. */
const FEWEST_VALID = 0.5;
/** Fewer values may fail by chance, as long as one passes. */
const FEWEST = 20;

/**
 * Sees that the column which ties records to residents holds what it should: a wrong column would otherwise make
 * every link wrong, which must not look like a night with many findings.
 *
 * @throws {Failure} `input-no-numbers` (exit code 2): the column is empty, or most values are no My Numbers, or are such in the place of the
 *   key of residents.
 */
export function checkTies(file: InputFile, spec: InputSpec, sample: Sample): void {
  const { columns, rows } = sample;
  if (rows.length === 0) return;
  const tie = 'via' in spec ? (spec as LinkSpec).via : spec.columns.my_number ? 'my_number' : 'resident_id';
  const from = spec.columns[tie]?.from ?? [];
  const values = valuesOf(sample, from);
  const refuse = (key: FailureKey, more: Readonly<Record<string, string | number>>) =>
    new Failure(key, {
      values: { source: file.source, path: file.path, column: shownNames(from), ...more },
    });
  if (isNumbers(sample, spec)) throw keyIsNumber(file, spec);
  if (values.every((value) => value === ''))
    throw refuse('input-no-numbers/blank', { item: tie, rows: rows.length });
  const { valid, of } = countNumbers(values);
  if ('via' in spec && tie === 'resident_id' && of >= FEWEST && valid >= of * FEWEST_VALID)
    throw refuse('input-no-numbers/key-is-number', { valid, of });
  if (tie !== 'my_number') return;
  if (isEnough(valid, of)) return;
  const better = columns.find((name) => {
    const found = countNumbers(valuesOf(sample, [name]));
    return !from.includes(name) && found.of >= rows.length / 2 && found.valid >= found.of * FEWEST_VALID;
  });
  throw refuse(better === undefined ? 'input-no-numbers/not-valid' : 'input-no-numbers/other-column', {
    valid,
    of,
    better: shownName(better ?? ''),
  });
}

/** Whether the key of the residents, which every output shows, is their My Number. */
function isNumbers(sample: Sample, { id, columns }: InputSpec): boolean {
  if (id !== 'register' || !columns.resident_id || !columns.my_number) return false;
  const keys = valuesOf(sample, columns.resident_id.from).map(cleanNumber);
  const numbers = valuesOf(sample, columns.my_number.from).map(cleanNumber);
  return keys.filter((key, row) => key !== '' && key === numbers[row]).length > keys.length / 2;
}

function keyIsNumber(file: InputFile, spec: InputSpec): Failure {
  return new Failure('resident-key-is-number', {
    values: { source: file.source, path: file.path, column: shownNames(spec.columns.resident_id!.from) },
  });
}

function isEnough(valid: number, of: number): boolean {
  return of === 0 || (valid > 0 && (of < FEWEST || valid >= of * FEWEST_VALID));
}

function valuesOf({ columns, rows }: Sample, from: readonly string[]): string[] {
  const places = from.map((name) => columns.indexOf(name));
  return rows.map((row) =>
    places
      .map((place) => row[place] ?? '')
      .join('')
      .trim(),
  );
}

/** How many of the values are My Numbers; one digit all over stands for none. */
function countNumbers(values: readonly string[]): { valid: number; of: number } {
  const numbers = values.map(cleanNumber).filter((value) => value !== '' && !/^(\d)\1{11}$/.test(value));
  return { valid: numbers.filter(isMyNumber).length, of: numbers.length };
}
