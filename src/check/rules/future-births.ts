import { type Check, severityOf } from '../check.js';
import { dateCheck } from '../date-check.js';

const check: Check = {
  id: 'future-births',
  title: { ja: '基準日より後の生年月日があります', en: 'Birth dates after the day of the run' },
  advice: {
    ja: '元号の取り違え（昭和と平成など）や、列の割り当ての誤りを確認してください。',
    en: 'Look for a mistaken era (Showa and Heisei) or a wrongly mapped column.',
  },
  severity: 'error',
  run: dateCheck(['birth_date'], (date, asOf) => date !== null && date.key > asOf, severityOf),
};

export default check;
