import type { Engine } from '../../engine/engine.js';
import type { BlockingRule } from '../rule.js';

/** From this probability of a wrong link on, before rivals are known. */
const CONTRADICTED = 0.5;
/** Words that more residents' addresses hold (street, a state, a large town) lead everywhere. */
const MOST_RESIDENTS = 500;
/** Bits that the words in common must say together: of so many addresses two hold them by chance once in a thousand. */
const FEWEST_BITS = 10;

const WORDS = `regexp_extract_all(lower(address), '[a-z0-9]+')`;
const IS_LATIN = `regexp_full_match(address, '[ -~]*[A-Za-z]{2}[ -~]*')`;

// An address in Latin letters is a row of words in any order, some left out: no part of it can be a key by itself.
const rule: BlockingRule = {
  id: 'address-words',
  title: { ja: 'ローマ字の住所の語が記録と重なる', en: 'Words of an address in Latin letters in common' },
  relation: 'resembles',
  cap: 20,
  prepare: makeAddressWords,
  sql: `
    SELECT s.lid, w.rid, -sum(w.bits) AS closeness
    FROM (SELECT lid, unnest(list_distinct(${WORDS})) AS word FROM suspects WHERE p0 >= ${CONTRADICTED} AND ${IS_LATIN}) s
    JOIN address_words w ON w.word = s.word
    GROUP BY s.lid, w.rid HAVING count(*) > 1 AND sum(w.bits) >= ${FEWEST_BITS}`,
};

export default rule;

/** `address_words(word, rid, bits)` of residents whose addresses are in Latin letters; none where no suspect's is. */
async function makeAddressWords(engine: Engine): Promise<void> {
  const asked = await engine.value<number>(
    `SELECT count(*) FROM suspects WHERE p0 >= ${CONTRADICTED} AND ${IS_LATIN}`,
  );
  await engine.run(`
    CREATE OR REPLACE TABLE address_words AS
    WITH each AS MATERIALIZED (
      SELECT rid, unnest(list_distinct(${WORDS})) AS word FROM residents WHERE ${asked > 0} AND ${IS_LATIN}
    ), counted AS (
      SELECT word, count(*) AS n, (SELECT count(DISTINCT rid) FROM each) AS residents FROM each GROUP BY word
      HAVING count(*) <= ${MOST_RESIDENTS}
    )
    SELECT e.word, e.rid, log2(CAST(c.residents AS DOUBLE) / c.n) AS bits FROM each e JOIN counted c ON c.word = e.word
    ORDER BY e.word, e.rid`);
}
