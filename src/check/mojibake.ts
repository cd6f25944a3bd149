import { literal } from '../engine/sql.js';
import { type Check, countRows, TEXT_ITEMS } from './check.js';

/**
 * Signs of text read in the wrong encoding: UTF-8 read as CP932 (縺, 繧 and 繝 start every kana, and stand in no
 * name), UTF-8 read as Latin-1 (Ã, ã with controls), control characters.
 */
const SIGNS =
  '縺[\\x{3000}-\\x{9FFF}\\x{FF61}-\\x{FF9F}]|繧[\\x{3000}-\\x{9FFF}\\x{FF61}-\\x{FF9F}]|繝[\\x{3000}-\\x{9FFF}\\x{FF61}-\\x{FF9F}]' +
  '|[\\x{C2}\\x{C3}][\\x{80}-\\x{BF}]|[\\x{E3}-\\x{E9}][\\x{80}-\\x{BF}\\x{2018}-\\x{203A}\\x{20AC}]|[\\x{00}-\\x{08}\\x{0E}-\\x{1F}\\x{7F}-\\x{9F}]';

const check: Check = {
  id: 'mojibake',
  title: { ja: '文字化けの疑いがあります', en: 'Signs of a wrong encoding' },
  advice: {
    ja: 'パイプライン定義の文字コード (encoding) が正しいか、提供元で二重に変換されていないかを確認してください。',
    en: 'Check the encoding in the pipeline file, and whether the provider converted the file twice.',
  },
  severity: 'error',
  run: (engine, { inputs }) =>
    countRows(engine, inputs, TEXT_ITEMS, (column) => `regexp_matches(${column}, ${literal(SIGNS)})`),
};

export default check;
