import { relative } from 'node:path';
import { type Inspection, seenOf } from '../../inspect/index.js';
import { commonFolder } from './common-folder.js';

/** A file that is an earlier state of another one. */
export interface OlderCopy {
  readonly path: string;
  /** The file that stands for both. */
  readonly of: string;
}

/** What copies that are kept are called. */
const KEPT =
  /旧|前回|前年|前月|以前|コピー|バックアップ|(^|[^a-z])(old|bak|backup|bkup|bk|prev|previous|copy|archive)([^a-z]|$)/iu;
/** A day or month in a name: 20260401, 2026-04-01, 202604, R080401, 令和8年4月1日. */
export const DAY =
  /(?<!\d)(20\d{2})[-_.年]?(0[1-9]|1[0-2]|[1-9](?=[-_.月]))[-_.月]?(0?[1-9]|[12]\d|3[01])?日?(?!\d)|(?<![A-Za-z\d])(?:R|令和)(\d{1,2})[-_.年]?(0[1-9]|1[0-2]|[1-9](?=[-_.月]))[-_.月]?(0?[1-9]|[12]\d|3[01])?日?(?!\d)/iu;
/** Share of the keys of the older file that the newer one must hold. */
const SAME_KEYS = 0.5;

/**
 * Files of a folder that are earlier states of another one: with its columns, most of its keys, and a name that says so (旧, old), or the
 * same name with an earlier day; so may the folder be called in which it lies. Two parts of one delivery hold different keys.
 */
export async function olderCopies(found: readonly Inspection[]): Promise<readonly OlderCopy[]> {
  const copies: OlderCopy[] = [];
  for (const one of found) {
    for (const other of found) {
      if (one === other || !isNamedOlder(one, other) || columnsOf(one) !== columnsOf(other)) continue;
      if (!(await holdsKeysOf(other, one))) continue;
      copies.push({ path: one.path, of: other.path });
      break;
    }
  }
  return copies;
}

function isNamedOlder(one: Inspection, other: Inspection): boolean {
  const folder = commonFolder([one.path, other.path]);
  const [name, later] = [one, other].map(({ path }) => relative(folder, path).normalize('NFKC')) as [
    string,
    string,
  ];
  if (KEPT.test(name) !== KEPT.test(later)) return KEPT.test(name);
  const [day, newer] = [dayOf(name), dayOf(later)];
  return day !== null && newer !== null && day < newer && name.replace(DAY, '') === later.replace(DAY, '');
}

/** The day in a name as YYYYMMDD, 00 of one that is not told. */
function dayOf(name: string): number | null {
  const found = DAY.exec(name);
  if (found === null) return null;
  const [, year, month, day, era, eraMonth, eraDay] = found.map((part) => Number(part ?? 0));
  return year ? year * 10_000 + month! * 100 + day! : (2018 + era!) * 10_000 + eraMonth! * 100 + eraDay!;
}

export function columnsOf({ format, columns }: Inspection): string {
  return [format, ...columns.map(({ name, label }) => label ?? name)].join('\u0000');
}

async function holdsKeysOf(newer: Inspection, older: Inspection): Promise<boolean> {
  const [keys, known] = [await keysOf(older), new Set(await keysOf(newer))];
  return keys.length > 0 && keys.filter((key) => known.has(key)).length >= SAME_KEYS * keys.length;
}

/** The keys of the rows looked at. */
export async function keysOf(inspection: Inspection): Promise<readonly string[]> {
  const { values } = await seenOf(inspection);
  const key = inspection.mapping.find(({ item }) => item === 'resident_id' || item === 'record_id');
  const parts = (key?.columns ?? []).map((name) => values.get(name) ?? []);
  const rows = parts[0] ?? [];
  return rows.map((_, row) => parts.map((of) => of[row]).join('\u0000')).filter((text) => text !== '');
}
