import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { KeptDecision } from '../../src/audit/decision.js';
import { recordsAtOdds } from '../../src/decide/records-at-odds.js';
import { addToStore } from '../../src/decide/store.js';

const dir = mkdtempSync(join(tmpdir(), 'totsugo-at-odds-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const KIND = 'duplicate-link';
/** Case, source, resident, and kind of each finding of the run. */
const FINDINGS = [
  ['F-a', 'cards', 'R-1', KIND],
  ['F-b', 'cards', 'R-1', KIND],
  // Another source of the same resident, another resident, and another kind of the same link.
  ['F-c', 'accounts', 'R-1', KIND],
  ['F-d', 'cards', 'R-2', KIND],
  ['F-e', 'cards', 'R-2', KIND],
  ['F-f', 'cards', 'R-1', 'wrong-resident'],
  // Three records.
  ['F-g', 'cards', 'R-3', KIND],
  ['F-h', 'cards', 'R-3', KIND],
  ['F-i', 'cards', 'R-3', KIND],
] as const;
const link = (id: string) => {
  const [, source, resident_id, kind] = FINDINGS.find(([one]) => one === id)!;
  return { kind, source, record_id: `rec-${id}`, resident_id };
};
writeFileSync(
  join(dir, 'findings.jsonl'),
  FINDINGS.map(
    ([id]) => `${JSON.stringify({ finding_id: id, fingerprint: `print-${id}`, ...link(id) })}\n`,
  ).join(''),
);

let stores = 0;
type Said = readonly [id: string, decision: KeptDecision['decision'], fingerprint?: string];
const told = async (...said: readonly Said[]) => {
  const kept = said.map(([id, decision, fingerprint], index) => ({
    ...{ case: id, fingerprint: fingerprint ?? `print-${id}`, decision, resident: null, reason: null },
    ...{ reviewer: 'a', at: `2023-06-22T01:00:0${index}.000Z`, runId: 'run-1', link: link(id) },
  }));
  stores += 1;
  const store = join(dir, `store-${stores}.jsonl`);
  await addToStore(store, kept);
  // The last one is what is taken in now.
  return recordsAtOdds(dir, kept.slice(-1), store);
};

test('all records of a resident give way to another: both are named, whichever was decided first', async () => {
  expect(await told(['F-a', 'other-valid'], ['F-b', 'other-valid'])).toEqual([
    { why: 'none', cases: ['F-a', 'F-b'] },
  ]);
  expect(await told(['F-b', 'other-valid'], ['F-a', 'other-valid'])).toEqual([
    { why: 'none', cases: ['F-a', 'F-b'] },
  ]);
});

test.each<[string, readonly Said[], readonly string[]]>([
  [
    'each alone',
    [
      ['F-a', 'this-valid'],
      ['F-b', 'this-valid'],
    ],
    ['F-a', 'F-b'],
  ],
  [
    'one alone, and both',
    [
      ['F-b', 'both-valid'],
      ['F-a', 'this-valid'],
    ],
    ['F-a', 'F-b'],
  ],
  [
    'one of two is not, and both',
    [
      ['F-a', 'other-valid'],
      ['F-b', 'both-valid'],
    ],
    ['F-a', 'F-b'],
  ],
  [
    'two of three alone, and one that waits',
    [
      ['F-h', 'hold'],
      ['F-g', 'this-valid'],
      ['F-i', 'this-valid'],
    ],
    ['F-g', 'F-i'],
  ],
])('more than one record of a resident cannot be the valid one: %s', async (_, said, cases) => {
  expect(await told(...said)).toEqual([{ why: 'several', cases }]);
});

test.each<[string, readonly Said[]]>([
  ['the other is open', [['F-a', 'other-valid']]],
  [
    'the other is valid',
    [
      ['F-a', 'this-valid'],
      ['F-b', 'other-valid'],
    ],
  ],
  [
    'the other was decided anew',
    [
      ['F-a', 'other-valid'],
      ['F-a', 'this-valid'],
      ['F-b', 'other-valid'],
    ],
  ],
  [
    'the other was taken back',
    [
      ['F-a', 'other-valid'],
      ['F-a', 'withdrawn'],
      ['F-b', 'other-valid'],
    ],
  ],
  [
    'the other was decided on other evidence',
    [
      ['F-a', 'other-valid', 'former'],
      ['F-b', 'other-valid'],
    ],
  ],
  [
    'only one record of the source',
    [
      ['F-a', 'other-valid'],
      ['F-c', 'other-valid'],
    ],
  ],
  [
    'another resident',
    [
      ['F-a', 'other-valid'],
      ['F-d', 'other-valid'],
    ],
  ],
  [
    'both are valid',
    [
      ['F-a', 'both-valid'],
      ['F-b', 'both-valid'],
    ],
  ],
  [
    'one is valid and one waits',
    [
      ['F-a', 'this-valid'],
      ['F-b', 'hold'],
    ],
  ],
  [
    'valid records of two sources',
    [
      ['F-a', 'this-valid'],
      ['F-c', 'this-valid'],
    ],
  ],
  [
    'two of three are valid',
    [
      ['F-g', 'both-valid'],
      ['F-h', 'other-valid'],
      ['F-i', 'both-valid'],
    ],
  ],
])('nothing is told: %s', async (_, said) => {
  expect(await told(...said)).toEqual([]);
});
