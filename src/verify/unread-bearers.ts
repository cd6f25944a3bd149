import { tableSql } from '../engine/append.js';
import type { Engine } from '../engine/engine.js';
import { dropKept, dropValues, keepFrom, makeFrom, valuesFrom } from '../engine/from-register.js';
import type { RegisterQuery } from '../engine/register-engine.js';
import type { Relation } from '../engine/relation.js';
import { literal } from '../engine/sql.js';
import { makeDictionary } from '../prepare/dictionary.js';
import { personNames } from './person-name.js';
import { firstSounds } from './reading/first-sounds.js';
import { lastSounds } from './reading/last-sounds.js';
import type { Readings } from './reading/reading.js';

const UNIT = '\u001f';

/** Between the texts of a resident, and between the other names in them. */
const NEXT = '\u001e';

/** Names of residents that nothing reads: of those without furigana, and aliases. */
const UNREAD = {
  name: 'unread',
  columns: { rid: 'int', nf: 'text', ng: 'text', alias: 'bool' },
  scratch: true,
} as const;

/** Of these whose family name can be read as that of a suspect, and what that costs in bits. */
const NAMED_SO = {
  name: 'named_so',
  columns: { lid: 'int', rid: 'int', ng: 'text', kf: 'text', kg: 'text', alias: 'bool', cost: 'double' },
} as const;

/** Kana of suspects that are a resident's. */
const BORNE = { name: 'kana_borne', columns: { kf: 'text', kg: 'text' }, scratch: true } as const;

