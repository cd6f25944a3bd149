import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'duplicate-link',
  title: { ja: '1人に有効な記録が複数', en: 'Several active records of one resident' },
  headline: {
    ja: '1人に1つのはずの記録が、同じ住民に複数あります',
    en: 'A resident who may have one active record has several',
  },
  next: {
    ja: '日付と登録の経緯を見比べます。有効なのがこちら（A）なら1、ほかの記録なら2、両方なら3、照会中は4を選びます',
    en: 'Compare dates and origin: A is the valid one 1, another one is 2, both are 3, 4 while you ask',
  },
  severity: 'medium',
  choices: ['this-valid', 'other-valid', 'both-valid', 'hold', 'bad-data'],
  inBulk: [],
  facts: ['registered_at', 'channel', 'status', 'records'],
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: false,
  reads: ['links'],
  sql: (sources) => {
    const wanted = sourcesWith(sources, ({ onePerResident }) => onePerResident);
    return (
      wanted &&
      `
    SELECT l.lid, 'resident-' || CAST(l.src AS VARCHAR) || '-' || CAST(l.rid AS VARCHAR) AS group_key
    FROM links l JOIN (
      SELECT src, rid FROM links WHERE src IN (${wanted}) AND vitality = 'active' AND rid IS NOT NULL
      GROUP BY src, rid HAVING count(*) > 1
    ) g ON g.src = l.src AND g.rid = l.rid
    WHERE l.vitality = 'active'`
    );
  },
};

export default kind;
