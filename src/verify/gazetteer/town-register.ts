import { type PlaceChange, placeChange } from './place-change.js';

/**
 * Towns of the Address Base Registry (町字マスター) as it is published. It does not say what became of a town, but a town keeps its
 * id (町字ID) when its name changes: one id under two names, in one edition with the rows that ended or in two editions, is a
 * town that was renamed.
 */
export interface TownRegister {
  readonly add: (cells: readonly string[]) => void;
  readonly towns: () => number;
  /** From every earlier name to the latest. */
  readonly changes: () => readonly PlaceChange[];
}

type Key = 'code' | 'id' | 'since' | 'until' | (typeof NAMES)[number];
const NAMES = ['prefecture', 'county', 'city', 'ward', 'town', 'chome', 'section'] as const;
/** Names of the columns in the editions since 2023, and in the first ones. */
const COLUMNS: Readonly<Record<Key, readonly string[]>> = {
  code: ['lg_code', '全国地方公共団体コード'],
  id: ['machiaza_id', 'town_id', '町字id'],
  prefecture: ['pref', 'pref_name', '都道府県名'],
  county: ['county', 'county_name', '郡名'],
  city: ['city', 'city_name', '市区町村名'],
  ward: ['ward', 'od_city_name', '政令市区名'],
  town: ['oaza_cho', 'oaza_town_name', '大字・町名'],
  chome: ['chome', 'chome_name', '丁目名'],
  section: ['koaza', 'koaza_name', '小字名'],
  since: ['efct_date', '効力発生日'],
  until: ['ablt_date', '廃止日'],
};

interface Name {
  readonly text: string;
  readonly since: string;
  readonly ended: boolean;
}

/** The register of a header, or null where it is another table. `known` holds the names of earlier files, and takes those of this one. */
export function townRegister(header: readonly string[], known: Map<string, Name[]>): TownRegister | null {
  const names = header.map((name) => name.normalize('NFKC').trim().toLowerCase());
  const place = (key: Key) => names.findIndex((name) => COLUMNS[key].includes(name));
  if (place('code') < 0 || place('id') < 0 || place('town') < 0) return null;
  const at = Object.fromEntries(Object.keys(COLUMNS).map((key) => [key, place(key as Key)])) as Record<
    Key,
    number
  >;
  let rows = 0;
  return {
    add: (cells) => {
      rows++;
      const cell = (key: Key) => (cells[at[key]] ?? '').trim();
      const id = `${cell('code')} ${cell('id')}`;
      const name = {
        text: NAMES.map(cell).join(''),
        since: cell('since'),
        ended: cell('until') !== '',
      };
      const before = known.get(id);
      if (before === undefined) known.set(id, [name]);
      else if (!before.some(({ text }) => text === name.text)) before.push(name);
    },
    towns: () => rows,
    changes: () => [...known.values()].flatMap(changesOf),
  };
}

function changesOf(names: readonly Name[]): readonly PlaceChange[] {
  if (names.length < 2) return [];
  // What has ended comes before what has not; of equal dates the later file is the later edition.
  const sorted = names.toSorted(
    (a, b) => Number(b.ended) - Number(a.ended) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
  );
  const latest = sorted.at(-1)!;
  return sorted.slice(0, -1).flatMap((name) => {
    const change = placeChange(name.text, latest.text);
    return typeof change === 'string' ? [] : [change];
  });
}

export type TownNames = Map<string, Name[]>;
