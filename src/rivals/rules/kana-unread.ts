import type { Engine } from '../../engine/engine.js';
import { learnedReadings } from '../../verify/learned-readings.js';
import { makeUnreadBearers } from '../../verify/unread-bearers.js';
import type { BlockingRule } from '../rule.js';

/** From this probability of a wrong link on, before rivals are known, residents are asked how their names are read. */
const CONTRADICTED = 0.5;

// Of the holder of an account nothing but kana is known, and a resident without furigana has none, nor has an alias: only a reading leads there.
const rule: BlockingRule = {
  id: 'kana-unread',
  title: {
    ja: 'フリガナのない氏名・通称の漢字が記録のカナに読める',
    en: 'Kanji of a name or alias without furigana can be read as the kana',
  },
  relation: 'resembles',
  cap: 30,
  prepare: async (engine: Engine) => makeUnreadBearers(engine, await learnedReadings(engine), CONTRADICTED),
  sql: 'SELECT lid, rid, closeness FROM unread_bearers',
};

export default rule;
