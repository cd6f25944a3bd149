import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const cause: Cause = {
  id: 'neighbour-record',
  title: { ja: '連番の記録との取り違え', en: 'Neighbouring record' },
  sentence: {
    ja: '連番の記録と番号が取り違えられた形です',
    en: 'The numbers of neighbouring records seem mixed up',
  },
  isTelling: true,
  // Whose number stands there says where it was taken from. That a neighbour has the owner's says how the neighbour came by it.
  matches: ({ holder }) => (holder & (relationBit('neighbour-record') | relationBit('adjacent-row'))) !== 0,
};

export default cause;
