import { relationBit } from '../../score/relations.js';
import type { Cause } from '../cause.js';

const cause: Cause = {
  id: 'namesake',
  title: { ja: '同姓同名', en: 'Namesake' },
  sentence: { ja: '同姓同名の別の方と一致します', en: 'Matches a namesake of the linked resident' },
  matches: ({ relations }) => (relations & (relationBit('namesake') | relationBit('same-name'))) !== 0,
};

export default cause;
