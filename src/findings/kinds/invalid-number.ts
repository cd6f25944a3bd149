import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'invalid-number',
  title: { ja: '番号の誤り（検査用数字）', en: 'Invalid number' },
  headline: {
    ja: '登録されている番号は、検査用数字または桁数が正しくありません',
    en: 'The number of this record has a wrong check digit or length',
  },
  severity: 'high',
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
