import type { CanonicalItem } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { type Notation, validityOf } from '../../normalize/valid-values.js';
import { joinedValue } from '../delimited/joined-value.js';
import { inputFiles } from '../input-file.js';
import type { Sample } from '../reader.js';
import { readerOf } from '../readers/index.js';
import { sampleLater } from './later-rows.js';

/** What rows hold of an item; no values. read + unreadable + empty = rows. */
export interface Counts {
  readonly rows: number;
  /** Filled with what the item's rule takes; any text where there is no rule. */
  readonly read: number;
  readonly unreadable: number;
  readonly empty: number;
  readonly distinct: number;
}

/** What the first rows of an input hold of one item, and rows drawn from behind them (null where there are none). */
export interface ItemCount extends Counts {
  readonly item: CanonicalItem;
  readonly columns: readonly string[];
  readonly later: Counts | null;
}

/** Counts each item over the first rows of every file of an input (2,000 a file), and over about as many of the others. */
export async function countItems(spec: InputSpec, dir: string): Promise<readonly ItemCount[]> {
  const samples: Sample[] = [];
  const later: Sample[] = [];
  for (const file of await inputFiles(spec, dir)) {
    const first = await readerOf(spec.format).sample(file, spec);
    const others = await sampleLater(file, spec, first);
    samples.push(first);
    if (others) later.push(others);
  }
  return countSamples(spec, samples, later);
}

/** The same for rows at hand. */
export function countSamples(
  spec: InputSpec,
  samples: readonly Sample[],
  later: readonly Sample[] = [],
): readonly ItemCount[] {
  return Object.entries(spec.columns).map(([name, column]) => {
    const item = name as CanonicalItem;
    const { from } = column;
    const counted = (of: readonly Sample[]) => countsOf(item, column, valuesOfItem(item, from, of));
    return { item, columns: from, ...counted(samples), later: later.length === 0 ? null : counted(later) };
  });
}

/** The values of an item in rows at hand, joined where it stands in several columns. */
export function valuesOfItem(
  item: CanonicalItem,
  from: readonly string[],
  samples: readonly Sample[],
): string[] {
  return samples.flatMap(({ columns, rows }) => {
    const places = from.map((column) => columns.indexOf(column));
    return rows.map((row) =>
      joinedValue(
        item,
        places.map((place) => row[place] ?? ''),
      ),
    );
  });
}

function countsOf(item: CanonicalItem, notation: Notation, values: readonly string[]): Counts {
  const isValid = validityOf(item, notation);
  const filled = values.filter((value) => value !== '');
  const read =
    isValid === null ? filled.length : filled.filter((value) => isRead(item, value, isValid)).length;
  return {
    rows: values.length,
    read,
    unreadable: filled.length - read,
    empty: values.length - filled.length,
    distinct: new Set(filled).size,
  };
}

/** A code that says "unknown" is read. */
const UNKNOWN_SEX = /^[09０９]$|不明|その他/u;

function isRead(item: CanonicalItem, value: string, isValid: (text: string) => boolean): boolean {
  return isValid(value) || (item === 'sex' && UNKNOWN_SEX.test(value));
}
