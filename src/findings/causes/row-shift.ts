import type { Cause } from '../../audit/cause.js';

const cause: Cause = {
  id: 'row-shift',
  title: { ja: '行ずれ', en: 'Row shift' },
  sentence: {
    ja: '連続する行が、それぞれ隣の行の住民に一致します',
    en: 'Rows around it match the next row’s resident, too',
  },
  isTelling: true,
  matches: ({ run }) => run >= 3,
};

export default cause;
