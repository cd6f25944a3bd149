import type { LinkSpec } from '../../audit/pipeline-file.js';
import { oneRow } from '../../engine/read.js';
import { countByKey } from '../../prepare/resident-key.js';
import { type Check, rawTable, severityOf } from '../check.js';

/** A spreadsheet takes a key for a number, and leaves its leading zeros away: those of one side lead nowhere as they are written. */
const check: Check = {
  id: 'shed-zeros',
  title: {
    ja: '先頭の 0 を除いて結び付けた宛名番号があります',
    en: 'Keys of residents that tie only without leading zeros',
  },
  advice: {
    ja: '表計算ソフトが先頭の 0 を落としたとみられます。0 を除いて1人に決まるものだけを結び付けています。番号の列を文字列として出力し直してください。列が別の番号（記録の通し番号など）でないことも確かめてください。',
    en: 'A spreadsheet seems to have shed them. Those are tied that then lead to one resident alone. Export the column as text; and see that it is no other number, such as one that counts the records.',
  },
  severity: 'warning',
  run: async (engine, { inputs }) => {
    const [register, ...sources] = inputs;
    const tied = sources.filter((source) => (source as Partial<LinkSpec>).via === 'resident_id');
    const observations = [];
    for (const source of tied) {
      const query = countByKey(rawTable(register!), rawTable(source));
      const { shed: count, records: of } = await oneRow(engine, { shed: 'big', records: 'big' }, query);
      observations.push({
        ...{ source: source.id, item: 'resident_id' as const, count, of },
        severity: severityOf({ count, of }),
      });
    }
    return observations;
  },
};

export default check;
