import { isNoName } from '../audit/fold-name.js';
import { meansOther } from '../audit/item-names.js';
import type { Candidate, Looked } from './candidate.js';
import { isBranch } from './composites.js';
import type { InspectedColumn } from './inspection.js';

/** A key that its name says and its values deny, or that neither says. */
const WEAK_KEY = 0.5;

/**
 * The key of a row, when no name says so that its values bear out: the first column whose values are all different, one that only counts
 * the rows last.
 */
export function keyOf(
  { columns, values }: Looked,
  chosen: readonly Candidate[],
  register: boolean,
): Candidate | null {
  const item = register ? 'resident_id' : 'record_id';
  if (chosen.some((one) => one.item === item && one.confidence >= WEAK_KEY)) return null;
  const used = new Set(chosen.flatMap(({ columns: from }) => from));
  const isPlace = ({ name }: InspectedColumn) => countsRows(values.get(name) ?? []);
  const keys = columns.filter(
    ({ name, profile }) =>
      !used.has(name) &&
      !meansOther(name) &&
      profile.filled > 0.98 &&
      profile.distinct === 1 &&
      ['digits', 'code', 'serial', 'text'].includes(profile.type),
  );
  const [own, ofList] = [keys.filter((one) => !isPlace(one)), keys.filter(isPlace)];
  const first = (of: readonly InspectedColumn[]) => of.find(({ profile }) => profile.filled === 1) ?? of[0];
  const key = first(own) ?? first(ofList);
  if (key) return { item, columns: [key.name], confidence: 0.6 };
  return register ? null : leadingKey({ columns, values }, chosen);
}

/** Columns of a nameless list that may make a key together: bank, branch, kind and number. */
const LONGEST_KEY = 4;
const OF_KEYS: readonly string[] = ['digits', 'code', 'place-code', 'insurer-code', 'sex', 'phone'];

/** The first columns of a list without names that together name each row, where none does by itself. */
function leadingKey({ columns, values }: Looked, chosen: readonly Candidate[]): Candidate | null {
  const used = new Set(
    chosen
      .filter(({ item }) => item !== 'organisation' && item !== 'sex')
      .flatMap(({ columns: from }) => from),
  );
  const rows = values.get(columns[0]?.name ?? '')?.length ?? 0;
  for (let size = 2; size <= LONGEST_KEY; size++) {
    const first = columns.slice(0, size);
    const fits = ({ name, profile }: InspectedColumn) =>
      isNoName(name) && !used.has(name) && profile.filled > 0.98 && OF_KEYS.includes(profile.type);
    if (first.length < size || !first.every(fits)) return null;
    const keys = Array.from({ length: rows }, (_, row) =>
      first.map(({ name }) => values.get(name)![row]).join('\u0000'),
    );
    if (new Set(keys).size >= 0.998 * rows)
      return { item: 'record_id', columns: first.map(({ name }) => name), confidence: WEAK_KEY };
  }
  return null;
}

/** Share of the rows that a key tells apart at least. */
const TELLS_APART = 0.98;
/** A key whose name says so, with one that says it tells its rows apart. */
const BRANCHED = 0.9;

/** A key that repeats, with the columns beside it that tell its rows apart: a branch, a period, or a branch and a period. */
export function branchedKey({ columns, values }: Looked, chosen: readonly Candidate[]): Candidate | null {
  const key = chosen.find(({ item }) => item === 'record_id');
  const rows = values.get(key?.columns[0] ?? '')?.length ?? 0;
  const share = (names: readonly string[]) =>
    new Set(
      Array.from({ length: rows }, (_, row) => names.map((name) => values.get(name)![row]).join('\u0000')),
    ).size / rows;
  if (!key || share(key.columns) >= TELLS_APART) return null;
  const used = new Set(chosen.flatMap(({ columns: from }) => from));
  const branches = columns
    .map(({ name }) => name)
    // The place of a row tells it from any other, and the next list gives that to another.
    .filter((name) => !used.has(name) && isBranch(name) && !countsRows(values.get(name) ?? []));
  const pairs = branches.flatMap((one, at) => branches.slice(at + 1).map((other) => [one, other]));
  const found = [...branches.map((one) => [one]), ...pairs].find(
    (more) => share([...key.columns, ...more]) >= TELLS_APART,
  );
  return found ? { ...key, columns: [...key.columns, ...found], confidence: BRANCHED } : null;
}

/** 1, 2, 3 …, some left out: the place of a row in a list, which the next list gives to another. A row of totals may have none. */
export function countsRows(values: readonly string[]): boolean {
  const places = values.filter((value) => /^\d+(\.0+)?$/.test(value)).map(Number);
  return (
    places.length > 1 &&
    places.length >= 0.98 * values.length &&
    // Numbers that are filled up with zeros are some system's.
    !values.some((value) => /^0{3}\d{3,}$/.test(value)) &&
    places[0]! <= 1 &&
    places.at(-1)! <= 2 * values.length &&
    places.every((place, row) => row === 0 || place > places[row - 1]!)
  );
}
