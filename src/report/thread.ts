import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { AuditResult } from '../audit/result.js';
import { html } from './html/write-html.js';
import type { ThreadData } from './in-thread.js';

/** The thread that `pagesInThread` starts: it goes through the organisations in the order in which their cases arrive. */
const port = parentPort!;
const messages = on(port, 'message');
const { result, outDir } = workerData as ThreadData;

const cases: AuditResult['cases'] = async function* () {
  for (;;) {
    const { value } = await messages.next();
    const [batch] = value;
    if (batch === null) return;
    port.postMessage(null);
    yield batch;
  }
};

await html.write({ ...result, cases }, outDir);
port.close();
