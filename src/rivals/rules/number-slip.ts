import { makeTable } from '../../engine/append.js';
import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { numberSlips } from '../../prepare/number-slips.js';
import { NUMBER_SLIPS } from '../../tables/compared.js';
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
  await makeTable(engine, NUMBER_SLIPS, slipsOf(engine));
}

async function* slipsOf(engine: Engine) {
  const query = 'SELECT lid, "number" FROM suspects WHERE "number" IS NOT NULL';
  for await (const rows of readRows(engine, NUMBER_SLIPS.columns, query)) {
    for (const { lid, number } of rows) {
      for (const slip of numberSlips(String(number).padStart(12, '0'))) yield { lid, number: Number(slip) };
    }
  }
}
