import type { CanonicalItem } from '../audit/items.js';
import type { InputSpec } from '../audit/pipeline-file.js';
import type { QualityIssue } from '../audit/quality.js';
import { each } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { oneRow } from '../engine/read.js';
import { ident } from '../engine/sql.js';
import { rawName } from '../tables/read-files.js';
import type { Bilingual } from '../text/bilingual.js';
import type { CharacterCounts, DateCounts, ItemProfile } from './counts.js';

/** One data-quality rule: looks at the `raw_*` tables, changes nothing and gives counts only, never values. */
export interface Check {
  readonly id: string;
  /** What was found; `{what}` stands for the name of the code or item, where a check tells several apart. */
  readonly title: Bilingual;
  /** What to do about it. */
  readonly advice: Bilingual;
  readonly severity: QualityIssue['severity'];
  run(engine: Engine, context: CheckContext): Promise<readonly Observation[]>;
}

/** What a check found in one item of one input; observations with a count of 0 are dropped. */
export interface Observation {
  readonly source: string;
  readonly item: CanonicalItem | null;
  readonly count: number;
  /** The rows looked at: those where the item is filled, unless the check says otherwise. */
  readonly of: number;
  /** Where one observation weighs other than the check in general. */
  readonly severity?: QualityIssue['severity'];
  readonly what?: Bilingual;
}

/** Sheets of a workbook that hold rows and were not read, and of how many that do. */
export interface UnreadSheets {
  readonly source: string;
  readonly names: readonly string[];
  readonly of: number;
}

export interface CheckContext {
  /** The register first, then the sources in pipeline order. */
  readonly inputs: readonly InputSpec[];
  /** The day of the run, yyyymmdd. */
  readonly asOf: number;
  readonly profile: readonly ItemProfile[];
  /** What the profile says of one item that the input has. */
  profileOf(input: InputSpec, item: CanonicalItem): ItemProfile;
  /** The profile of the run before, or null. */
  readonly previous: readonly ItemProfile[] | null;
  readonly unreadSheets: readonly UnreadSheets[];
  /** How often each distinct date of an item occurs, read once for all checks. */
  dates(input: InputSpec, item: CanonicalItem): Promise<DateCounts>;
  /** How many rows of an item hold odd characters, read once for all checks. */
  characters(input: InputSpec, item: CanonicalItem): Promise<CharacterCounts>;
}

/** Name of the table with the accepted rows of an input. */
export function rawTable(input: InputSpec): string {
  return ident(rawName(input.id));
}

/** The items of an input among `wanted`, in its own order. */
export function itemsOf(input: InputSpec, wanted?: readonly CanonicalItem[]): readonly CanonicalItem[] {
  const items = Object.keys(input.columns) as CanonicalItem[];
  return wanted ? items.filter((item) => wanted.includes(item)) : items;
}

/**
 * Counts, for some items of every input, the filled rows for which an SQL condition holds: one scan per table.
 * `condition` gets the quoted column name and gives a boolean SQL expression.
 */
export async function countRows(
  engine: Engine,
  inputs: readonly InputSpec[],
  wanted: readonly CanonicalItem[],
  condition: (column: string) => string,
): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const input of inputs) {
    const items = itemsOf(input, wanted);
    if (items.length === 0) continue;
    const counts = items.map((item, i) => {
      const column = ident(item);
      return `count(*) FILTER (WHERE ${column} IS NOT NULL AND ${condition(column)}) AS n${i}, count(${column}) AS of${i}`;
    });
    const columns = { n: numbered('n', items), of: numbered('of', items) };
    const { n, of } = await oneRow(engine, columns, `SELECT ${counts.join(', ')} FROM ${rawTable(input)}`);
    items.forEach((item, i) => {
      observations.push({ source: input.id, item, count: n[i]!, of: of[i]! });
    });
  }
  return observations;
}

/** Share of an item's values from which a fault is one of the whole column, and no longer of single rows. */
const WHOLESALE = 0.1;
/** Fewer rows prove nothing of a column. */
const FEWEST = 20;

/** `error` where a fault concerns a whole column, `warning` where it concerns rows that may be looked at one by one. */
export function severityOf({ count, of }: Pick<Observation, 'count' | 'of'>): QualityIssue['severity'] {
  return of >= FEWEST && count >= of * WHOLESALE ? 'error' : 'warning';
}

/** Counts `n0`, `n1` … of the items. */
export function numbered(name: string, items: readonly CanonicalItem[]) {
  return each(
    'big',
    items.map((_, i) => `${name}${i}`),
  );
}

/** Items whose values are words to be read by people. */
export const TEXT_ITEMS = ['name', 'kana', 'former_name', 'alias', 'address', 'previous_address'] as const;
