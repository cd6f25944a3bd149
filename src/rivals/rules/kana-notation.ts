import { makeTable } from '../../engine/append.js';
import { pick } from '../../engine/columns.js';
import type { Engine } from '../../engine/engine.js';
import { rowsFrom } from '../../engine/from-register.js';
import { KANA_SPELLINGS, SUSPECTS } from '../../tables/compared.js';
import { kanaSpellings } from '../../verify/kana-spellings.js';
import { type BlockingRule, DOUBTFUL } from '../rule.js';

/** Other ways to write a kana that are looked up. */
const MOST_SPELLINGS = 200;

const HEARD = `s.nw IS NULL AND s.kw IS NOT NULL AND s.p0 >= ${DOUBTFUL}`;

// Of a name that is known by kana alone one hand leaves the dakuten out and another writes it. What a suspect's kana may stand for is
// looked up as it stands: the register is read once and needs no other key.
const rule: BlockingRule = {
  id: 'kana-notation',
  title: {
    ja: 'カナが濁点・半濁点・長音の書き方のほかは記録と一致',
    en: 'Kana equals the record but for dakuten or how a long vowel is written',
  },
  relation: 'resembles',
  cap: 30,
  prepare: (engine) => makeTable(engine, KANA_SPELLINGS, spellingsOf(engine)),
  reads: ['suspects', 'kana_spellings', 'residents'],
  sql: `
    SELECT s.lid, r.rid, k.place + (CASE WHEN r.address = s.address THEN 0 ELSE ${MOST_SPELLINGS} END) AS closeness
    FROM suspects s JOIN kana_spellings k ON k.lid = s.lid JOIN residents r ON r.kw = k.spelling
    WHERE s.dob IS NULL OR r.dob = s.dob`,
};

export default rule;

/** Without a birth date only where nobody bears the kana as it stands, who would be the owner sooner by far. */
async function* spellingsOf(engine: Engine) {
  const asked = {
    reads: ['suspects', 'residents'],
    sql: () => `
      SELECT s.lid, s.kw FROM suspects s WHERE ${HEARD} AND s.dob IS NOT NULL
      UNION ALL SELECT s.lid, s.kw FROM suspects s
      WHERE ${HEARD} AND s.dob IS NULL AND NOT EXISTS (SELECT 1 FROM residents r WHERE r.kw = s.kw)`,
  };
  for await (const rows of rowsFrom(engine, { ...pick(SUSPECTS, 'lid'), kw: 'text' }, asked, 'lid'))
    for (const { lid, kw } of rows)
      for (const [place, spelling] of kanaSpellings(kw, MOST_SPELLINGS).entries())
        yield { lid, spelling, place };
}
