import type { Check } from '../check.js';
import { dateCheck } from '../date-check.js';

/** Dates whose year is not known have no age. */
const check: Check = {
  id: 'age-over-120',
  title: {
    ja: '基準日に120歳を超える生年月日があります',
    en: 'People over 120 years old on the day of the run',
  },
  advice: {
    ja: '死亡・職権消除の処理漏れ、または元号や仮の日付 (1900年1月1日など) の入力を確認してください。',
    en: 'Look for deaths that were not entered, a mistaken era, or filler dates such as 1 January 1900.',
  },
  severity: 'warning',
  run: dateCheck(
    ['birth_date'],
    (date, asOf) => date !== null && date.key >= 10_000_000 && date.key <= asOf - 1_210_000,
  ),
};

export default check;
