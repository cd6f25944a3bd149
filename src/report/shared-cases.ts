import type { AuditResult } from '../audit/result.js';
import type { ShownCase } from '../audit/shown.js';

type Batch = IteratorResult<readonly ShownCase[]>;

/**
 * The same result for several readers that all go through the same organisations in the same order: each batch of
 * cases is made once, when every reader is there to take it, so that one batch is in memory however many read.
 */
export function sharedCases(result: AuditResult, readers: number): AuditResult {
  const meetings = new Map<string, () => Promise<Batch>>();
  const meetingOf = (organisation: string) => {
    const known = meetings.get(organisation);
    if (known) return known;
    const cases = result.cases(organisation)[Symbol.asyncIterator]();
    const meeting = whenAllAsk(readers, () => cases.next());
    meetings.set(organisation, meeting);
    return meeting;
  };
  return {
    ...result,
    async *cases(organisation) {
      const next = meetingOf(organisation);
      for (let batch = await next(); !batch.done; batch = await next()) yield batch.value;
    },
  };
}

/** Makes a value when the last of the parties asks for it, and hands it to all of them. */
function whenAllAsk<T>(parties: number, make: () => Promise<T>): () => Promise<T> {
  let waiting: { resolve(value: Promise<T>): void }[] = [];
  return () =>
    new Promise<T>((resolve) => {
      waiting.push({ resolve });
      if (waiting.length < parties) return;
      const all = waiting;
      waiting = [];
      const made = make();
      for (const one of all) one.resolve(made);
    });
}
