import { type Check, severityOf } from '../check.js';
import { dateCheck } from '../date-check.js';

/** Month 13, two-digit years without era, another order of day and month, the wrong era code … */
const check: Check = {
  id: 'unreadable-dates',
  title: { ja: '読み取れない日付があります', en: 'Dates that cannot be read' },
  advice: {
    ja: 'パイプライン定義の日付形式 (format) が正しいか、列の割り当てに誤りがないかを確認してください。読み取れない日付は「未登録」として照合します。',
    en: 'Check the date format in the pipeline file and whether the right column is mapped. An unreadable date is treated as missing.',
  },
  severity: 'warning',
  run: dateCheck(['birth_date', 'moved_on'], (date) => date === null, severityOf),
};

export default check;
