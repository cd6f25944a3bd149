import { expect, test } from 'vitest';
import type { AuditResult } from '../../src/audit/result.js';
import type { ShownCase } from '../../src/audit/shown.js';
import { sharedCases } from '../../src/report/shared-cases.js';
import { sampleResult } from './sample-result.js';

async function idsOf(result: AuditResult, pause: () => Promise<void>): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { organisation } of result.organisations) {
    for await (const batch of result.cases(organisation)) {
      await pause();
      ids.push(...batch.map(({ findingId }) => findingId));
    }
  }
  return ids;
}

/** The sample, in batches of two, with a count of the batches made. */
function counted(): { result: AuditResult; made: () => number } {
  const sample = sampleResult();
  let made = 0;
  const result: AuditResult = {
    ...sample,
    async *cases(organisation) {
      const all: ShownCase[] = [];
      for await (const batch of sample.cases(organisation)) all.push(...batch);
      for (let at = 0; at < all.length; at += 2) {
        made += 1;
        yield all.slice(at, at + 2);
      }
    },
  };
  return { result, made: () => made };
}

test('three readers of any speed read the same cases, each batch made once', async () => {
  const alone = counted();
  const expected = await idsOf(alone.result, async () => {});
  const { result, made } = counted();
  const shared = sharedCases(result, 3, new AbortController().signal);
  const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
  const read = await Promise.all([idsOf(shared, slow), idsOf(shared, async () => {}), idsOf(shared, slow)]);
  expect(expected.length).toBeGreaterThan(30);
  expect(read).toEqual([expected, expected, expected]);
  expect(made()).toBe(alone.made());
});

test('what goes wrong with the cases reaches every reader', async () => {
  const broken: AuditResult = {
    ...sampleResult(),
    // biome-ignore lint/correctness/useYield: it breaks before the first batch
    async *cases() {
      throw new Error('disk gone');
    },
  };
  const shared = sharedCases(broken, 2, new AbortController().signal);
  const outcomes = await Promise.allSettled([idsOf(shared, async () => {}), idsOf(shared, async () => {})]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('nobody waits for a reader that has gone: the others are told why, those that ask later too', async () => {
  const failure = new AbortController();
  const shared = sharedCases(sampleResult(), 2, failure.signal);
  const waits = idsOf(shared, async () => {});
  failure.abort(new Error('disk full'));
  await expect(waits).rejects.toThrow('disk full');
  await expect(idsOf(shared, async () => {})).rejects.toThrow('disk full');
});