/** Tables of this file alone, beside those. */
const OWN = [
  ...['heard_alone', 'other_names', 'other_parts', 'named_so', 'named'],
  ...['family_ends', 'given_ends', 'family_read_as', 'given_read_as'],
];

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
    WHERE nw IS NULL AND kf IS NOT NULL AND kg IS NOT NULL AND dob IS NULL AND ${asked}`);
  await makeUnread(engine);
  await makeEnds(engine, 'family_ends', UNREAD, 'nf');
  await makeReadAs(engine, 'family_read_as', readings, {
    fitting: `
      SELECT f.name, h.kf FROM (SELECT *, unnest(string_split(first, '')) AS begins FROM family_ends) f
      JOIN (SELECT DISTINCT kf FROM heard_alone) h ON f.begins = ${plain('left(h.kf, 1)')}
      WHERE contains(f.last, ${plain('right(h.kf, 1)')})`,
    attested: {
      reads: ['residents', 'heard_alone', UNREAD.name],
      sql: (dialect) => `
        SELECT r.nf AS written, r.kf AS kana FROM residents r
        WHERE r.kf IN (SELECT kf FROM heard_alone) AND r.nf IN (SELECT nf FROM ${dialect.kept(UNREAD)})`,
    },
  });
  await makeFrom(engine, NAMED_SO, {
    reads: ['heard_alone', 'family_read_as', UNREAD.name],
    sql: (dialect) => `
      SELECT h.lid, u.rid, u.ng, h.kf, h.kg, u.alias, f.cost FROM heard_alone h
      JOIN family_read_as f ON f.kana = h.kf JOIN ${dialect.kept(UNREAD)} u ON u.nf = f.name`,
  });
  await dropKept(engine, UNREAD);
  await makeEnds(engine, 'given_ends', NAMED_SO, 'ng');
  await makeReadAs(engine, 'given_read_as', readings, {
    fitting: `
      SELECT n.ng, n.kg FROM named_so n JOIN given_ends g ON g.name = n.ng
      WHERE contains(g.first, ${plain('left(n.kg, 1)')}) AND contains(g.last, ${plain('right(n.kg, 1)')})`,
    attested: {
      reads: ['residents', NAMED_SO.name],
      sql: () => `
        SELECT r.ng AS written, r.kg AS kana FROM residents r
        WHERE r.kg IN (SELECT kg FROM named_so) AND r.ng IN (SELECT ng FROM named_so)`,
    },
  });
  await makeFrom(engine, BORNE, {
    reads: ['residents', 'heard_alone'],
    sql: () =>
      'SELECT DISTINCT h.kf, h.kg FROM heard_alone h JOIN residents r ON r.kf = h.kf AND r.kg = h.kg',
  });
  await engine.run(`
    CREATE OR REPLACE TABLE named AS
    SELECT n.lid, n.rid, n.kf, n.kg, n.alias, n.cost + g.cost AS cost FROM named_so n
    JOIN given_read_as g ON g.name = n.ng AND g.kana = n.kg;
    CREATE OR REPLACE TABLE unread_bearers AS
    SELECT lid, rid, min(cost) AS closeness FROM named n
    WHERE NOT alias OR NOT EXISTS (SELECT 1 FROM named o WHERE o.lid = n.lid AND NOT o.alias)
      AND NOT EXISTS (SELECT 1 FROM ${tableSql(BORNE)} b WHERE b.kf = n.kf AND b.kg = n.kg)
    GROUP BY lid, rid ORDER BY lid, rid;
    ${[...OWN, tableSql(BORNE)].map((table) => `DROP TABLE ${table}`).join('; ')}`);
}

/** Makes `unread`, with the other names of residents that are whole and in kanji: an alias, or the characters of a Latin name. */
async function makeUnread(engine: Engine): Promise<void> {
  const texts = ['name', 'alias'].map((column) => `coalesce(${column}, '')`).join(` || ${literal(NEXT)} || `);
  const others = `
    SELECT rid, ${texts} AS texts FROM residents WHERE alias IS NOT NULL OR regexp_extract(name, '[（(＿_]') <> ''`;
  await makeDictionary(engine, {
    table: { name: 'other_names', columns: { texts: 'text', names: 'text' } },
    values: await valuesFrom(engine, {
      reads: ['residents'],
      sql: () => `SELECT texts AS v FROM (${others}) o`,
    }),
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
  await dropValues(engine);
  await engine.run(`
    CREATE OR REPLACE TABLE other_parts AS
    SELECT texts, split_part(one, '${UNIT}', 1) AS nf, split_part(one, '${UNIT}', 2) AS ng FROM (
      SELECT texts, unnest(string_split(names, '${NEXT}')) AS one FROM other_names WHERE names <> ''
    )`);
  await keepFrom(engine, UNREAD, {
    reads: ['residents', 'other_parts'],
    sql: () => `
      SELECT rid, nf, ng, false AS alias FROM residents WHERE kw IS NULL AND nf IS NOT NULL AND ng IS NOT NULL
      UNION ALL SELECT o.rid, p.nf, p.ng, true FROM (${others}) o JOIN other_parts p ON p.texts = o.texts`,
  });
}

/** ヂ and ヅ sound as ジ and ズ. */
const plain = (kana: string) => `translate(${kana}, 'ヂヅ', 'ジズ')`;

/** Of the names in a column of a table with which kana they can begin and end. */
async function makeEnds(engine: Engine, name: string, of: Relation, column: string): Promise<void> {
  await makeDictionary(engine, {
    table: { name, columns: { name: 'text', first: 'text', last: 'text' } },
    values: await valuesFrom(engine, {
      reads: [of.name],
      sql: (dialect) => `SELECT ${column} AS v FROM ${dialect.kept(of)}`,
    }),
    map: (written) => ({ name: written, first: firstSounds([...written][0]!), last: lastSounds(written) }),
  });
  await dropValues(engine);
}

/** Pairs of a name and kana: whose ends fit, from dictionaries; and that stand together in the register. */
interface Asked {
  readonly fitting: string;
  readonly attested: RegisterQuery;
}

/** Of pairs of a name and kana those of which the one reads so, with what that costs in bits. */
async function makeReadAs(
  engine: Engine,
  name: string,
  readings: Readings,
  { fitting, attested: { reads, sql } }: Asked,
): Promise<void> {
  const attested = await valuesFrom(engine, {
    reads,
    sql: (dialect) => `SELECT written || ${literal(UNIT)} || kana AS v FROM (${sql(dialect)}) t`,
  });
  await makeDictionary(engine, {
    table: { name: 'read_as', columns: { pair: 'text', cost: 'double?' } },
    values: `SELECT a || '${UNIT}' || b FROM (${fitting}) AS t(a, b) UNION ${attested}`,
    map: (pair) => {
      const [written = '', kana = ''] = pair.split(UNIT);
      const reads = readings.reads(written, kana).verdict === 'reads';
      return { pair, cost: reads ? -Math.log2(readings.probability(kana, written)) : null };
    },
  });
  await dropValues(engine);
  await engine.run(`
    CREATE OR REPLACE TABLE ${name} AS
    SELECT split_part(pair, '${UNIT}', 1) AS name, split_part(pair, '${UNIT}', 2) AS kana, cost FROM read_as
    WHERE cost IS NOT NULL;
    DROP TABLE read_as`);
}
