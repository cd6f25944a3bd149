import type { CanonicalItem } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { validityOf } from '../../normalize/valid-values.js';
import { joinedValue } from '../delimited/joined-value.js';
import { inputFiles } from '../input-file.js';
import type { Sample } from '../reader.js';
import { readerOf } from '../readers/index.js';

/** What the first rows of an input hold of one item; no values. read + unreadable + empty = rows. */
export interface ItemCount {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Filled with what the item's rule takes; any text where there is no rule. */
  readonly read: number;
  readonly unreadable: number;
  readonly empty: number;
  readonly distinct: number;
}

/** Counts each item over the rows that the readers look at of every file of an input (2,000 a file). */
export async function countItems(spec: InputSpec, dir: string): Promise<readonly ItemCount[]> {
  const samples: Sample[] = [];
  for (const file of await inputFiles(spec, dir))
    samples.push(await readerOf(spec.format).sample(file, spec));
  return countSamples(spec, samples);
}

/** The same for rows at hand. */
export function countSamples(spec: InputSpec, samples: readonly Sample[]): readonly ItemCount[] {
  return Object.entries(spec.columns).map(([name, { from, format }]) => {
    const item = name as CanonicalItem;
    const isValid = validityOf(item, format);
    const values = samples.flatMap(({ columns, rows }) => {
      const places = from.map((column) => columns.indexOf(column));
      return rows.map((row) =>
        joinedValue(
          item,
          places.map((place) => row[place] ?? ''),
        ),
      );
    });
    const filled = values.filter((value) => value !== '');
    const read =
      isValid === null ? filled.length : filled.filter((value) => isRead(item, value, isValid)).length;
    return {
      item,
      columns: from,
      rows: values.length,
      read,
      unreadable: filled.length - read,
      empty: values.length - filled.length,
      distinct: new Set(filled).size,
    };
  });
}

/** A code that says "unknown" is read. */
const UNKNOWN_SEX = /^[09０９]$|不明|その他/u;

function isRead(item: CanonicalItem, value: string, isValid: (text: string) => boolean): boolean {
  return isValid(value) || (item === 'sex' && UNKNOWN_SEX.test(value));
}
