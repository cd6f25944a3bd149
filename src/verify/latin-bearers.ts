import type { Dialect } from '../engine/dialect.js';
import type { Engine } from '../engine/engine.js';
import { dropKept, dropValues, keepFrom, makeFrom, valuesFrom } from '../engine/from-register.js';
import { literal } from '../engine/sql.js';
import { type Filled, makeDictionary } from '../prepare/dictionary.js';
import { HEARD_WORDS, LATIN_BEARERS } from '../tables/compared.js';
import { latinEnds } from './latin-ends.js';
import { personNames } from './person-name.js';
import { answersAlike, asking } from './reading/asked.js';
import type { Readings } from './reading/reading.js';
import { hearAnyWord } from './words-heard.js';

const UNIT = '\u001f';

/** How far a word is from the kana: as it sounds, as its language or Japanese reads it, or nearly. */
const COST = { reading: 0, heard_abroad: 1, latin_near: 2 } as const;

/** Tables of this file alone. */
const OWN = [
  'kana_words',
  'kana_of_suspects',
  'kana_ends',
  'latin_names',
  'words_of_names',
  'word_sounds',
] as const;

/** The words of names in Latin letters, and two that stand side by side as one (DELA CRUZ, MARY JANE). */
const LATIN_WORDS = {
  name: 'latin_words',
  columns: { rid: 'int', word: 'text' },
  scratch: true,
} as const;

/**
 * Makes `latin_bearers(lid, rid, closeness)` from suspects (where `asked`, a condition on them) of which nothing but a name in two words or more
 * is known, in kana or in Latin letters (SMITH JOHN for SMITH JOHN PAUL): residents whose name in Latin letters has every one of these
 * words, in whatever order. They meet in no key: their furigana, if any, are another hand's. So words of kana are held against distinct
 * words of names that may begin and end so; of a record the word with the fewest bearers is looked up, and the others must be theirs,
 * too. How words sound stays, in `heard_words`, for the next night to take over. Returns for how many pairs of words that was asked.
 */
export async function makeLatinBearers(engine: Engine, readings: Readings, asked: string): Promise<Filled> {
  await makeKanaOfSuspects(engine, asked);
  await makeLatinWords(engine);
  const filled = await makeWordSounds(engine, readings);
  const reads = ['kana_of_suspects', 'word_sounds', LATIN_WORDS.name];
  await makeFrom(engine, LATIN_BEARERS, { reads, sql: (dialect) => bearers(dialect.kept(LATIN_WORDS)) });
  await dropKept(engine, LATIN_WORDS);
  await engine.run(OWN.map((table) => `DROP TABLE IF EXISTS ${table}`).join('; '));
  return filled;
}

/** Of each suspect's words the one that the fewest bear names the residents; of these those stay who have all. */
function bearers(latinWords: string): string {
  const borne = `JOIN word_sounds s ON s.kana = h.kana JOIN ${latinWords} w ON w.word = s.word`;
  return `
    SELECT f.lid, f.rid, CAST(sum(f.cost) AS DOUBLE) AS closeness FROM (
      SELECT c.lid, c.rid, h.place, min(s.cost) AS cost FROM (
        SELECT DISTINCT h.lid, w.rid FROM (
          SELECT h.lid, h.kana, row_number() OVER (PARTITION BY h.lid ORDER BY count(*), h.kana) AS nth
          FROM kana_of_suspects h ${borne} GROUP BY h.lid, h.kana
        ) h ${borne} WHERE h.nth = 1
      ) c
      JOIN kana_of_suspects h ON h.lid = c.lid ${borne} AND w.rid = c.rid
      GROUP BY c.lid, c.rid, h.place
    ) f JOIN (SELECT lid, count(*) AS n FROM kana_of_suspects GROUP BY lid) t ON t.lid = f.lid
    GROUP BY f.lid, f.rid, t.n HAVING count(*) = t.n`;
}

