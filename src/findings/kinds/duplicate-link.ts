import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'duplicate-link',
  title: { ja: '1人に有効な記録が複数', en: 'Several active records of one resident' },
  headline: {
    ja: '1人に1つのはずの記録が、同じ住民に複数あります',
    en: 'A resident who may have one active record has several',
  },
  next: {
    ja: '関連する事案と日付を見比べます。この記録が有効なら3、整理が必要なら5、照会中は4を選びます',
    en: 'Compare dates with the related cases: 3 if this record is valid, 5 if it must be put in order, 4 while you ask',
  },
  severity: 'medium',
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: false,
  sql: (sources) => {
    const wanted = sourcesWith(sources, ({ onePerResident }) => onePerResident);
    return (
      wanted &&
      `
    SELECT l.lid, 'resident-' || l.src || '-' || l.rid AS group_key
    FROM links l JOIN (
      SELECT src, rid FROM links WHERE src IN (${wanted}) AND vitality = 'active' AND rid IS NOT NULL
      GROUP BY src, rid HAVING count(*) > 1
    ) g ON g.src = l.src AND g.rid = l.rid
    WHERE l.vitality = 'active'`
    );
  },
};

export default kind;
