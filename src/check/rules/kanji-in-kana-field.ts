import { literal } from '../../engine/sql.js';
import { type Check, countRows } from '../check.js';

/** Ideographs, 々 and 〇 included, wherever a reading is expected. */
const KANJI = '[\\p{Han}々〇]';

const check: Check = {
  id: 'kanji-in-kana-field',
  title: { ja: 'フリガナ欄に漢字があります', en: 'Kanji where a reading is expected' },
  advice: {
    ja: '氏名とフリガナの列の割り当てが入れ替わっていないかを確認してください。',
    en: 'See whether the columns of name and reading are mapped the wrong way round.',
  },
  severity: 'warning',
  run: (engine, { inputs }) =>
    countRows(engine, inputs, ['kana'], (column) => `regexp_matches(${column}, ${literal(KANJI)})`),
};

export default check;
