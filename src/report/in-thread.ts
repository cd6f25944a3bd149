import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReportFormat } from '../audit/formats.js';
import type { AuditResult } from '../audit/result.js';
import { revived } from '../text/failure.js';
import type { ReportWriter } from './report-writer.js';

/** What the thread is told when it starts; it gets the cases as messages, some at a time, and null behind those of an organisation. */
export interface ThreadData {
  readonly result: Omit<AuditResult, 'cases'>;
  readonly outDir: string;
  readonly formats: readonly ReportFormat[];
}

const SCRIPT = new URL('./thread.js', import.meta.url);

/** Whether there is a processor for a second thread, and its script: the program that runs from its sources has none. */
export function canThread(): boolean {
  return availableParallelism() > 1 && existsSync(SCRIPT);
}

/** Messages that wait for the thread at most: cases for half a second of its work, while others are read. */
const MOST_AHEAD = 16;

/**
 * Megabytes for objects that have just been made, where nobody bounds the memory. A case lives until its batch is written, and what is
 * left at a scavenge is copied: with V8's own 48 the thread collects three times as often.
 */
const YOUNG_MB = 192;

export interface ThreadOptions {
  readonly script?: URL;
  /** Somebody has told how much memory the process may take. */
  readonly isBounded?: boolean | undefined;
}

/**
 * A writer of these formats in a thread of its own, while this one makes the cases. Which thread is ahead makes no difference to the
 * files. What goes wrong in either ends the other, and is thrown.
 */
export function writerInThread(formats: readonly ReportFormat[], options: ThreadOptions = {}): ReportWriter {
  return {
    shows: 'the whole case',
    write: (result, outDir) => writeInThread(result, outDir, formats, options),
  };
}

async function writeInThread(
  result: AuditResult,
  outDir: string,
  formats: readonly ReportFormat[],
  { script = SCRIPT, isBounded = false }: ThreadOptions,
): Promise<void> {
  const { cases, ...told } = result;
  const worker = new Worker(script, {
    workerData: { result: told, outDir, formats } satisfies ThreadData,
    resourceLimits: isBounded ? {} : { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  let ahead = 0;
  let goOn = () => {};
  worker.on('message', () => {
    ahead -= 1;
    goOn();
  });
  const written = new Promise<void>((resolve, reject) => {
    worker.once('error', (error) => reject(revived(error)));
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`thread ended with ${code}`))));
  });
  const room = () =>
    new Promise<void>((resolve) => {
      goOn = resolve;
    });
  const handOver = async () => {
    for (const { organisation } of result.organisations) {
      for await (const batch of cases(organisation)) {
        worker.postMessage(batch);
        ahead += 1;
        if (ahead >= MOST_AHEAD) await room();
      }
      worker.postMessage(null);
    }
    await written;
  };
  try {
    await Promise.race([handOver(), written]);
  } finally {
    await worker.terminate();
  }
}
