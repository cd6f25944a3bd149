import { characterCheck } from '../characters.js';
import type { Check } from '../check.js';

const check: Check = {
  id: 'unknown-characters',
  title: {
    ja: '表示できない文字の代わりの記号 (●〓?) があります',
    en: 'Marks for characters that could not be written (●〓?)',
  },
  advice: {
    ja: 'その文字は一致とも不一致とも判定しません。件数が多い場合は文字コードの指定を確認してください。',
    en: 'Such a character counts neither as match nor as mismatch. If there are many, check the encoding.',
  },
  severity: 'info',
  run: characterCheck('unknown'),
};

export default check;
