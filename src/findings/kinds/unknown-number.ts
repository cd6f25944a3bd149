import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'unknown-number',
  title: { ja: '住民にない番号', en: 'Number of no resident' },
  headline: {
    ja: '登録されている番号の住民がいません',
    en: 'No resident has the number of this record',
  },
  next: {
    ja: '{number}の番号と見比べます。候補の方のものなら1、番号が誤りなら2、番号は正しく住民にない方（転出など）なら3、照会中は4を選びます',
    en: 'Compare with the number on {number}: a candidate’s 1, wrong 2, right but of nobody in this register 3, 4 while you ask',
  },
  severity: 'high',
  // The record stays as it is, though whoever it is of is no resident.
  choices: ['wrong-candidate', 'wrong-unknown', 'number-right', 'hold', 'bad-data'],
  inBulk: [],
  facts: ['number_tail', 'records'],
  isWrongLink: true,
  asksWhoseRecord: false,
  showsAnother: false,
  sql: (sources) => {
    const wanted = sourcesWith(sources, ({ via }) => via === 'my_number');
    return (
      wanted &&
      `
    SELECT lid, CAST("number" AS VARCHAR) AS group_key FROM links WHERE src IN (${wanted}) AND rid IS NULL AND number_state = 'ok'`
    );
  },
};

export default kind;
