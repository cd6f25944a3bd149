import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { makeDictionary } from '../prepare/dictionary.js';
import { HEARD } from '../tables/compared.js';
import { COMPARISONS, codesWhere, LEVEL_COLUMNS, placeOf } from './comparisons/index.js';
import { isSplit, splitLike } from './cut-name.js';
import { decadeOf, isBare } from './given-bearers.js';
import { type NamePart, type PersonName, personNames } from './person-name.js';
import { type Bearers, bearersOf, generationRatio } from './reading/generation.js';
import { halfReadRatio } from './reading/half-read.js';
import type { Readings } from './reading/reading.js';

/** A part of a name that one side has in kana alone and the other in kanji alone. */
export interface HeardPart {
  readonly kana: string;
  readonly written: string;
  /** P(kana | kanji): how likely a bearer of these kanji reads them so. */
  readonly chance: number;
}

const NOT_HEARD: readonly [null, null] = [null, null];

/**
 * What of family and given name one side has in kana alone and the other in kanji alone. A resident without furigana has
 * no kana that could agree, only kanji that some bearers read so; with P(kana | kanji) that is weighed against a resident whose
 * furigana agrees as it stands. Null for a part that is compared otherwise, and in Latin letters, which are heard in any way.
 */
export function heardParts(
  record: PersonName,
  resident: PersonName,
  readings: Readings,
): readonly [HeardPart | null, HeardPart | null] {
  if (!isSplit(record) && !isSplit(resident)) return NOT_HEARD;
  const a = splitLike(record, resident, readings);
  const b = splitLike(resident, record, readings);
  return [heardPart(a.family, b.family, readings), heardPart(a.given, b.given, readings)];
}

const LATIN = /^[A-Z' .-]+$/;

function heardPart(a: NamePart, b: NamePart, readings: Readings): HeardPart | null {
  const [kanaOnly, other] = a.written === '' ? [a, b] : [b, a];
  const { kana } = kanaOnly;
  const { written } = other;
  if (kanaOnly.written !== '' || kana === '' || other.kana !== '' || written === '' || LATIN.test(written))
    return null;
  return { kana, written, chance: readings.probability(kana, written) };
}

const UNIT = '\u001f';

/** Pairs of which the given name is no known reading. */
const isUnread = (row: string) =>
  `${row}.given IN (${codesWhere(COMPARISONS[placeOf('given')]!, ({ partly }) => partly).join(', ')})`;

/** Pairs of which one part at least agrees in that way; `row` is an alias of a table of levels. */
const isHeard = (row: string) =>
  [placeOf('family'), placeOf('given')]
    .map(
      (c) =>
        `${row}.${LEVEL_COLUMNS[c]} IN (${codesWhere(COMPARISONS[c]!, ({ heard }) => heard).join(', ')})`,
    )
    .join(' OR ');

const textOf = (column: string) => `coalesce(${column}, '')`;

/** Makes `heard` for suspects and their rivals: reads `suspects`, `levels` and `rival_levels`. */
export async function makeHeard(engine: Engine, readings: Readings): Promise<void> {
  const all = await engine.value<string>(`SELECT coalesce((${bearers('all', "''")}), '')`);
  const isAsked = `${isBare('l')} AND r.kg IS NULL AND r.sex_code > 0 AND r.dob >= 10000000`;
  const lacks =
    "CASE WHEN l.sex_code = 0 THEN 's' ELSE '' END || CASE WHEN l.dob IS NULL THEN 'b' ELSE '' END";
  const asked = [
    lacks,
    'CAST(r.sex_code AS VARCHAR)',
    `CAST(${decadeOf('r.dob')} AS VARCHAR)`,
    bearers('kana', 'l.kg'),
    bearers('kana-end', 'right(l.kg, 2)'),
    bearers('kanji', 'r.ng'),
    bearers('kanji-end', 'right(r.ng, 1)'),
  ].map((text) => `CASE WHEN ${isAsked} THEN coalesce((${text}), '') ELSE '' END`);
  const key = [...['l.name', 'l.kana', 'r.name', 'r.kana'].map(textOf), ...asked].join(
    ` || ${literal(UNIT)} || `,
  );
  await engine.run(`
    CREATE OR REPLACE TABLE heard_pairs AS
    SELECT p.lid, p.rid, ${key} AS texts
    FROM (
      SELECT v.lid, v.rid FROM levels v WHERE v.lid IN (SELECT lid FROM suspects) AND (${isHeard('v')} OR ${isUnread('v')})
      UNION ALL
      SELECT v.lid, v.rid FROM rival_levels v WHERE ${isHeard('v')}
    ) p JOIN suspects l ON l.lid = p.lid JOIN residents r ON r.rid = p.rid`);
  const { lid: _, rid: __, ...parts } = HEARD.columns;
  await makeDictionary(engine, {
    table: { name: 'pair_heard', columns: { value: 'text', ...parts } },
    values: 'SELECT texts FROM heard_pairs',
    map: (value) => ({ value, ...heardRow(value, readings, bearersOf(all)) }),
  });
  await engine.run(`
    CREATE OR REPLACE TABLE heard AS
    SELECT p.lid, p.rid, d.* EXCLUDE (value) FROM heard_pairs p JOIN pair_heard d ON d.value = p.texts
    ORDER BY p.lid, p.rid;
    DROP TABLE heard_pairs; DROP TABLE pair_heard`);
}

/** The bearers of a name as one text, as `bearersOf` reads them. */
const bearers = (kind: string, name: string) =>
  `SELECT string_agg(sex || ':' || decade || ':' || n, ',' ORDER BY sex, decade) FROM given_bearers WHERE kind = '${kind}' AND name = ${name}`;

function heardRow(texts: string, readings: Readings, all: Bearers) {
  const isUnknown = ({ written, kana }: HeardPart) => readings.reads(written, kana).verdict === 'differs';
  const [name, kana, otherName, otherKana, ...asked] = texts.split(UNIT).map((text) => text || null);
  const main = (written: string | null | undefined, sound: string | null | undefined) =>
    personNames({ name: written ?? null, kana: sound ?? null, formerName: null, alias: null }).main;
  const [family, given] = heardParts(main(name, kana), main(otherName, otherKana), readings);
  return {
    family_kana: family?.kana ?? null,
    family_written: family?.written ?? null,
    family_chance: family?.chance ?? null,
    given_kana: given?.kana ?? null,
    given_written: given?.written ?? null,
    given_chance: given ? chanceOf(given, asked, all) : null,
    given_half: given && isUnknown(given) ? halfReadRatio(given.written, given.kana, readings) : null,
  };
}

/** No reading is ever certain. */
const MOST_CHANCE = 0.99;

/** P(kana | kanji), and of somebody of this sex and decade where the record does not state them. */
function chanceOf({ chance }: HeardPart, asked: readonly (string | null)[], all: Bearers): number {
  const [lacks = null, sex, decade, ...names] = asked;
  if (lacks === null) return chance;
  const [kana, kanaEnd, kanji, kanjiEnd] = names.map((text) => bearersOf(text ?? '')) as [
    Bearers,
    Bearers,
    Bearers,
    Bearers,
  ];
  const ratio = generationRatio({
    sex: sex === '1' ? 1 : 2,
    decade: Number(decade),
    lacks: { sex: lacks.includes('s'), birth: lacks.includes('b') },
    ...{ kana, kanaEnd, kanji, kanjiEnd, all },
  });
  return Math.min(MOST_CHANCE, chance * ratio);
}
