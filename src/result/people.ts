import type { Ended, PersonView } from '../audit/case.js';
import { TAIL } from '../audit/mask.js';
import type { Engine } from '../engine/engine.js';
import { readColumns } from '../engine/read.js';
import { parseDate } from '../normalize/date/parse-date.js';
import { shownParts } from '../normalize/date/parted-date.js';
import { OPTIONAL_ITEMS, PERSON_ITEMS } from '../verify/comparisons/index.js';

/** A person's texts as read, with the keys that a case page needs. */
export interface PersonRow {
  /** `lid` of a record, `rid` of a resident. */
  readonly key: number;
  readonly view: PersonView;
  readonly file: number;
  readonly row: number;
  /** Last four digits of the number, masked otherwise. */
  readonly tail: string | null;
  /** Absent of records, and of those who live here. */
  readonly ended?: Ended;
  /** Items that are shown of some kinds of finding and compared of none, as they were read. */
  readonly facts: Readonly<Record<string, string | null>>;
}

const ITEMS = [...PERSON_ITEMS, ...OPTIONAL_ITEMS];

/** Records of links by lid, from `links` or a table of that shape, where a condition holds. */
export async function readRecords(
  engine: Engine,
  where: string,
  table = 'links',
): Promise<Map<number, PersonRow>> {
  return readPeople(engine, table, RECORD, where);
}

/** Residents by rid, likewise. */
export async function readResidents(
  engine: Engine,
  where: string,
  table = 'residents',
): Promise<Map<number, PersonRow>> {
  return readPeople(engine, table, RESIDENT, where);
}

/** What is read of records and of residents, as SQL. */
const NOTHING = 'CAST(NULL AS VARCHAR)';
const RECORD = {
  ...{ key: 'lid', id: NOTHING, flag: 'false', vitality: NOTHING, movedOn: NOTHING },
  facts: ['record_id', 'registered_at', 'status', 'terminal', 'operator', 'lookup', 'serial', 'resident_key'],
};
const RESIDENT = {
  ...{ key: 'rid', id: 'resident_id', flag: 'is_protected' },
  ...{ vitality: 'vitality', movedOn: 'moved_on' },
  facts: [
    'household_id',
    'status',
    'moved_on',
    'previous_address',
    'municipality',
    'auth_serial',
    'sign_serial',
  ],
};

const PERSON = {
  person: 'int',
  file: 'small',
  row: 'int',
  dob: 'int?',
  is_protected: 'bool',
} as const;

/** People by key, with everything that was read: what may be shown of it is for `redact.ts` to say. */
async function readPeople(
  engine: Engine,
  table: string,
  { key, id, flag, vitality, movedOn, facts }: typeof RECORD,
  where: string,
): Promise<Map<number, PersonRow>> {
  const people = new Map<number, PersonRow>();
  const texts = [...new Set<string>([...ITEMS, ...facts])];
  const own = [id, vitality, movedOn, `right(lpad(CAST("number" AS VARCHAR), 12, '0'), ${TAIL})`];
  const columns = { ...PERSON, texts: 'text' } as const;
  const query = `
    SELECT ${key} AS person, file, "row", dob, ${flag} AS is_protected,
      CAST(to_json([${[...own, ...texts].join(', ')}]) AS VARCHAR) AS texts
    FROM ${table} WHERE ${where}`;
  const placesOf = <N extends string>(names: readonly N[]) =>
    names.map((name) => [name, own.length + texts.indexOf(name)] as const);
  const [itemPlaces, factPlaces] = [placesOf(ITEMS), placesOf(facts)];
  // All texts of a person as one: each that is taken out of the engine on its own costs as much as parsing them all.
  for await (const { rows, columns: read } of readColumns(engine, columns, query)) {
    for (let r = 0; r < rows; r++) {
      const texts = JSON.parse(read.texts[r]!) as readonly (string | null)[];
      const [residentId = null, vitality = null, leftOn = null, tail = null] = texts;
      const items: Record<string, string | null> = {};
      for (const [item, place] of itemPlaces) {
        const text = texts[place] ?? null;
        if (text !== null || !OPTIONAL_ITEMS.includes(item)) items[item] = shown(item, text);
      }
      const stated: Record<string, string | null> = {};
      for (const [fact, place] of factPlaces) stated[fact] = texts[place] ?? null;
      const person = read.person[r]!;
      people.set(person, {
        key: person,
        file: read.file[r]!,
        row: read.row[r]!,
        tail,
        facts: stated,
        view: {
          residentId,
          items,
          birthDate: isoDate(read.dob[r] ?? null),
          protected: read.is_protected[r]!,
        },
        ...endOf(vitality, leftOn),
      });
    }
  }
  return people;
}

/** A date that stood in several columns as people write it; anything else as it was read. */
function shown(item: string, text: string | null): string | null {
  return item === 'birth_date' && text !== null ? (shownParts(text) ?? text) : text;
}

function endOf(vitality: string | null, movedOn: string | null): Pick<PersonRow, 'ended'> {
  if (vitality !== 'dead' && vitality !== 'departed') return {};
  const on = movedOn === null ? null : isoDate(parseDate(movedOn, null)?.key ?? null);
  return { ended: { how: vitality, on: on?.length === 10 ? on : null } };
}

/** yyyymmdd with 00 for unknown parts as ISO text, such as 1975-03-02, 1975-03 or 1975. */
function isoDate(key: number | null): string | null {
  if (key === null) return null;
  const [year, month, day] = [Math.floor(key / 10000), Math.floor(key / 100) % 100, key % 100];
  if (year === 0) return null;
  const parts = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))];
  return parts.slice(0, month === 0 ? 1 : day === 0 ? 2 : 3).join('-');
}
