import type { Tie } from '../../audit/items.js';
import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'unknown-number',
  title: { ja: '住民にない番号', en: 'Number of no resident' },
  headline: {
    ja: '登録されている{key}の住民がいません',
    en: 'No resident has the {key} of this record',
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
    const tied = (by: Tie) => sourcesWith(sources, ({ via }) => via === by);
    const [byNumber, byKey] = [tied('my_number'), tied('resident_id')];
    const unknown = (group: string, src: string, when = '') =>
      `SELECT lid, ${group} AS group_key FROM links WHERE src IN (${src}) AND rid IS NULL${when}`;
    const queries = [
      ...(byNumber ? [unknown('CAST("number" AS VARCHAR)', byNumber, " AND number_state = 'ok'")] : []),
      ...(byKey ? [unknown("'resident ' || resident_key", byKey)] : []),
    ];
    return queries.length > 0 ? queries.join(' UNION ALL ') : null;
  },
};

export default kind;
