import type { AuditResult } from '../audit/result.js';
import type { ShownCase } from '../audit/shown.js';

type Batch = IteratorResult<readonly ShownCase[]>;

/**
 * The same result for several readers that all go through the same organisations in the same order: each batch of
 * cases is made once, when every reader is there to take it, so that one batch is in memory however many read. Once `ended` tells
 * that one of them has gone, the others do not wait for it: they are told why.
 */
export function sharedCases(result: AuditResult, readers: number, ended: AbortSignal): AuditResult {
  const meetings = new Map<string, Meeting<Batch>>();
  const meetingOf = (organisation: string) => {
    const known = meetings.get(organisation);
    if (known) return known;
    const cases = result.cases(organisation)[Symbol.asyncIterator]();
    const meeting = whenAllAsk(readers, () => cases.next(), ended);
    meetings.set(organisation, meeting);
    return meeting;
  };
  ended.addEventListener('abort', () => {
    for (const meeting of meetings.values()) meeting.refuse();
  });
  return {
    ...result,
    async *cases(organisation) {
      const { next } = meetingOf(organisation);
      for (let batch = await next(); !batch.done; batch = await next()) yield batch.value;
    },
  };
}

/** Where all that read meet for each value; `refuse` sends those away who wait, once it is known that not all will come. */
interface Meeting<T> {
  readonly next: () => Promise<T>;
  readonly refuse: () => void;
}

/** Makes a value when the last of the parties asks for it, and hands it to all of them; to nobody once they have `ended`. */
function whenAllAsk<T>(parties: number, make: () => Promise<T>, ended: AbortSignal): Meeting<T> {
  let waiting: ((value: Promise<T>) => void)[] = [];
  const hand = (give: () => Promise<T>) => {
    const all = waiting;
    waiting = [];
    if (all.length === 0) return;
    const given = give();
    for (const resolve of all) resolve(given);
  };
  const refuse = () => hand(() => Promise.reject(ended.reason));
  const next = () =>
    new Promise<T>((resolve) => {
      waiting.push(resolve);
      if (ended.aborted) refuse();
      else if (waiting.length === parties) hand(make);
    });
  return { next, refuse };
}
