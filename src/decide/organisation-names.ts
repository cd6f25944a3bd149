import { resolve } from 'node:path';
import { maskNumbers } from '../audit/mask.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { Failure } from '../text/failure.js';
import { readTextTable, textOf } from './read-text-table.js';

/** A first row that names the columns. */
const HEADER = /^(コード|機関コード|団体コード|保険者番号|番号|code|organi[sz]ation)$/i;

/**
 * Names of organisations by code, from the office's own CSV: the first two columns, with or without a header.
 *
 * @throws {Failure} `organisations-file` (exit code 2) when the file cannot be read, or holds no code with a name.
 */
export async function readOrganisationNames(dir: string, file: string): Promise<ReadonlyMap<string, string>> {
  const refuse = (cause?: unknown) => new Failure('organisations-file', { values: { path: file }, cause });
  const bytes = await readRegular(resolve(dir, file), LIMITS.pipeline).catch((cause: unknown) => {
    throw refuse(cause);
  });
  const rows = readTextTable(textOf(bytes), ',')?.rows ?? [];
  const names = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const [code = '', name = ''] = row.map(({ text }) => text);
    if (code === '' || name === '' || (index === 0 && HEADER.test(code))) continue;
    names.set(code, maskNumbers(name));
  }
  if (names.size === 0) throw refuse();
  return names;
}
