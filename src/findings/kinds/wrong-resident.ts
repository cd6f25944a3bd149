import type { FindingKind } from '../kind.js';

const kind: FindingKind = {
  id: 'wrong-resident',
  title: { ja: '別の住民がより合致', en: 'Another resident fits better' },
  headline: {
    ja: '別人に紐付いている可能性があります',
    en: 'The record may be linked to another person',
  },
  severity: 'high',
  isWrongLink: true,
  asksWhoseRecord: true,
  showsAnother: true,
  sql: () => `
    SELECT v.lid, NULL AS group_key FROM graded_wrong v
    WHERE v.owner IS NOT NULL AND v.lid NOT IN (SELECT lid FROM swap_cycles)`,
};

export default kind;
