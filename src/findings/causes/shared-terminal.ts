import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const cause: Cause = {
  id: 'shared-terminal',
  title: { ja: '共用端末での操作の混同', en: 'Shared terminal' },
  sentence: {
    ja: '同じ端末で30分以内に別の方の登録があります',
    en: 'Somebody else was registered there within half an hour',
  },
  isTelling: true,
  matches: ({ relations, holder }) => ((relations | holder) & relationBit('terminal')) !== 0,
};

export default cause;
