import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { validityOf } from '../../normalize/valid-values.js';
import { type Check, itemsOf, type Observation, rawTable } from '../check.js';

/** Codes that nobody has said the meaning of, and words that are not understood: such a person counts as living here. */
const check: Check = {
  id: 'unreadable-statuses',
  title: { ja: '意味の分からない状態があります', en: 'Statuses of unknown meaning' },
  advice: {
    ja: 'コードなら、パイプライン定義の status に codes（コード: 意味）を書いてください。意味の分からない状態は「現存・有効」として扱うため、死亡や転出が見逃されます。',
    en: 'If they are codes, say what each means under codes of status in the pipeline file. A status that is not understood counts as living, or in force: deaths and departures are missed.',
  },
  severity: 'error',
  run: async (engine, { inputs }) => {
    const observations: Observation[] = [];
    for (const input of inputs) {
      if (itemsOf(input, ['status']).length === 0) continue;
      const counts = await countStatuses(
        engine,
        rawTable(input),
        validityOf('status', input.columns.status!)!,
      );
      observations.push({ source: input.id, item: 'status', ...counts, severity: 'error' });
    }
    return observations;
  },
};

async function countStatuses(
  engine: Engine,
  table: string,
  isRead: (status: string) => boolean,
): Promise<Pick<Observation, 'count' | 'of'>> {
  let [count, of] = [0, 0];
  const query = `SELECT status AS v, count(*) AS n FROM ${table} WHERE status IS NOT NULL GROUP BY status`;
  for await (const rows of readRows(engine, { v: 'text', n: 'big' }, query))
    for (const { v, n } of rows) {
      of += n;
      if (!isRead(v)) count += n;
    }
  return { count, of };
}

export default check;
