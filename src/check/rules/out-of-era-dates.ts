import type { Check } from '../check.js';
import { dateCheck } from '../date-check.js';

/** 昭和65年, 平成1年1月7日: the arithmetic works, but the era had no such day. */
const check: Check = {
  id: 'out-of-era-dates',
  title: { ja: '元号の期間外の日付があります', en: 'Dates outside their era' },
  advice: {
    ja: '元号または年の入力誤りの可能性があります。件数が多い場合は、元号コードの体系 (12345 / 13579) の指定を確認してください。',
    en: 'Era or year was probably entered wrongly. If there are many, check the era code system (12345 or 13579) of the column.',
  },
  severity: 'warning',
  run: dateCheck(['birth_date', 'moved_on'], (date) => date?.outOfEra === true),
};

export default check;
