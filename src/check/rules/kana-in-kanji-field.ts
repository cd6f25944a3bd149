import { literal } from '../../engine/sql.js';
import { type Check, countRows } from '../check.js';

/** Names wholly in kana exist (foreigners, some given names alone), so only a share above this is worth a warning. */
const ORDINARY_SHARE = 0.05;
const KANA_ONLY = '^[\\x{3041}-\\x{3096}\\x{30A1}-\\x{30FC}\\x{FF66}-\\x{FF9F}\\s\\x{3000}・]+$';

const check: Check = {
  id: 'kana-in-kanji-field',
  title: { ja: '氏名欄がカナだけの行があります', en: 'Names written in kana only' },
  advice: {
    ja: '多い場合は、氏名とフリガナの列の割り当てが入れ替わっていないかを確認してください。',
    en: 'If there are many, see whether the columns of name and reading are mapped the wrong way round.',
  },
  severity: 'info',
  run: async (engine, { inputs }) => {
    const found = await countRows(
      engine,
      inputs,
      ['name'],
      (column) => `regexp_matches(${column}, ${literal(KANA_ONLY)})`,
    );
    return found.map((each) => ({
      ...each,
      severity: each.count > each.of * ORDINARY_SHARE ? 'warning' : 'info',
    }));
  },
};

export default check;
