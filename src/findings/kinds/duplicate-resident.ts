import type { FindingKind } from '../kind.js';

/** About the register and not about links: found by `findings/duplicates/`, so there is no query here. */
const kind: FindingKind = {
  id: 'duplicate-resident',
  title: { ja: '住民の二重登録', en: 'Two register rows, one person' },
  headline: {
    ja: '同じ人が住民として二重に登録されている可能性があります',
    en: 'One person may stand in the register twice',
  },
  next: {
    ja: '戸籍と異動の履歴で同一人かを確かめます。同一人（二重登録）なら1、別人なら3、照会中は4を選びます',
    en: 'Check family register and moves: one person (registered twice) 1, two persons 3, 4 while you ask',
  },
  severity: 'medium',
  choices: ['one-person', null, 'two-persons', 'hold', 'bad-data'],
  inBulk: [],
  facts: ['household_id', 'status', 'moved_on', 'previous_address', 'number_tail', 'records'],
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: false,
  sql: () => null,
};

export default kind;
