import { appendTo, createSql, tableSql } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { houseNumbers } from '../prepare/house-numbers.js';
import { NAMESAKES } from '../tables/compared.js';
import { COMPARISONS, codesWhere, LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import { makeUnlikely } from '../verify/given-bearers.js';
import { PATTERN_ODDS } from '../verify/level-tables.js';
import type { Readings } from '../verify/reading/reading.js';
import { makeUnreadNamesakes } from '../verify/unread-namesakes.js';
import { wrongProbability } from './em.js';
import { gradeOfPattern } from './grades.js';
import { chances } from './level-chances.js';
import type { SourceWeights } from './model.js';
import { countPatterns } from './patterns.js';

/** A link in which anything differs is a suspect from this probability of being wrong on, before rivals are known. */
const SUSPECT_FROM = 1e-6;

/**
 * Makes `suspects`: the links for which rivals are searched, with their columns of `links`, `p0` and `house` (house
 * numbers of the record). These are the links without a resident, those with a contradiction, those whose kana nobody like the resident bears (`given_bearers`), and those where the address
 * does not speak for the linked resident while another of that name was born on the day or lives where the record says.
 */
export async function makeSuspects(
  engine: Engine,
  weights: Readonly<Record<string, SourceWeights>>,
  sources: readonly string[],
  readings: Readings,
): Promise<void> {
  await makePatternOdds(engine, weights, sources);
  const samePattern = LEVEL_COLUMNS.map((c) => `p.${c} = v.${c}`).join(' AND ');
  const unlikely = await makeUnlikely(engine);
  await makeFrom(engine, JUDGED, {
    reads: ['links', 'levels', 'pattern_odds', unlikely],
    sql: () => `
      SELECT l.lid, coalesce(p.p0, 1e0) AS p0, coalesce(l.rid IS NULL OR p.suspicious OR u.lid IS NOT NULL, false) AS suspicious,
        coalesce(p.address_apart, false) AS address_apart
      FROM links l
      LEFT JOIN levels v ON v.lid = l.lid
      LEFT JOIN pattern_odds p ON p.src = l.src AND ${samePattern}
      LEFT JOIN ${unlikely} u ON u.lid = l.lid
      WHERE l.rid IS NULL OR p.suspicious OR p.address_apart OR u.lid IS NOT NULL`,
  });
  await engine.run(`
    CREATE OR REPLACE TABLE judged AS
    SELECT l.*, j.p0, ${houseNumbers('l.address')} AS house, j.suspicious, j.address_apart
    FROM ${tableSql(JUDGED)} j JOIN links l ON l.lid = j.lid;
    DROP TABLE ${tableSql(JUDGED)}; DROP TABLE ${unlikely}`);
  await makeUnreadNamesakes(engine, readings);
  await makeFrom(engine, FITTING, { reads: ['judged', 'residents'], sql: () => FITTING_ANOTHER });
  await engine.run(`
    CREATE OR REPLACE TABLE suspects AS
    SELECT * EXCLUDE (suspicious, address_apart) FROM judged
    WHERE suspicious OR (address_apart AND (
      rid IN (SELECT rid FROM namesakes) OR lid IN (SELECT lid FROM ${tableSql(FITTING)})
      OR lid IN (SELECT lid FROM unread_namesakes)));
    DROP TABLE judged; DROP TABLE ${tableSql(FITTING)}; DROP TABLE unread_namesakes`);
}

/** What the levels of a link say of it, where they leave a doubt. */
const JUDGED = {
  name: 'judged_links',
  columns: { lid: 'int', p0: 'double', suspicious: 'bool', address_apart: 'bool' },
  scratch: true,
} as const;
const FITTING = { name: 'fitting_links', columns: { lid: 'int' }, scratch: true } as const;

/** Links that fit another resident as well, whatever the linked resident's row says: by name and date of birth, or home. */
const FITTING_ANOTHER = [
  ...['kw', 'nw'].map(
    (
      name,
    ) => `SELECT a.lid FROM judged a JOIN residents r ON r.dob = a.dob AND r.${name} = a.${name} AND r.rid <> a.rid
        WHERE a.dob % 100 > 0`,
  ),
  ...['kw', 'nw'].map(
    (name) =>
      `SELECT a.lid FROM judged a JOIN residents r ON r.house = a.house AND r.${name} = a.${name} AND r.rid <> a.rid`,
  ),
  // Kana alone on one side, no furigana on the other: the names meet in no key.
  `SELECT a.lid FROM judged a JOIN residents r ON r.house = a.house AND r.dob = a.dob AND r.rid <> a.rid
        WHERE a.nw IS NULL AND r.kw IS NULL AND a.dob % 100 > 0`,
].join(' UNION ');

/** Makes `namesakes(rid, other)`: pairs of residents with one name (kanji or kana) and one date of birth. */
export async function makeNamesakes(engine: Engine): Promise<void> {
  const pairs = (key: string) => `
    SELECT a.rid, b.rid AS other
    FROM (SELECT dob, ${key} AS k FROM residents WHERE dob % 100 > 0 AND ${key} IS NOT NULL
          GROUP BY dob, ${key} HAVING count(*) > 1) g
    JOIN residents a ON a.dob = g.dob AND a.${key} = g.k
    JOIN residents b ON b.dob = g.dob AND b.${key} = g.k AND b.rid <> a.rid`;
  const sql = () => `${pairs('kw')} UNION ${pairs('nw')}`;
  await makeFrom(engine, NAMESAKES, { reads: ['residents'], sql });
}

/** `pattern_odds`: for every pattern of levels its p0, whether it contradicts, whether addresses are apart, and the grade below C. */
async function makePatternOdds(
  engine: Engine,
  weights: Readonly<Record<string, SourceWeights>>,
  sources: readonly string[],
): Promise<void> {
  await engine.run(createSql(PATTERN_ODDS));
  const appender = await appendTo(engine, PATTERN_ODDS);
  for (const [src, patterns] of await countPatterns(engine, 'levels')) {
    const source = weights[sources[src]!]!;
    const table = chances(source);
    for (const { codes } of patterns) {
      const p0 = wrongProbability(codes, table, source.wrongRate);
      const grade = gradeOfPattern(codes, table);
      const suspicious = contradicts(codes) || (grade === 'B' && p0 >= SUSPECT_FROM);
      appender.push({ src, levels: codes, p0, suspicious, address_apart: addressApart(codes), grade });
    }
  }
  appender.close();
}

/** Whether an item speaks against the linked resident, or may. */
function contradicts(codes: readonly number[]): boolean {
  return COMPARISONS.some(({ levels }, c) => {
    const { contradicts, doubtful } = levels[codes[c]!]!;
    return contradicts || doubtful;
  });
}

const [HOME, BIRTH] = [placeOf('home'), placeOf('birth')];
const AT_HOME = codesWhere(COMPARISONS[HOME]!, ({ home }) => home === 'here' || home === 'before');

/** The address does not speak for the linked resident, so that a namesake may fit as well. */
function addressApart(codes: readonly number[]): boolean {
  return codes[HOME] === 0 ? codes[BIRTH] !== 0 : !AT_HOME.includes(codes[HOME]!);
}
