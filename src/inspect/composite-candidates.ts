import { foldName, hepburn, isNoName } from '../audit/fold-name.js';
import { type Candidate, ENOUGH_ROWS, type Looked } from './candidate.js';
import { compositeKey, FIRST_LINE, wordParts } from './composites.js';
import type { InspectedColumn } from './inspection.js';
import { REPEATED_KEY } from './less-than-others.js';
import type { Persons } from './persons.js';
import { countsRows } from './row-key.js';
import { saysMore } from './says-more.js';

function isFirstLine(name: string, bare: Persons['bare']): boolean {
  return [foldName(name), hepburn(foldName(name)), bare.get(name) ?? ''].some((said) =>
    FIRST_LINE.test(said),
  );
}

/** Less than the key of any list that names its rows, more than one that repeats. */
const ACCOUNT = 0.84;
/** Beside a number without a name that names each row, the account is as likely what is paid to: asked after. */
const BESIDE_NUMBER = 0.45;

/** A number of its own in each row, under no name, and not the place of the row. */
function isNamelessKey({ name, profile }: InspectedColumn, values: readonly string[]): boolean {
  return (
    isNoName(name) &&
    !countsRows(values) &&
    ['digits', 'code'].includes(profile.type) &&
    profile.filled === 1 &&
    profile.kinds >= ENOUGH_ROWS &&
    profile.distinct === 1
  );
}

/** Keys, names and addresses that stand in several columns. */
export function compositesOf({ columns, values }: Looked, register: boolean, { bare }: Persons): Candidate[] {
  const names = columns.map(({ name }) => name);
  const key = register ? null : compositeKey(names);
  const rows = values.get(names[0] ?? '')?.length ?? 0;
  const keys = key
    ? Array.from({ length: rows }, (_, row) => key.columns.map((name) => values.get(name)![row]).join('-'))
    : [];
  // An account is somebody's key only where nothing else is.
  const isAccount = key !== null && /口座|account_number/.test(foldName(key.columns.at(-1)!));
  const distinct = new Set(keys).size / keys.length;
  const confidence =
    distinct < 0.5
      ? 0.5
      : isAccount && columns.some((column) => isNamelessKey(column, values.get(column.name) ?? []))
        ? BESIDE_NUMBER
        : (isAccount ? ACCOUNT : 0.95) - (distinct < 0.98 ? REPEATED_KEY : 0);
  return [
    ...(key ? [{ item: key.item, columns: key.columns, confidence }] : []),
    ...wordParts(names, (line, name) => saysMore(values.get(line) ?? [], values.get(name) ?? []), bare).map(
      ({ item, columns: parts }) => ({
        item,
        columns: parts,
        // Further lines make an address whole that would else be taken without them.
        confidence: isFirstLine(parts[0]!, bare) ? 0.95 : 0.9,
      }),
    ),
  ];
}
