import { LINK_CHOICES } from '../../audit/decision.js';
import type { FindingKind } from '../kind.js';

const kind: FindingKind = {
  id: 'swapped-links',
  title: { ja: '互いに入れ替わった紐付け', en: 'Links swapped with each other' },
  headline: {
    ja: '複数の紐付けが互いに入れ替わっている可能性があります',
    en: 'The links of these records may be swapped with each other',
  },
  next: {
    ja: '相手の事案と合わせて{whose}を確かめます。候補の方のものなら1、Bの方のものなら3とし、相手の事案も判断します',
    en: 'Check {whose} of all that were swapped: a candidate’s 1, B’s 3; then decide the others too',
  },
  severity: 'high',
  choices: LINK_CHOICES,
  inBulk: [],
  facts: ['number_tail', 'records'],
  isWrongLink: true,
  asksWhoseRecord: true,
  showsAnother: true,
  sql: () => `SELECT lid, 'cycle-' || cycle AS group_key FROM swap_cycles`,
};

export default kind;
