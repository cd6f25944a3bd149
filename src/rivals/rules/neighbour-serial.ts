import { bufferRows } from '../../engine/buffer-rows.js';
import type { Engine } from '../../engine/engine.js';
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
  await engine.run('CREATE OR REPLACE TABLE serial_neighbours (lid INTEGER, serial VARCHAR)');
  const appender = bufferRows(await engine.appender('serial_neighbours', ['int', 'text']));
  const query = 'SELECT lid, serial FROM suspects WHERE serial IS NOT NULL';
  for await (const { rows, columns } of engine.batches(query)) {
    for (let i = 0; i < rows; i++) {
      const serial = BigInt(`0x${columns[1]![i] as string}`);
      for (const step of [-1n, 1n]) {
        if (serial + step >= 0n) appender.push(columns[0]![i], (serial + step).toString(16).toUpperCase());
      }
    }
  }
  appender.close();
}
