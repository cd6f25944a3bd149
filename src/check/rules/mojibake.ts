import { characterCheck } from '../characters.js';
import type { Check } from '../check.js';

const check: Check = {
  id: 'mojibake',
  title: { ja: '文字化けの疑いがあります', en: 'Signs of a wrong encoding' },
  advice: {
    ja: 'パイプライン定義の文字コード (encoding) が正しいか、提供元で二重に変換されていないかを確認してください。',
    en: 'Check the encoding in the pipeline file, and whether the provider converted the file twice.',
  },
  severity: 'error',
  run: characterCheck('mojibake'),
};

export default check;
