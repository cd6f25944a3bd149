import { makeFirstSounds, mayBegin } from '../../verify/reading/first-sounds.js';
import type { BlockingRule } from '../rule.js';

// A record with kana alone cannot be looked up by name among residents without furigana; their kanji may read so.
const rule: BlockingRule = {
  id: 'birth-date-unread',
  title: { ja: '生年月日が一致し、フリガナがない', en: 'Date of birth equal, no furigana to look up' },
  relation: 'resembles',
  cap: 200,
  prepare: makeFirstSounds,
  reads: ['suspects', 'residents', 'first_sounds'],
  // In a large town many were born on a day: those whose names can begin so come first.
  sql: `
    SELECT s.lid, r.rid,
      CASE WHEN ${mayBegin('f', 's.kw')} THEN 0 ELSE 2 END + CASE WHEN coalesce(${mayBegin('g', 's.kg')}, true) THEN 0 ELSE 2 END
      + CASE WHEN r.sex_code = s.sex_code THEN 0 ELSE 1 END AS closeness
    FROM suspects s JOIN residents r ON r.dob = s.dob
    LEFT JOIN first_sounds f ON f.letter = substr(r.nw, 1, 1) LEFT JOIN first_sounds g ON g.letter = substr(r.ng, 1, 1)
    WHERE s.nw IS NULL AND s.kw IS NOT NULL AND r.kw IS NULL`,
};

export default rule;
