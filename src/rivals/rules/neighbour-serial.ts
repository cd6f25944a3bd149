import { makeTable } from '../../engine/append.js';
import type { Engine } from '../../engine/engine.js';
import { readRows } from '../../engine/read.js';
import { SERIAL_NEIGHBOURS } from '../../tables/compared.js';
import type { BlockingRule } from '../rule.js';

const rule: BlockingRule = {
  id: 'neighbour-serial',
  title: { ja: '証明書のシリアル番号が隣', en: 'Neighbouring certificate serial' },
  relation: 'neighbour-record',
  cap: 4,
  prepare: makeNeighbours,
  sql: `
    SELECT v.lid, r.rid, 1 AS closeness FROM serial_neighbours v JOIN residents r ON r.auth_serial = v.serial
    UNION
    SELECT v.lid, r.rid, 1 FROM serial_neighbours v JOIN residents r ON r.sign_serial = v.serial`,
};

export default rule;

/** `serial_neighbours(lid, serial)`: the serials just before and after a suspect's. */
async function makeNeighbours(engine: Engine): Promise<void> {
  await makeTable(engine, SERIAL_NEIGHBOURS, neighboursOf(engine));
}

async function* neighboursOf(engine: Engine) {
  const query = 'SELECT lid, serial FROM suspects WHERE serial IS NOT NULL';
  for await (const rows of readRows(engine, SERIAL_NEIGHBOURS.columns, query)) {
    for (const { lid, serial: text } of rows) {
      const serial = BigInt(`0x${text}`);
      for (const step of [-1n, 1n]) {
        if (serial + step >= 0n) yield { lid, serial: (serial + step).toString(16).toUpperCase() };
      }
    }
  }
}
