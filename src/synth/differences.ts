import { addressSql } from './address-sql.js';
import type { SourceName } from './records.js';

/** How often a source differs from the register without anyone being wrong; rates assumed, not measured. */
interface Habits {
  /** Chances of address styles 0 to 5 (address-sql.ts), adding up to 1. */
  readonly styles: readonly number[];
  readonly noPrefecture: number;
  /** Chances of a building in full and of its room number only; else left out. */
  readonly building: readonly [number, number];
  readonly missing: {
    readonly birth: number;
    readonly name: number;
    readonly kana: number;
    readonly address: number;
    readonly sex: number;
  };
}

const HABITS: Readonly<Record<SourceName, Habits>> = {
  cards: {
    styles: [0.5, 0.1, 0.12, 0.18, 0.02, 0.08],
    noPrefecture: 0.06,
    building: [0.9, 0.05],
    missing: { name: 0, kana: 0, birth: 0.0002, address: 0.001, sex: 0.001 },
  },
  insurance: {
    styles: [0.08, 0.38, 0.2, 0.2, 0.04, 0.1],
    noPrefecture: 0.25,
    building: [0.55, 0.25],
    missing: { name: 0.02, kana: 0.015, birth: 0.002, address: 0.03, sex: 0.004 },
  },
  accounts: {
    styles: [1, 0, 0, 0, 0, 0],
    noPrefecture: 0,
    building: [1, 0],
    missing: { name: 1, kana: 0, birth: 1, address: 1, sex: 1 },
  },
  services: {
    styles: [0.1, 0.42, 0.1, 0.22, 0.02, 0.14],
    noPrefecture: 0.04,
    building: [0.7, 0.18],
    missing: { name: 0.002, kana: 1, birth: 0.003, address: 0.02, sex: 0.05 },
  },
};

/** Chance of each harmless difference and its word in truth.csv; `when` is what a record must have for it. */
const CHANCES: readonly { readonly note: string; readonly chance: number; readonly when?: string }[] = [
  {
    note: 'stale-address',
    chance: 1,
    when: `address_told AND rnd('stale', k) < CASE WHEN newlywed THEN 0.4 WHEN mover THEN 0.17 ELSE 0.018 END`,
  },
  { note: 'maiden-name', chance: 0.55, when: '(newlywed OR former_registered)' },
  { note: 'alias', chance: 0.3, when: 'a_text IS NOT NULL' },
  { note: 'unknown-character', chance: 0.15, when: '(f_unknown IS NOT NULL OR g_unknown IS NOT NULL)' },
  { note: 'name-variant', chance: 0.03, when: '(f_variant IS NOT NULL OR g_variant IS NOT NULL)' },
  { note: 'kana-dakuten', chance: 0.0025, when: 'f_dakuten IS NOT NULL' },
  { note: 'kana-long-vowel', chance: 0.005, when: '(f_long IS NOT NULL OR g_long IS NOT NULL)' },
  { note: 'kana-typo', chance: 0.0005 },
  // Nothing but the number: too little to tell either way.
  { note: 'bare', chance: 0.0003, when: 'NOT wrong' },
  { note: 'day-unknown', chance: 0.0004 },
  { note: 'day-01-01', chance: 0.0004 },
  { note: 'birth-typo', chance: 0.0005 },
  { note: 'month-day-swapped', chance: 0.0002, when: 'day(birth) <= 12 AND day(birth) <> month(birth)' },
  { note: 'kanji-mistyped', chance: 0.0004, when: 'h_text IS NOT NULL' },
  { note: 'sex-mistyped', chance: 0.0003 },
];

/** SQL booleans (named after the notes) that decide which differences a record has; `k` is its key. */
export function decideSql(source: SourceName): string {
  const { missing, noPrefecture } = HABITS[source];
  const decided = CHANCES.map(({ note, chance, when }) => {
    const drawn = chance === 1 ? (when ?? 'true') : `${when ?? 'true'} AND rnd('${note}', k) < ${chance}`;
    return `(${drawn}) AS "${note}"`;
  });
  const absent = Object.entries(missing).map(
    ([item, chance]) =>
      `${item === 'address' && chance < 1 ? 'address_told AND ' : ''}rnd('no.${item}', k) < ${chance} AS "no-${item}"`,
  );
  return [
    ...decided,
    ...absent,
    `${styleSql(source)} AS style`,
    `rnd('prefecture', k) >= ${noPrefecture} AS prefecture`,
    `${buildingSql(source)} AS building_kind`,
  ].join(', ');
}

