import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const cause: Cause = {
  id: 'namesake',
  title: { ja: '同姓同名', en: 'Namesake' },
  sentence: {
    ja: '同姓同名、または生年月日が同じで氏名の似た別の方と一致します',
    en: 'Matches a namesake of the linked resident, or a person of that date of birth and a similar name',
  },
  isTelling: false,
  matches: ({ relations, similar }) =>
    similar || (relations & (relationBit('namesake') | relationBit('same-name'))) !== 0,
};

export default cause;
