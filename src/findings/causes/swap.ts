import type { Cause } from '../../audit/cause.js';

const cause: Cause = {
  id: 'swap',
  title: { ja: '入れ替わり', en: 'Swap' },
  sentence: { ja: '互いの住民と一致する記録があります', en: 'The records match each other’s residents' },
  isTelling: true,
  matches: ({ cycle }) => cycle >= 2,
};

export default cause;
