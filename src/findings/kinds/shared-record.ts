import { LINK_CHOICES } from '../../audit/decision.js';
import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'shared-record',
  title: { ja: '1つの記録が複数の住民に紐付き', en: 'One record on several residents' },
  headline: {
    ja: '同じ記録が複数の住民に紐付いています',
    en: 'The same record is linked to several residents',
  },
  next: {
    ja: '関連する事案と合わせて、この記録が誰のものかを確かめます。Bの方なら3、別の方なら1か2を選びます',
    en: 'Check with the related cases whose record this is: B’s 3, somebody else’s 1 or 2',
  },
  severity: 'medium',
  choices: LINK_CHOICES,
  inBulk: [],
  facts: ['number_tail', 'records'],
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: true,
  reads: ['links'],
  sql: (sources) => {
    const wanted = sourcesWith(sources, ({ onePerRecord }) => onePerRecord);
    return (
      wanted &&
      `
    SELECT l.lid, 'record-' || CAST(l.src AS VARCHAR) || '-' || l.record_id AS group_key
    FROM links l JOIN (
      SELECT src, record_id FROM links
      WHERE src IN (${wanted}) AND vitality = 'active' AND rid IS NOT NULL
      GROUP BY src, record_id HAVING count(DISTINCT rid) > 1
    ) g ON g.src = l.src AND g.record_id = l.record_id
    WHERE l.vitality = 'active' AND l.rid IS NOT NULL`
    );
  },
};

export default kind;
