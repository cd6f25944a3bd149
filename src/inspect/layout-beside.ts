import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../text/failure.js';
import type { LayoutReadings } from './layout-table.js';
import { isLayoutOf, layoutIn } from './read-layout.js';

/** What a description of records may be kept in, how long it is at most, and of how many such files it is looked for. */
const TABLE = /\.(csv|tsv|txt|xlsx|xlsm|ods)$/i;
const LARGEST = 1 << 18;
const MOST = 40;
/** What such files are called: looked at first. */
const TELLING = /layout|レイアウト|ﾚｲｱｳﾄ|項目|定義|仕様|format|フォーマット|record|レコード|copy|spec/i;

/** The one description beside a file that its records are just as long as; null where there is none, or several. */
export async function layoutBeside(
  path: string,
  encoding: string,
  bytes: Buffer,
  size: number,
): Promise<{ readonly path: string; readonly found: LayoutReadings } | null> {
  const fitting = [];
  for (const beside of await smallBeside(path, TABLE)) {
    const found = await described(beside);
    if (found !== null && isLayoutOf(found, encoding, bytes, size)) fitting.push({ path: beside, found });
  }
  return fitting.length === 1 ? fitting[0]! : null;
}

/** Whether a file is a description of records, and no export. */
export async function isDescription(path: string): Promise<boolean> {
  const { size } = await stat(path);
  return TABLE.test(path) && size <= LARGEST && (await described(path)) !== null;
}

async function described(path: string): Promise<LayoutReadings | null> {
  return layoutIn(path).catch((error: unknown) => {
    if (error instanceof Failure) return null;
    throw error;
  });
}

/** Small files beside one, by what they are called: those first whose names say that they describe something. */
export async function smallBeside(path: string, called: RegExp): Promise<readonly string[]> {
  const dir = dirname(path);
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && called.test(entry.name) && entry.name !== basename(path))
    .map(({ name }) => name)
    .toSorted((a, b) => Number(TELLING.test(b)) - Number(TELLING.test(a)) || (a < b ? -1 : 1));
  const small: string[] = [];
  for (const name of names) {
    const { size } = await stat(join(dir, name));
    if (size > 0 && size <= LARGEST) small.push(join(dir, name));
    if (small.length === MOST) break;
  }
  return small;
}
