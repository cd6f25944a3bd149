import type { Engine } from '../../engine/engine.js';
import { learnedReadings } from '../../verify/learned-readings.js';
import { makeUnreadBearers } from '../../verify/unread-bearers.js';
import { BEARS_ANOTHER, type BlockingRule } from '../rule.js';

// Of the holder of an account nothing but kana is known, and a resident without furigana has none, nor has an alias: only a reading leads there.
const rule: BlockingRule = {
  id: 'kana-unread',
  title: {
    ja: 'フリガナのない氏名・通称の漢字が記録のカナに読める',
    en: 'Kanji of a name or alias without furigana can be read as the kana',
  },
  relation: 'resembles',
  cap: 30,
  prepare: async (engine: Engine) => makeUnreadBearers(engine, await learnedReadings(engine), BEARS_ANOTHER),
  sql: 'SELECT lid, rid, closeness FROM unread_bearers',
};

export default rule;
