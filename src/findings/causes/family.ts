import type { Cause } from '../../audit/cause.js';
import { relationBit } from '../../audit/relations.js';

const cause: Cause = {
  id: 'family',
  title: { ja: '家族の番号との取り違え', en: 'Family member' },
  sentence: { ja: '同じ世帯の別の方と一致します', en: 'Matches another member of the household' },
  isTelling: false,
  matches: ({ relations }) => (relations & relationBit('household')) !== 0,
};

export default cause;
