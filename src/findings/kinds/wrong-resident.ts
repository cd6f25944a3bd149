import { LINK_CHOICES } from '../../audit/decision.js';
import type { FindingKind } from '../kind.js';

const kind: FindingKind = {
  id: 'wrong-resident',
  title: { ja: '別の住民がより合致', en: 'Another resident fits better' },
  headline: {
    ja: '別人に紐付いている可能性があります',
    en: 'The record may be linked to another person',
  },
  next: {
    ja: '{whose}で、Aが誰のものかを確かめます。候補の方なら1、Bの方なら3、どちらでもなければ2、まだ決められなければ4を選びます',
    en: 'Check on {whose} whose record A is: a candidate’s 1, B’s 3, neither’s 2, 4 if it cannot be told yet',
  },
  severity: 'high',
  choices: LINK_CHOICES,
  inBulk: [],
  facts: ['number_tail', 'records'],
  isWrongLink: true,
  asksWhoseRecord: true,
  showsAnother: true,
  sql: () => `
    SELECT v.lid, NULL AS group_key FROM graded_wrong v
    WHERE v.owner IS NOT NULL AND v.lid NOT IN (SELECT lid FROM swap_cycles)`,
};

export default kind;
