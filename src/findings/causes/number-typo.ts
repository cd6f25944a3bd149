import { relationBit } from '../../score/relations.js';
import type { Cause } from '../cause.js';

const SLIPS = relationBit('number-slip') | relationBit('number-near');

const cause: Cause = {
  id: 'number-typo',
  title: { ja: '番号の書き誤り', en: 'Number typo' },
  sentence: {
    ja: '番号が1～3桁だけ異なる、または隣の桁が入れ替わった番号の住民と一致します',
    en: 'Matches the resident whose number differs in up to three digits',
  },
  matches: ({ relations }) => (relations & SLIPS) !== 0,
};

export default cause;
