import type { Engine } from '../engine/engine.js';
import { type Filled, makeDictionary } from '../prepare/dictionary.js';
import { HEARD_WORDS } from '../tables/compared.js';
import { latinEnds } from './latin-ends.js';
import { personNames } from './person-name.js';
import { answersAlike, asking } from './reading/asked.js';
import type { Readings } from './reading/reading.js';
import { hearAnyWord } from './words-heard.js';

const UNIT = '\u001f';

/** How far a word is from the kana: as it sounds, as its language or Japanese reads it, or nearly. */
const COST = { reading: 0, heard_abroad: 1, latin_near: 2 } as const;

/** Tables of this file alone. */
const SCRATCH = [
  'kana_words',
  'kana_of_suspects',
  'kana_ends',
  'latin_names',
  'latin_words',
  'word_sounds',
  'heard_counts',
  'heard_rarest',
] as const;

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
  await engine.run(`
    CREATE OR REPLACE TABLE heard_counts AS
    SELECT h.lid, h.kana, count(*) AS bearers FROM kana_of_suspects h
    JOIN word_sounds s ON s.kana = h.kana JOIN latin_words w ON w.word = s.word GROUP BY h.lid, h.kana;
    CREATE OR REPLACE TABLE heard_rarest AS
    SELECT c.lid, min_by(c.kana, (c.bearers, c.kana)) AS kana FROM heard_counts c GROUP BY c.lid;
    CREATE OR REPLACE TABLE latin_bearers AS
    SELECT f.lid, f.rid, CAST(sum(f.cost) AS DOUBLE) AS closeness FROM (
      SELECT c.lid, c.rid, h.place, min(s.cost) AS cost FROM (
        SELECT DISTINCT r.lid, w.rid FROM heard_rarest r
        JOIN word_sounds s ON s.kana = r.kana JOIN latin_words w ON w.word = s.word
      ) c
      JOIN kana_of_suspects h ON h.lid = c.lid JOIN word_sounds s ON s.kana = h.kana
      JOIN latin_words w ON w.word = s.word AND w.rid = c.rid
      GROUP BY c.lid, c.rid, h.place
    ) f JOIN (SELECT lid, count(*) AS n FROM kana_of_suspects GROUP BY lid) t ON t.lid = f.lid
    GROUP BY f.lid, f.rid, t.n HAVING count(*) = t.n ORDER BY f.lid, f.rid;
    ${SCRATCH.map((table) => `DROP TABLE IF EXISTS ${table}`).join('; ')}`);
  return filled;
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

/** `latin_words(rid, word)`: the words of names in Latin letters, and two that stand side by side as one (DELA CRUZ, MARY JANE). */
async function makeLatinWords(engine: Engine): Promise<void> {
  const latin = `FROM residents WHERE regexp_matches(nw, '^[A-Z]')`;
  await makeDictionary(engine, {
    table: { name: 'latin_names', columns: { name: 'text', words: 'text' } },
    values: `SELECT name ${latin}`,
    map: (name) => {
      const { latinWords } = namesOf({ name });
      const joined = latinWords.slice(1).map((word, i) => `${latinWords[i]}${word}`);
      return { name, words: [...latinWords, ...joined].join(' ') };
    },
  });
  await engine.run(`
    CREATE OR REPLACE TABLE latin_words AS
    SELECT DISTINCT rid, word FROM (
      SELECT r.rid, unnest(string_split(n.words, ' ')) AS word FROM (SELECT rid, name ${latin}) r JOIN latin_names n ON n.name = r.name
    ) WHERE word <> ''`);
}

/** `word_sounds(kana, word, cost)`: words of names that are heard as words of records, or are those. */
async function makeWordSounds(engine: Engine, readings: Readings): Promise<Filled> {
  const traced = asking(readings);
  const filled = await makeDictionary(engine, {
    table: HEARD_WORDS,
    values: `
      SELECT w.word || '${UNIT}' || k.kana FROM (SELECT DISTINCT word FROM latin_words) w
      JOIN kana_ends k ON contains(k.starts, left(w.word, 1)) AND contains(k.ends, right(w.word, 1))`,
    map: (pair) => {
      const [word = '', kana = ''] = pair.split(UNIT);
      const how = hearAnyWord(word, kana, traced.readings);
      return { value: pair, cost: how === null ? null : COST[how], asked: traced.taken() };
    },
    kept: { from: { column: 'asked', holds: (asked) => answersAlike(asked, readings) } },
  });
  await engine.run(`
    CREATE OR REPLACE TABLE word_sounds AS
    SELECT split_part("value", '${UNIT}', 1) AS word, split_part("value", '${UNIT}', 2) AS kana, cost FROM heard_words
    WHERE cost IS NOT NULL
    UNION ALL SELECT DISTINCT w.word, w.word, ${COST.reading} FROM latin_words w WHERE w.word IN (SELECT kana FROM kana_of_suspects)`);
  return filled;
}

function namesOf(texts: { readonly name?: string; readonly kana?: string }) {
  return personNames({ name: null, kana: null, formerName: null, alias: null, ...texts }).main;
}
