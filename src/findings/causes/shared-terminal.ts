import { relationBit } from '../../score/relations.js';
import type { Cause } from '../cause.js';

const cause: Cause = {
  id: 'shared-terminal',
  title: { ja: '共用端末', en: 'Shared terminal' },
  sentence: {
    ja: '同じ端末で直前・直後に登録した方と一致します',
    en: 'Matches the resident served just before or after at the same terminal',
  },
  matches: ({ relations }) => (relations & relationBit('terminal')) !== 0,
};

export default cause;
