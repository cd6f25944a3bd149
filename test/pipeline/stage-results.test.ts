import { expect, it } from 'vitest';
import { isResultOf } from '../../src/pipeline/stage-results.js';

const FILE = { path: 'a.csv', sha256: '0', bytes: 1, rows: 2, accepted: 1, rejected: 1 };

it.each([
  ['ingest', [{ source: 'register', files: [FILE] }]],
  ['check', { issues: [], profile: [] }],
  ['findings', [{ item: 'terminal', source: 's', value: 'T1', links: 9, C: 3 }]],
  ['learn', {}],
  ['score', { version: 1, sources: {} }],
  ['verify', [{ check: 'item-disagrees', source: 's', count: 3, of: 9 }]],
  ['normalize', undefined],
] as const)('what %s left is read back', (stage, result) => {
  expect(isResultOf(stage, result)).toBe(true);
});

it.each([
  ['ingest', [{ source: 'register', files: [{ ...FILE, rows: '2' }] }]],
  ['ingest', undefined],
  ['check', []],
  ['findings', [{ item: 'terminal' }]],
  ['learn', { source: { links: 3 } }],
  ['score', { version: 2, sources: {} }],
  ['verify', { levels: 1 }],
] as const)('what is no result of %s is not taken for one', (stage, result) => {
  expect(isResultOf(stage, result)).toBe(false);
});
