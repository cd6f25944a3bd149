import type { Cause } from '../../audit/cause.js';

const cause: Cause = {
  id: 'unknown',
  title: { ja: '原因不明', en: 'Unknown' },
  sentence: { ja: '原因を示す手がかりがありません', en: 'Nothing shows how it came about' },
  isTelling: false,
  matches: () => true,
};

export default cause;
