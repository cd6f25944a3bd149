import { foldName, hepburn, isNoName } from '../audit/fold-name.js';
import { type Candidate, ENOUGH_ROWS, type Looked } from './candidate.js';
import { compositeKey, FIRST_LINE, type Parts, wordParts } from './composites.js';
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
/** What somebody has who is insured and kept under a number of the place's own: less than that number. */
const OF_THEIRS = 0.7;
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

/** Numbers under which a place keeps people of its own, whose insurance is something that they have. */
const OF_PLACE =
  /^(患者|診察券|カルテ|会員|顧客|お客様|利用者|ユーザー?|学籍|学生|園児|児童|生徒|職員|社員|従業員)_?(番号|コード|id|no)$|^(patient|chart|customer|client|user|student|pupil|employee|staff|kanja|gakuseki|kaiin|kokyaku|riyosha)_?(no|id|number|num|cd|code|bango)$/;

function isKeyOfPlace({ name, profile }: InspectedColumn): boolean {
  return OF_PLACE.test(foldName(name)) && profile.filled > 0.98 && profile.distinct >= 0.98;
}

/** How sure the columns of a key are: of several columns by what they are called, of all by whether they tell the rows apart. */
function sureOfKey(key: Parts, { columns, values }: Looked): number {
  const rows = values.get(key.columns[0]!)?.length ?? 0;
  const keys = Array.from({ length: rows }, (_, row) =>
    key.columns.map((name) => values.get(name)![row]).join('-'),
  );
  const distinct = new Set(keys).size / keys.length;
  if (distinct < 0.5) return 0.5;
  // An account is somebody's key only where nothing else is.
  const isAccount = /口座|account_number/.test(foldName(key.columns.at(-1)!));
  if (isAccount && columns.some((column) => isNamelessKey(column, values.get(column.name) ?? [])))
    return BESIDE_NUMBER;
  const isOfPlace = !isAccount && columns.some(isKeyOfPlace);
  return (isOfPlace ? OF_THEIRS : isAccount ? ACCOUNT : 0.95) - (distinct < 0.98 ? REPEATED_KEY : 0);
}

/** Keys, names and addresses that stand in several columns. */
export function compositesOf(looked: Looked, register: boolean, { bare }: Persons): Candidate[] {
  const { columns, values } = looked;
  const names = columns.map(({ name }) => name);
  const key = register ? null : compositeKey(names);
  return [
    ...(key ? [{ item: key.item, columns: key.columns, confidence: sureOfKey(key, looked) }] : []),
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
