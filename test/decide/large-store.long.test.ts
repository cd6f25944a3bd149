import { createWriteStream, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { linkLabels } from '../../src/decide/labels.js';
import { addToStore, checkStore, readStore } from '../../src/decide/store.js';

/** Where arguments of one call end (some 120,000) was the RangeError of 900,000 lines; more lines only take longer. */
const LINES = 50_000;

const decision = (n: number) => ({
  case: `F-${n}`,
  fingerprint: 'f',
  decision: 'right' as const,
  resident: null,
  reason: null,
  reviewer: 'r-1',
  at: '2023-06-22T00:00:00.000Z',
  runId: 'r',
});

it('a store of more decisions than a call may have arguments is read, added to and learned from', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'totsugo-store-')), 'p.decisions.jsonl');
  const lines = function* () {
    yield '{"schema":"totsugo-decision-store/1"}\n';
    for (let n = 0; n < LINES; n++) yield `${JSON.stringify(decision(n))}\n`;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
  await checkStore(path);
  const before = statSync(path).size;
  const added = Array.from({ length: 150_000 }, (_, n) => decision(LINES + n));
  await addToStore(path, added);
  expect(statSync(path).size).toBeGreaterThan(before);
  const store = await readStore(path);
  expect(store.kept).toHaveLength(LINES + added.length);
  expect(store.byCase.get(`F-${LINES + 1}`)).toHaveLength(1);
  expect(await readStore(path, new Set(['F-7']))).toMatchObject({ kept: [{ case: 'F-7' }] });
  expect(() => linkLabels(store)).not.toThrow();
});
