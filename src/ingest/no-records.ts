import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec, LinkSpec } from '../audit/pipeline-file.js';
import { each } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { ident, literal } from '../engine/sql.js';
import { joinedNames, rawTable } from './delimited/csv-relation.js';
import type { InputFile } from './input-file.js';
import type { Reject } from './rejects.js';
import { isTotalRow, mayBeTotal } from './total-row.js';

type Reason = Pick<Reject, 'code' | 'column'>;

/** Rows that are no records, by their number in the file: millions may share one reason. */
interface NoRecords {
  readonly reasons: ReadonlyMap<number, Reason>;
  /** The same rows as a condition in SQL. */
  readonly condition: string;
}

/**
 * Rows of a file that were read but are no records: they lack the key or the tie, repeat the header, or hold totals.
 */
export async function noRecords(engine: Engine, spec: InputSpec, file: InputFile): Promise<NoRecords> {
  const kinds = kindsOf(spec);
  const places = kinds.map(({ when }, place) => `when ${when} then ${place}`);
  const query = `
    select "row", place from (
      select "row", case ${places.join(' ')} end as place from ${rawTable(spec.id)} where file = ${file.index}
    ) where place is not null`;
  const reasons = new Map<number, Reason>();
  for await (const rows of readRows(engine, { row: 'int', place: 'int' }, query)) {
    for (const { row, place } of rows) reasons.set(row, kinds[place]!.reason);
  }
  const totals = (await totalRows(engine, spec, file)).filter((row) => !reasons.has(row));
  for (const row of totals) reasons.set(row, { code: 'total-row', column: null });
  const conditions = kinds.map(({ when }) => `(${when})`);
  if (totals.length > 0) conditions.push(`"row" in (${totals.join(', ')})`);
  return { reasons, condition: `file = ${file.index} and (${conditions.join(' or ')})` };
}

/** What SQL sees by itself, in the order in which it is said of a row. */
function kindsOf(spec: InputSpec): readonly { readonly when: string; readonly reason: Reason }[] {
  const missing = requiredItems(spec).map((item) => ({
    when: `${ident(item)} is null`,
    reason: { code: 'required-item-missing', column: spec.columns[item]!.from.join(', ') } as const,
  }));
  const header = headerCondition(spec);
  if (header === null) return missing;
  return [...missing, { when: header, reason: { code: 'header-repeated', column: null } }];
}

function requiredItems(spec: InputSpec): readonly CanonicalItem[] {
  return 'via' in spec ? ['record_id', (spec as LinkSpec).via] : ['resident_id'];
}

/** The items by which a row is told from a record: its key, and what ties it to a resident, where there is that. */
function tellingItems(spec: InputSpec): readonly CanonicalItem[] {
  const items = [...requiredItems(spec), 'my_number'] as const;
  return [...new Set(items)].filter((item) => spec.columns[item] !== undefined);
}

/** A row whose key and tie are the names of their own columns; null where the file has no header to repeat. */
function headerCondition(spec: InputSpec): string | null {
  const isTable = TABLES.includes(spec.format) && spec.reading?.header !== false;
  if (!isTable) return null;
  return tellingItems(spec)
    .map((item) => `${ident(item)} = ${literal(joinedNames(item, spec.columns[item]!.from))}`)
    .join(' and ');
}

const TABLES: readonly InputSpec['format'][] = ['csv', 'tsv', 'xlsx', 'ods'];

/** Numbers of the rows of totals. */
async function totalRows(engine: Engine, spec: InputSpec, file: InputFile): Promise<readonly number[]> {
  const items = Object.keys(spec.columns);
  const telling = tellingItems(spec);
  const [key, tie = null] = telling.map(ident);
  const query = `select "row", ${items.map(ident).join(', ')} from ${rawTable(spec.id)}
    where file = ${file.index} and ${mayBeTotal(key!, tie)}`;
  const places = telling.map((item) => items.indexOf(item));
  const found: number[] = [];
  for await (const rows of readRows(engine, { row: 'int', values: each('text?', items) }, query)) {
    for (const { row, values } of rows) if (isTotalRow(values, places)) found.push(row);
  }
  return found;
}
