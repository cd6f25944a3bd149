import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { AuditResult } from '../audit/result.js';
import type { ThreadData } from './in-thread.js';
import { writeAll, writersOf } from './write-all.js';

/** The thread that `writerInThread` starts: its writers go through the organisations in the order in which their cases arrive. */
const port = parentPort!;
const messages = on(port, 'message');
const { result, outDir, formats } = workerData as ThreadData;

const cases: AuditResult['cases'] = async function* () {
  for (;;) {
    const { value } = await messages.next();
    const [batch] = value;
    if (batch === null) return;
    port.postMessage(null);
    yield batch;
  }
};

await writeAll({ ...result, cases }, outDir, writersOf(formats));
port.close();
