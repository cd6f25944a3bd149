import type { Engine } from '../../engine/engine.js';
import { makeLatinBearers } from '../../verify/latin-bearers.js';
import { learnedReadings } from '../../verify/learned-readings.js';
import { BEARS_ANOTHER, type BlockingRule } from '../rule.js';

// Of the holder of an account nothing but the name is known, and a foreigner is in the register in Latin letters: to kana only the sound
// leads there, to letters the words, of which one may be left out.
const rule: BlockingRule = {
  id: 'kana-latin',
  title: {
    ja: '記録の氏名の各語が、住民のローマ字の氏名にある（カナは音で比較）',
    en: 'Every word of the record’s name is in the name in Latin letters (kana by sound)',
  },
  relation: 'resembles',
  cap: 30,
  prepare: async (engine: Engine) => makeLatinBearers(engine, await learnedReadings(engine), BEARS_ANOTHER),
  sql: 'SELECT lid, rid, closeness FROM latin_bearers',
};

export default rule;
