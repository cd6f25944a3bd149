import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const cause: Cause = {
  id: 'neighbour-record',
  title: { ja: '隣の記録', en: 'Neighbouring record' },
  sentence: {
    ja: '隣の記録と番号が取り違えられた形です',
    en: 'The number belongs to a neighbouring record, or the record matches a neighbour’s resident',
  },
  isTelling: true,
  matches: ({ relations, holder }) =>
    ((relations | holder) & (relationBit('neighbour-record') | relationBit('adjacent-row'))) !== 0,
};

export default cause;