function styleSql(source: SourceName): string {
  let sum = 0;
  const slices = HABITS[source].styles.map((chance, style) => {
    sum += chance;
    return `WHEN rnd('style', k) < ${sum} THEN ${style}`;
  });
  return `CASE ${slices.join(' ')} ELSE 0 END`;
}

function buildingSql(source: SourceName): string {
  const [full, room] = HABITS[source].building;
  return `CASE WHEN rnd('building', k) < ${full} THEN 1 WHEN rnd('building', k) < ${full + room} THEN 2 ELSE 0 END`;
}

/** Items of a record as its source holds them, from the columns `records-sql.ts` and `decideSql` provide. */
export const ITEMS = {
  family: `CASE WHEN "maiden-name" THEN m_text WHEN "alias" THEN a_text WHEN "unknown-character" THEN coalesce(f_unknown, f_text)
    WHEN "name-variant" THEN coalesce(f_variant, f_text) ELSE f_text END`,
  given: `CASE WHEN "alias" THEN coalesce(g_hanzi, g_kana) WHEN "kanji-mistyped" THEN h_text WHEN "unknown-character" THEN coalesce(g_unknown, g_text)
    WHEN "name-variant" AND f_variant IS NULL THEN coalesce(g_variant, g_text) ELSE g_text END`,
  kanaFamily: `CASE WHEN "maiden-name" THEN m_kana WHEN "alias" THEN a_kana WHEN "kana-dakuten" THEN f_dakuten
    WHEN "kana-long-vowel" THEN coalesce(f_long, f_kana) ELSE f_kana END`,
  kanaGiven: `CASE WHEN "kana-typo" THEN g_typo WHEN "kana-long-vowel" AND f_long IS NULL THEN g_long ELSE g_kana END`,
  birth: `CASE WHEN "day-01-01" THEN make_date(year(birth), 1, 1)
    WHEN "month-day-swapped" THEN make_date(year(birth), day(birth), month(birth)) WHEN NOT "birth-typo" THEN birth
    WHEN rnd('birth-typo.which', k) < 0.5 THEN CAST(birth + INTERVAL 10 YEAR * CASE WHEN year(birth) < 2000 THEN 1 ELSE -1 END AS DATE)
    WHEN day(birth) > 18 THEN birth - 10 ELSE birth + 10 END`,
  address: `CASE WHEN "stale-address" THEN ${addressSql('pf', 'style', 'prefecture', 'building_kind')}
    ELSE ${addressSql('pc', 'style', 'prefecture', 'building_kind')} END`,
} as const;

/** SQL text of truth.csv's note: every difference the record's source can show, joined with '+'. */
export function noteSql(source: SourceName, extra: readonly string[]): string {
  const { missing } = HABITS[source];
  const beyondKana = [
    'month-day-swapped',
    'kanji-mistyped',
    'sex-mistyped',
    'stale-address',
    'unknown-character',
    'name-variant',
    'day-unknown',
    'day-01-01',
    'birth-typo',
  ];
  const shown = CHANCES.map(({ note }) => note).filter(
    (note) =>
      !(missing.address === 1 && beyondKana.includes(note)) &&
      !(missing.kana === 1 && note.startsWith('kana-')),
  );
  const absent = Object.entries(missing).flatMap(([item, chance]) =>
    chance > 0 && chance < 1 ? [`no-${item}`] : [],
  );
  const style = missing.address === 1 ? [] : [`CASE WHEN style <> 0 THEN 'address-notation' END`];
  const notes = [
    ...extra,
    ...[...shown, ...absent].map((note) => `CASE WHEN "${note}" THEN '${note}' END`),
    ...style,
  ];
  return `array_to_string(list_filter([${notes.join(', ')}], lambda x: x IS NOT NULL AND x <> ''), '+')`;
}
