import { tableSql } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { makeFrom } from '../engine/from-register.js';
import { literal } from '../engine/sql.js';
import { makeDictionary } from '../prepare/dictionary.js';
import { makeFirstSounds, mayBegin } from './reading/first-sounds.js';
import type { Readings } from './reading/reading.js';

const UNIT = '\u001f';
const KEYS = ['kf', 'kg', 'kw'] as const;
const WRITTEN = ['nf', 'ng', 'nw'] as const;
const PAIRS = {
  name: 'unread_pairs',
  columns: { lid: 'int', rid: 'int', texts: 'text' },
  scratch: true,
} as const;

/**
 * Makes `unread_namesakes(lid, rid)` from links of `judged` whose address does not speak for the linked resident: residents
 * without furigana, born on the day of a record that has kana alone, whose kanji can be read so. They meet in no key.
 */
export async function makeUnreadNamesakes(engine: Engine, readings: Readings): Promise<void> {
  await makeFirstSounds(engine);
  const texts = [...KEYS.map((key) => `a.${key}`), ...WRITTEN.map((key) => `r.${key}`)];
  const key = texts.map((text) => `coalesce(${text}, '')`).join(` || ${literal(UNIT)} || `);
  const sql = () => `
    SELECT a.lid, r.rid, ${key} AS texts
    FROM judged a
    JOIN residents r ON r.dob = a.dob AND r.rid <> a.rid
    JOIN first_sounds f ON f.letter = substr(r.nw, 1, 1)
    LEFT JOIN first_sounds g ON g.letter = substr(r.ng, 1, 1)
    WHERE a.address_apart AND a.nw IS NULL AND a.kw IS NOT NULL AND a.dob % 100 > 0 AND r.kw IS NULL
      AND (a.sex_code = 0 OR r.sex_code = 0 OR r.sex_code = a.sex_code)
      AND ${mayBegin('f', 'a.kw')} AND coalesce(${mayBegin('g', 'a.kg')}, true)`;
  await makeFrom(engine, PAIRS, { reads: ['judged', 'residents', 'first_sounds'], sql });
  await makeDictionary(engine, {
    table: { name: 'pair_unread', columns: { value: 'text', fits: 'bool' } },
    values: `SELECT texts FROM ${tableSql(PAIRS)}`,
    map: (value) => ({ value, fits: fits(value.split(UNIT), readings) }),
  });
  await engine.run(`
    CREATE OR REPLACE TABLE unread_namesakes AS
    SELECT p.lid, p.rid FROM ${tableSql(PAIRS)} p JOIN pair_unread d ON d.value = p.texts WHERE d.fits;
    DROP TABLE ${tableSql(PAIRS)}; DROP TABLE pair_unread`);
}

/** Part by part where both sides are cut, else as wholes. */
function fits(texts: readonly string[], readings: Readings): boolean {
  const [kf, kg, kw, nf, ng, nw] = texts as [string, string, string, string, string, string];
  const reads = (written: string, kana: string) => readings.reads(written, kana).verdict === 'reads';
  return kg !== '' && ng !== '' ? reads(nf, kf) && reads(ng, kg) : reads(nw, kw);
}
