import type { Engine } from '../../engine/engine.js';
import { makeLatinBearers } from '../../verify/latin-bearers.js';
import { learnedReadings } from '../../verify/learned-readings.js';
import type { BlockingRule } from '../rule.js';

/** From this probability of a wrong link on, before rivals are known, residents are asked how their names are heard. */
const CONTRADICTED = 0.5;

// Of the holder of an account nothing but kana is known, and a foreigner is in the register in Latin letters: only the sound leads there.
const rule: BlockingRule = {
  id: 'kana-latin',
  title: {
    ja: 'ローマ字の氏名の各語が記録のカナに聞こえる',
    en: 'Every word of the kana is heard in the name in Latin letters',
  },
  relation: 'resembles',
  cap: 30,
  prepare: async (engine: Engine) => makeLatinBearers(engine, await learnedReadings(engine), CONTRADICTED),
  sql: 'SELECT lid, rid, closeness FROM latin_bearers',
};

export default rule;
