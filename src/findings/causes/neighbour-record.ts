import { relationBit } from '../../score/relations.js';
import type { Cause } from '../cause.js';

const cause: Cause = {
  id: 'neighbour-record',
  title: { ja: '隣の記録', en: 'Neighbouring record' },
  sentence: { ja: '隣の記録番号の住民と一致します', en: 'Matches the resident of the neighbouring record' },
  matches: ({ relations }) =>
    (relations & (relationBit('neighbour-record') | relationBit('adjacent-row'))) !== 0,
};

export default cause;
