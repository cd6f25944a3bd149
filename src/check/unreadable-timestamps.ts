import type { Engine } from '../engine/engine.js';
import { ident } from '../engine/sql.js';
import { parseTimestamp } from '../normalize/date.js';
import type { InputSpec } from '../pipeline/pipeline-file.js';
import { type Check, itemsOf, type Observation, rawTable } from './check.js';

const check: Check = {
  id: 'unreadable-timestamps',
  title: { ja: '読み取れない登録日時があります', en: 'Times of registration that cannot be read' },
  advice: {
    ja: '列の割り当てを確認してください。登録日時が読み取れないと、共用端末での取り違えを検出できません。',
    en: 'Check the mapped column. Without the time of registration, mix-ups at a shared terminal cannot be seen.',
  },
  severity: 'warning',
  run: async (engine, { inputs }) => {
    const observations: Observation[] = [];
    for (const input of inputs) {
      for (const item of itemsOf(input, ['registered_at'])) {
        observations.push({ source: input.id, item, ...(await countByShape(engine, input, ident(item))) });
      }
    }
    return observations;
  },
};

/** Nearly every time is distinct, so one example of each shape (9999-99-99 99:99) is read for all of it. */
async function countByShape(
  engine: Engine,
  input: InputSpec,
  column: string,
): Promise<{ count: number; of: number }> {
  let count = 0;
  let of = 0;
  const query = `
    SELECT max(${column}), count(*) FROM ${rawTable(input)}
    WHERE ${column} IS NOT NULL GROUP BY regexp_replace(${column}, '[0-9]', '9', 'g')`;
  for await (const batch of engine.batches(query)) {
    for (let r = 0; r < batch.rows; r++) {
      const rows = Number(batch.columns[1]?.[r]);
      of += rows;
      if (parseTimestamp(String(batch.columns[0]?.[r])) === null) count += rows;
    }
  }
  return { count, of };
}

export default check;
