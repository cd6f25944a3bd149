import { joinedValue } from '../ingest/delimited/joined-value.js';
import { parseDate } from '../normalize/date/parse-date.js';
import type { DateFormat } from '../normalize/date/written-date.js';
import { kanaKey } from '../normalize/name/kana.js';
import { kanjiKey } from '../normalize/name/kanji.js';
import { seenOf } from './inspect-settled.js';
import type { Inspection } from './inspection.js';
import type { TieByValues } from './tie-by-values.js';

const TYPES: readonly string[] = ['digits', 'code', 'serial', 'text', 'phone', 'place-code', 'postal'];
/** Rows whose key the register has: fewer may be chance. */
const FEWEST = 5;
/** Share of them that are about the same person: lists that count from one on have their keys in common, and nobody else does. */
const SAME = 0.8;

/** Of a file with fewer rows all were looked at. */
const SAMPLE_ROWS = 2000;
/** Share of keys of residents, and of rows about one person, below which a column holds other numbers. */
const OTHERS = 0.05;

/**
 * The column of a source, whatever it is called, that holds the register's key of residents (宛名番号): whose values stand there in rows of the same
 * people, by name, kana or date of birth. Null where no column does, or several.
 */
export async function keyByPeople(register: Inspection, source: Inspection): Promise<TieByValues | null> {
  const meet = await meeting(register, source);
  const found = source.columns
    .filter(({ profile }) => TYPES.includes(profile.type))
    .filter(({ name }) => {
      const { same, other } = meet(name);
      return same + other >= FEWEST && same >= (same + other) * SAME;
    });
  return found.length === 1 ? { item: 'resident_id', column: found[0]!.name } : null;
}

/**
 * Whether the column that is called a key of residents holds other numbers: the rows looked at have hardly a key in common with a whole register, or hardly
 * a person where they have.
 */
export async function statesOtherKeys(register: Inspection, source: Inspection): Promise<boolean> {
  const [column] = source.mapping.find(({ item }) => item === 'resident_id')?.columns ?? [];
  if (column === undefined) return false;
  const { keys, known, same, other, isWhole } = (await meeting(register, source))(column);
  if (same + other >= FEWEST) return same <= (same + other) * OTHERS;
  return isWhole && keys >= FEWEST && known <= keys * OTHERS;
}

/** How many keys a column of the source states, how many of these the register has, and of those whose rows both state a person, how many are the same. */
async function meeting(register: Inspection, source: Inspection) {
  const [key] = register.mapping.find(({ item }) => item === 'resident_id')?.columns ?? [];
  const [theirs, ours] = [(await seenOf(register)).values, (await seenOf(source)).values];
  const [residents, people] = [peopleOf(register, theirs), peopleOf(source, ours)];
  const stated = theirs.get(key ?? '') ?? [];
  const rows = new Map(stated.flatMap((text, row) => (text === '' ? [] : [[plain(text), row] as const])));
  return (column: string) => {
    const keys = (ours.get(column) ?? []).map(plain);
    const met = keys.flatMap((text, row) =>
      rows.has(text) ? [[people[row]!, residents[rows.get(text)!]!] as const] : [],
    );
    const same = met.filter(([one, other]) => isSame(one, other)).length;
    const other = met.filter(([one, another]) => isOther(one, another)).length;
    return {
      keys: keys.filter((text) => text !== '').length,
      known: met.length,
      ...{ same, other, isWhole: stated.length < SAMPLE_ROWS },
    };
  };
}

/** Without the zeros that a spreadsheet sheds. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^0+(?=\d)/u, '');
}

/** Name, kana and date of birth of each row as keys, '' where it states none. */
function peopleOf({ mapping }: Inspection, values: ReadonlyMap<string, readonly string[]>) {
  const rows = [...values.values()][0]?.length ?? 0;
  const textOf = (item: 'name' | 'kana' | 'birth_date', row: number) => {
    const columns = mapping.find((one) => one.item === item)?.columns ?? [];
    return joinedValue(
      item,
      columns.map((name) => values.get(name)?.[row] ?? ''),
    );
  };
  const format = (mapping.find(({ item }) => item === 'birth_date')?.format ?? null) as DateFormat | null;
  return Array.from({ length: rows }, (_, row) => [
    kanjiKey(textOf('name', row)),
    kanaKey(textOf('kana', row)),
    String(parseDate(textOf('birth_date', row), format)?.key ?? ''),
  ]);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key, place) => key !== '' && key === other[place]);
}

/** Both state something of a person, and nothing is one. */
function isOther(one: readonly string[], other: readonly string[]): boolean {
  return !isSame(one, other) && one.some((key, place) => key !== '' && other[place] !== '');
}
