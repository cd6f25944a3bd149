import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const SLIPS = relationBit('number-slip') | relationBit('number-near');

const cause: Cause = {
  id: 'number-typo',
  title: { ja: '番号の記入・入力誤り', en: 'Number typo' },
  sentence: {
    ja: '番号がC1とほぼ同じです',
    en: 'The number on file is almost that of C1',
  },
  isTelling: true,
  matches: ({ relations }) => (relations & SLIPS) !== 0,
};

export default cause;