/** `kana_of_suspects(lid, place, kana)`: the words of what a suspect has of a name, and where those of kana may begin and end in Latin letters. */
async function makeKanaOfSuspects(engine: Engine, asked: string): Promise<void> {
  const bare = `FROM suspects WHERE dob IS NULL AND ${asked}`;
  const heard = `
    SELECT lid, kana AS said ${bare} AND nw IS NULL AND kw IS NOT NULL
    UNION ALL SELECT lid, coalesce(name, kana) ${bare} AND regexp_matches(nw, '^[A-Z]')`;
  await makeDictionary(engine, {
    table: { name: 'kana_words', columns: { said: 'text', words: 'text' } },
    values: `SELECT said FROM (${heard})`,
    map: (said) => {
      const { kanaWords, latinWords } = namesOf({ kana: said });
      return { said, words: (kanaWords.length > 0 ? kanaWords : latinWords).join(' ') };
    },
  });
  await engine.run(`
    CREATE OR REPLACE TABLE kana_of_suspects AS
    SELECT lid, generate_subscripts(words, 1) AS place, unnest(words) AS kana FROM (
      SELECT s.lid, string_split(k.words, ' ') AS words FROM (${heard}) s JOIN kana_words k ON k.said = s.said
    ) WHERE len(words) > 1`);
  await makeDictionary(engine, {
    table: { name: 'kana_ends', columns: { kana: 'text', starts: 'text', ends: 'text' } },
    values: `SELECT kana FROM kana_of_suspects WHERE NOT regexp_matches(kana, '^[A-Z]')`,
    map: (kana) => ({ kana, ...latinEnds(kana) }),
  });
}

async function makeLatinWords(engine: Engine): Promise<void> {
  const latin = `FROM residents r WHERE regexp_extract(r.nw, '^[A-Z]') <> ''`;
  await makeDictionary(engine, {
    table: { name: 'latin_names', columns: { name: 'text', words: 'text' } },
    values: await valuesFrom(engine, { reads: ['residents'], sql: () => `SELECT r.name AS v ${latin}` }),
    map: (name) => {
      const { latinWords } = namesOf({ name });
      const joined = latinWords.slice(1).map((word, i) => `${latinWords[i]}${word}`);
      return { name, words: [...latinWords, ...joined].join(' ') };
    },
  });
  await dropValues(engine);
  await engine.run(`
    CREATE OR REPLACE TABLE words_of_names AS
    SELECT DISTINCT name, word FROM (SELECT name, unnest(string_split(words, ' ')) AS word FROM latin_names) WHERE word <> ''`);
  await keepFrom(engine, LATIN_WORDS, {
    reads: ['residents', 'words_of_names'],
    sql: () =>
      `SELECT r.rid, n.word FROM (SELECT r.rid, r.name ${latin}) r JOIN words_of_names n ON n.name = r.name`,
  });
}

/** `word_sounds(kana, word, cost)`: words of names that are heard as words of records, or would be those. */
async function makeWordSounds(engine: Engine, readings: Readings): Promise<Filled> {
  const traced = asking(readings);
  const pairs = (dialect: Dialect) => `
    SELECT w.word || ${literal(UNIT)} || k.kana AS v FROM (SELECT DISTINCT word FROM ${dialect.kept(LATIN_WORDS)}) w
    JOIN kana_ends k ON strpos(k.starts, substr(w.word, 1, 1)) > 0 AND strpos(k.ends, substr(w.word, -1)) > 0`;
  const filled = await makeDictionary(engine, {
    table: HEARD_WORDS,
    values: await valuesFrom(engine, { reads: [LATIN_WORDS.name, 'kana_ends'], sql: pairs }),
    map: (pair) => {
      const [word = '', kana = ''] = pair.split(UNIT);
      const how = hearAnyWord(word, kana, traced.readings);
      return { value: pair, cost: how === null ? null : COST[how], asked: traced.taken() };
    },
    kept: { from: { column: 'asked', holds: (asked) => answersAlike(asked, readings) } },
  });
  await dropValues(engine);
  await engine.run(`
    CREATE OR REPLACE TABLE word_sounds AS
    SELECT split_part("value", '${UNIT}', 1) AS word, split_part("value", '${UNIT}', 2) AS kana, cost FROM heard_words
    WHERE cost IS NOT NULL
    UNION ALL SELECT DISTINCT kana, kana, ${COST.reading} FROM kana_of_suspects`);
  return filled;
}

function namesOf(texts: { readonly name?: string; readonly kana?: string }) {
  return personNames({ name: null, kana: null, formerName: null, alias: null, ...texts }).main;
}
