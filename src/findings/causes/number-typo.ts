import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const SLIPS = relationBit('number-slip') | relationBit('number-near');

const cause: Cause = {
  id: 'number-typo',
  title: { ja: '番号の書き誤り', en: 'Number typo' },
  sentence: {
    ja: '登録された番号は、この住民の番号とほぼ同じです',
    en: 'The number on file is almost the number of this resident',
  },
  isTelling: true,
  matches: ({ relations }) => (relations & SLIPS) !== 0,
};

export default cause;
