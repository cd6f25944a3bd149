import type { PartialDate } from '../../normalize/date/wareki.js';
import { type Check, itemsOf, type Observation } from '../check.js';
import { countWhere } from '../dates.js';

/** One birth in 365 is on 1 January; beyond three times as many, and from 20 on, a system has filled dates in. */
const TIMES_EXPECTED = 3;
const FEWEST = 20;
const DAYS = 365;

const isNewYear = (date: PartialDate | null) => date !== null && date.key % 10_000 === 101;

const check: Check = {
  id: 'default-dates',
  title: { ja: '1月1日の生年月日が不自然に多くあります', en: 'Unusually many birth dates on 1 January' },
  advice: {
    ja: '月日が不詳のときに1月1日を補っている可能性があります。補っている場合は「不詳」のまま出力できないか、提供元に確認してください。',
    en: 'The system may fill in 1 January for an unknown month and day. Ask whether it can export them as unknown instead.',
  },
  severity: 'warning',
  run: async (_, context) => {
    const observations: Observation[] = [];
    for (const input of context.inputs) {
      for (const item of itemsOf(input, ['birth_date'])) {
        const dates = await context.dates(input, item);
        const of = countWhere(dates, (date) => date !== null);
        const count = countWhere(dates, isNewYear);
        const isBulk = count >= FEWEST && count * DAYS > TIMES_EXPECTED * of;
        observations.push({ source: input.id, item, count: isBulk ? count : 0, of });
      }
    }
    return observations;
  },
};

export default check;
