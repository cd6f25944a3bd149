import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'invalid-number',
  title: { ja: '番号の誤り（検査用数字）', en: 'Invalid number' },
  headline: {
    ja: '登録されている番号は、検査用数字または桁数が正しくありません',
    en: 'The number of this record has a wrong check digit or length',
  },
  next: {
    ja: '{number}の番号と見比べます。候補の方のものなら1、番号が誤りなら2、照会中は4を選びます',
    en: 'Compare with the number on {number}: a candidate’s 1, a wrong number 2, 4 while you ask',
  },
  severity: 'high',
  // A number that nobody can have is right of nobody.
  choices: ['wrong-candidate', 'wrong-unknown', null, 'hold', 'bad-data'],
  formerly: ['right'],
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
    SELECT lid, NULL AS group_key FROM links
    WHERE src IN (${wanted}) AND number_state IN ('check-digit', 'malformed')`
    );
  },
};

export default kind;
