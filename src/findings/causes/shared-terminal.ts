import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const cause: Cause = {
  id: 'shared-terminal',
  title: { ja: '共用端末', en: 'Shared terminal' },
  sentence: {
    ja: '同じ端末で、前後30分以内に別の方の登録があります',
    en: 'Registered within half an hour of another person at the same terminal',
  },
  isTelling: true,
  matches: ({ relations, holder }) => ((relations | holder) & relationBit('terminal')) !== 0,
};

export default cause;
