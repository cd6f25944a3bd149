import type { FindingKind } from '../kind.js';

const kind: FindingKind = {
  id: 'defunct-resident',
  title: { ja: '死亡・転出した住民への紐付け', en: 'Link survives death or departure' },
  headline: {
    ja: '死亡または転出した住民への紐付けが残っています',
    en: 'The link survives the death or departure of its resident',
  },
  severity: 'medium',
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: false,
  sql: () => `
    SELECT l.lid, NULL AS group_key FROM links l JOIN residents r ON r.rid = l.rid
    WHERE r.vitality IN ('dead', 'departed') AND l.vitality = 'active'`,
};

export default kind;
