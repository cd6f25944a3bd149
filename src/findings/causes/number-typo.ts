import { relationBit } from '../../score/relations.js';
import type { Cause } from '../cause.js';

const cause: Cause = {
  id: 'number-typo',
  title: { ja: '番号の書き誤り', en: 'Number typo' },
  sentence: {
    ja: '番号が1桁違い、または隣の桁が入れ替わった番号の住民と一致します',
    en: 'Matches the resident whose number is one slip away',
  },
  matches: ({ relations }) => (relations & relationBit('number-slip')) !== 0,
};

export default cause;
