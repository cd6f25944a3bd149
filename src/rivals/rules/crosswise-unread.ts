import { type BlockingRule, SESSION_SECONDS } from '../rule.js';

// `crosswise` for a linked resident without furigana: the record of the other half has kana alone, and meets it in no key. Who
// else it could be read as stands in `unread_bearers` (`kana-unread`, which comes before).
const rule: BlockingRule = {
  id: 'crosswise-unread',
  title: {
    ja: '互いに合致する記録の紐付け先（フリガナのない住民）',
    en: 'Linked from a suspect whose kana the kanji of the linked resident can be read as',
  },
  relation: 'crosswise',
  cap: 10,
  sql: `
    SELECT s.lid, n.rid, min(
      CASE WHEN p.kw = s.kw OR p.nw = s.nw OR w.lid IS NOT NULL THEN 0 ELSE 2 END
      + CASE WHEN n.terminal = s.terminal AND abs(n.ts - s.ts) <= ${SESSION_SECONDS} THEN 0 ELSE 1 END) AS closeness
    FROM suspects s JOIN unread_bearers u ON u.rid = s.rid
    JOIN suspects n ON n.lid = u.lid AND n.src = s.src JOIN residents p ON p.rid = n.rid
    LEFT JOIN unread_bearers w ON w.lid = s.lid AND w.rid = n.rid
    WHERE n.rid <> s.rid GROUP BY s.lid, n.rid`,
};

export default rule;
