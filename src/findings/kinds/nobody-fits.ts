import { LINK_CHOICES } from '../../audit/decision.js';
import type { FindingKind } from '../kind.js';

const kind: FindingKind = {
  id: 'nobody-fits',
  title: { ja: '合致する住民なし', en: 'No resident fits' },
  headline: {
    ja: '紐付け先と一致せず、合致する住民も見つかりません',
    en: 'The record does not match its resident, and nobody in the register fits it',
  },
  next: {
    ja: '登録した機関に照会し、Aが誰のものかを確かめます。Bの方なら3、別の方なら2、回答待ちは4を選びます',
    en: 'Ask the office that registered A whose it is: B’s 3, somebody else’s 2, 4 while you wait',
  },
  severity: 'high',
  choices: LINK_CHOICES,
  inBulk: [],
  facts: ['number_tail', 'records'],
  isWrongLink: true,
  asksWhoseRecord: true,
  showsAnother: true,
  sql: () => 'SELECT v.lid, NULL AS group_key FROM graded_wrong v WHERE v.owner IS NULL',
};

export default kind;
