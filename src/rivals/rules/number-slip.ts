import type { Engine } from '../../engine/engine.js';
import { numberSlips } from '../../prepare/number-slips.js';
import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'number-slip',
  title: { ja: '番号が1桁違い・隣の桁の入れ替わり', en: 'Number one slip away' },
  relation: 'number-slip',
  cap: 20,
  prepare: makeSlips,
  sql: `
    SELECT v.lid, r.rid, 0 AS closeness FROM number_slips v JOIN residents r ON r."number" = v."number"`,
};

export default rule;

/** `number_slips(lid, number)`: every valid number one slip away from a suspect's. */
async function makeSlips(engine: Engine): Promise<void> {
  await engine.run('CREATE OR REPLACE TABLE number_slips (lid INTEGER, "number" BIGINT)');
  const appender = await engine.appender('number_slips', ['int', 'big']);
  const query = 'SELECT lid, "number" FROM suspects WHERE "number" IS NOT NULL';
  for await (const batch of engine.batches(query)) {
    const lids: number[] = [];
    const numbers: bigint[] = [];
    for (let i = 0; i < batch.rows; i++) {
      for (const slip of numberSlips(String(batch.columns[1]![i]).padStart(12, '0'))) {
        lids.push(batch.columns[0]![i] as number);
        numbers.push(BigInt(slip));
      }
    }
    if (lids.length > 0) appender.append([lids, numbers]);
  }
  appender.close();
}
