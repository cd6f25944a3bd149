import type { Check } from '../check.js';
import { dateCheck } from '../date-check.js';

/** 29 February of a year without one: legal in the register, so information only. */
const check: Check = {
  id: 'impossible-dates',
  title: { ja: '暦にない日付があります', en: 'Days that the calendar does not have' },
  advice: {
    ja: '戸籍や住民票にそのまま記載されていることがあるため、原本と同じであれば修正は不要です。',
    en: 'Such days exist in family registers. Nothing to do where the original says the same.',
  },
  severity: 'info',
  run: dateCheck(['birth_date'], (date) => date?.impossible === true),
};

export default check;
