import { relative } from 'node:path';
import type { CanonicalItem } from '../../audit/items.js';
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
/** Share of the records of the older file that the newer one must hold. */
const SAME_RECORDS = 0.5;

/**
 * Files of a folder that are earlier states of another one: with its columns, most of its records, and a name that says so (旧, old), or the
 * same name with an earlier day; so may the folder be called in which it lies. Two parts of one delivery hold different
 * records, though a counter begins anew in each.
 */
export async function olderCopies(found: readonly Inspection[]): Promise<readonly OlderCopy[]> {
  const copies: OlderCopy[] = [];
  for (const one of found) {
    for (const other of found) {
      if (one === other || !isNamedOlder(one, other) || columnsOf(one) !== columnsOf(other)) continue;
      if (!(await holdsRecordsOf(other, one))) continue;
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

async function holdsRecordsOf(newer: Inspection, older: Inspection): Promise<boolean> {
  const whose = older.via === null ? [...KEYS] : [...KEYS, older.via];
  const [records, known] = [await textsOf(older, whose), new Set(await textsOf(newer, whose))];
  return (
    records.length > 0 && records.filter((one) => known.has(one)).length >= SAME_RECORDS * records.length
  );
}

const KEYS: readonly CanonicalItem[] = ['resident_id', 'record_id'];

/** The keys of the rows looked at. */
export function keysOf(inspection: Inspection): Promise<readonly string[]> {
  return textsOf(inspection, KEYS);
}

/** What the rows looked at state of some items, those without any left out. */
async function textsOf(inspection: Inspection, items: readonly CanonicalItem[]): Promise<readonly string[]> {
  const { values } = await seenOf(inspection);
  const columns = inspection.mapping.filter(({ item }) => items.includes(item)).flatMap((one) => one.columns);
  const parts = columns.map((name) => values.get(name) ?? []);
  const rows = (parts[0] ?? []).map((_, row) => parts.map((of) => of[row] ?? ''));
  return rows.filter((texts) => texts.some((text) => text !== '')).map((texts) => texts.join('\u0000'));
}
