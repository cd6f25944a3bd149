import { type BlockingRule, DOUBTFUL } from '../rule.js';

const isLatin = (name: string) => `regexp_extract(${name}, '\\A[A-Z]+\\z') <> ''`;
/** The whole name turned round is nobody else's of that day, a slip in the sex or none. */
const TURNED = '(s.nf = r.ng AND s.ng = r.nf)';

// The keys are those of main names as they stand: another name, Latin letters or a turned order meet in none of them.
const rule: BlockingRule = {
  id: 'birth-date-other-name',
  title: {
    ja: '生年月日が記録と一致し性別も異ならず、別の名・ローマ字・逆の順の名がある（氏名がそのまま逆の順なら性別を問わない）',
    en: 'Date of birth equals the record and sex does not differ, with another name, Latin letters or the name turned round (the whole name so: whatever the sex)',
  },
  relation: 'resembles',
  cap: 50,
  reads: ['suspects', 'residents'],
  sql: `
    SELECT s.lid, r.rid, CASE WHEN r.house = s.house THEN 0 ELSE 1 END AS closeness
    FROM suspects s JOIN residents r ON r.dob = s.dob
    WHERE s.p0 >= ${DOUBTFUL} AND s.dob % 100 > 0 AND (s.sex_code = 0 OR r.sex_code IN (0, s.sex_code) OR ${TURNED})
      AND (r.alias IS NOT NULL OR r.former_name IS NOT NULL OR ${isLatin('r.nw')} OR ${isLatin('s.nw')}
        OR strpos(r.name, '（') > 0 OR strpos(r.name, '＿') > 0 OR s.ng = r.nf OR s.kg = r.kf)`,
};

export default rule;
