import type { InputSpec } from '../audit/pipeline-file.js';
import { valuesOfItem } from '../ingest/preflight/item-counts.js';
import type { Sample } from '../ingest/reader.js';
import { validityOf } from '../normalize/valid-values.js';
import type { UnknownCode } from './inspection.js';

/** A code of a few letters or digits says nothing of a person; anything longer might be somebody's. */
const CODE = /^([0-9A-Za-z]{1,4}(\.0)?|false|[有無]し?|有り|あり|なし|[○×])$/i;
/** More of them are no statuses. */
const MOST = 40;

/** Codes of the status column that nobody has said the meaning of; none where its values are words. */
export function unknownCodes(
  { columns }: Pick<InputSpec, 'columns'>,
  samples: readonly Sample[],
): readonly UnknownCode[] {
  const { status } = columns;
  if (status === undefined) return [];
  const isRead = validityOf('status', status)!;
  const rows = new Map<string, number>();
  for (const value of valuesOfItem('status', status.from, samples))
    if (value !== '' && !isRead(value)) rows.set(value, (rows.get(value) ?? 0) + 1);
  const codes = [...rows].map(([code, count]) => ({ code, rows: count }));
  if (codes.length > MOST || !codes.every(({ code }) => CODE.test(code.normalize('NFKC')))) return [];
  return codes.toSorted((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
}
