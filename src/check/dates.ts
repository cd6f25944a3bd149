import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { ident } from '../engine/sql.js';
import { parseDate } from '../normalize/date/parse-date.js';
import type { PartialDate } from '../normalize/date/wareki.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import { rawTable } from './check.js';
import type { DateCounts } from './counts.js';

/** Reads each distinct date of an item once, in the notation that the pipeline file gives it. */
export async function countDates(engine: Engine, input: InputSpec, item: CanonicalItem): Promise<DateCounts> {
  const format = (input.columns[item]?.format ?? null) as DateFormat | null;
  const column = ident(item);
  const counts: DateCounts[number][] = [];
  const query = `SELECT ${column} AS v, count(*) AS n FROM ${rawTable(input)} WHERE ${column} IS NOT NULL GROUP BY ${column}`;
  for await (const rows of readRows(engine, { v: 'text', n: 'big' }, query)) {
    for (const { v, n } of rows) counts.push({ text: v, date: parseDate(v, format), count: n });
  }
  return counts;
}

/** Rows whose date a test picks out. */
export function countWhere(dates: DateCounts, test: (date: PartialDate | null) => boolean): number {
  return dates.reduce((sum, { date, count }) => sum + (test(date) ? count : 0), 0);
}
