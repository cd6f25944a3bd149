import type { Engine } from '../engine/engine.js';
import { makeDictionary } from '../prepare/dictionary.js';
import { personNames } from './person-name.js';
import { firstSounds } from './reading/first-sounds.js';
import { lastSounds } from './reading/last-sounds.js';
import type { Readings } from './reading/reading.js';

const UNIT = '\u001f';

/** Between the texts of a resident, and between the other names in them. */
const NEXT = '\u001e';

/**
 * Makes `unread_bearers(lid, rid, closeness)` from suspects (where `asked`, a condition on them) of which nothing but kana is known:
 * residents without furigana whose kanji can be read so, and where nobody bears the kana or can be read so, those with an alias that can
 * (no register has furigana of it), the likeliest first. They meet in no key. So kana are held against distinct names, the family names first and then the given names of those who bear one of them; a name that the register
 * itself reads so, or whose first and last kana can be those.
 */
export async function makeUnreadBearers(engine: Engine, readings: Readings, asked: string): Promise<void> {
  await engine.run(`
    CREATE OR REPLACE TABLE heard_alone AS
    SELECT lid, kf, kg FROM suspects
    WHERE nw IS NULL AND kf IS NOT NULL AND kg IS NOT NULL AND dob IS NULL AND ${asked};
    CREATE OR REPLACE TABLE unread AS
    SELECT rid, nf, ng, false AS alias FROM residents WHERE kw IS NULL AND nf IS NOT NULL AND ng IS NOT NULL`);
  await addAliases(engine);
  await makeEnds(engine, 'family_ends', 'SELECT nf FROM unread');
  await makeReadAs(engine, 'family_read_as', readings, [
    `SELECT f.name, h.kf FROM (SELECT *, unnest(string_split(first, '')) AS begins FROM family_ends) f
     JOIN (SELECT DISTINCT kf FROM heard_alone) h ON f.begins = ${plain('left(h.kf, 1)')}
     WHERE contains(f.last, ${plain('right(h.kf, 1)')})`,
    'SELECT r.nf, r.kf FROM residents r WHERE r.kf IN (SELECT kf FROM heard_alone) AND r.nf IN (SELECT nf FROM unread)',
  ]);
  await engine.run(`
    CREATE OR REPLACE TABLE named_so AS
    SELECT h.lid, u.rid, u.ng, h.kf, h.kg, u.alias, f.cost FROM heard_alone h
    JOIN family_read_as f ON f.kana = h.kf JOIN unread u ON u.nf = f.name`);
  await makeEnds(engine, 'given_ends', 'SELECT ng FROM named_so');
  await makeReadAs(engine, 'given_read_as', readings, [
    `SELECT n.ng, n.kg FROM named_so n JOIN given_ends g ON g.name = n.ng
     WHERE contains(g.first, ${plain('left(n.kg, 1)')}) AND contains(g.last, ${plain('right(n.kg, 1)')})`,
    'SELECT r.ng, r.kg FROM residents r WHERE r.kg IN (SELECT kg FROM named_so) AND r.ng IN (SELECT ng FROM named_so)',
  ]);
  await engine.run(`
    CREATE OR REPLACE TABLE named AS
    SELECT n.lid, n.rid, n.kf, n.kg, n.alias, n.cost + g.cost AS cost FROM named_so n
    JOIN given_read_as g ON g.name = n.ng AND g.kana = n.kg;
    CREATE OR REPLACE TABLE unread_bearers AS
    SELECT lid, rid, min(cost) AS closeness FROM named n
    WHERE NOT alias OR NOT EXISTS (SELECT 1 FROM named o WHERE o.lid = n.lid AND NOT o.alias)
      AND NOT EXISTS (SELECT 1 FROM residents r WHERE r.kf = n.kf AND r.kg = n.kg)
    GROUP BY lid, rid ORDER BY lid, rid;
    ${['heard_alone', 'unread', 'other_names', 'named_so', 'named', 'family_ends', 'given_ends', 'family_read_as', 'given_read_as'].map((table) => `DROP TABLE ${table}`).join('; ')}`);
}

/** Adds to `unread` the other names of residents that are whole and in kanji: an alias, or the characters of a Latin name. */
async function addAliases(engine: Engine): Promise<void> {
  const texts = ['name', 'alias'].map((column) => `coalesce(${column}, '')`).join(` || '${NEXT}' || `);
  const has = `(alias IS NOT NULL OR regexp_matches(name, '[（(＿_]'))`;
  await makeDictionary(engine, {
    table: { name: 'other_names', columns: { texts: 'text', names: 'text' } },
    values: `SELECT ${texts} FROM residents WHERE ${has}`,
    map: (value) => {
      const [name = '', alias = ''] = value.split(NEXT);
      const { others } = personNames({ name, kana: null, formerName: null, alias: alias || null });
      const whole = others.filter(({ family, given, latin }) => !latin && family.written && given.written);
      return {
        texts: value,
        names: whole.map(({ family, given }) => `${family.written}${UNIT}${given.written}`).join(NEXT),
      };
    },
  });
  await engine.run(`
    INSERT INTO unread
    SELECT rid, split_part(one, '${UNIT}', 1), split_part(one, '${UNIT}', 2), true FROM (
      SELECT rid, unnest(string_split(o.names, '${NEXT}')) AS one
      FROM (SELECT rid, ${texts} AS texts FROM residents WHERE ${has}) r JOIN other_names o ON o.texts = r.texts
      WHERE o.names <> ''
    )`);
}

/** ヂ and ヅ sound as ジ and ズ. */
const plain = (kana: string) => `translate(${kana}, 'ヂヅ', 'ジズ')`;

async function makeEnds(engine: Engine, name: string, values: string): Promise<void> {
  await makeDictionary(engine, {
    table: { name, columns: { name: 'text', first: 'text', last: 'text' } },
    values,
    map: (written) => ({ name: written, first: firstSounds([...written][0]!), last: lastSounds(written) }),
  });
}

/** Of pairs of a name and kana those of which the one reads so, with what that costs in bits. */
async function makeReadAs(
  engine: Engine,
  name: string,
  readings: Readings,
  pairs: readonly string[],
): Promise<void> {
  await makeDictionary(engine, {
    table: { name: 'read_as', columns: { pair: 'text', cost: 'double?' } },
    values: pairs.map((query) => `SELECT a || '${UNIT}' || b FROM (${query}) AS t(a, b)`).join(' UNION '),
    map: (pair) => {
      const [written = '', kana = ''] = pair.split(UNIT);
      const reads = readings.reads(written, kana).verdict === 'reads';
      return { pair, cost: reads ? -Math.log2(readings.probability(kana, written)) : null };
    },
  });
  await engine.run(`
    CREATE OR REPLACE TABLE ${name} AS
    SELECT split_part(pair, '${UNIT}', 1) AS name, split_part(pair, '${UNIT}', 2) AS kana, cost FROM read_as
    WHERE cost IS NOT NULL;
    DROP TABLE read_as`);
}
