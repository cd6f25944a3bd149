import { expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { belonging } from '../../src/findings/belonging.js';

const found = (id: number, ...groups: string[]) => ({
  finding: {
    finding_id: `F-${id}`,
    kind: 'wrong-resident',
    resident_id: null,
    candidates: [],
  } as unknown as Finding,
  groups,
  home: null,
  stranger: null,
});
const block = (size: number) => Array.from({ length: size }, (_, i) => found(i, `link-${i}`, 'run-1'));

it('of a short block each names all others, and the first stands for them all', () => {
  expect(belonging(block(3))).toEqual([
    { related: ['F-1', 'F-2'], incident: 'F-0' },
    { related: ['F-0', 'F-2'], incident: 'F-0' },
    { related: ['F-0', 'F-1'], incident: 'F-0' },
  ]);
});

it.each([20, 21, 22, 50_000])('of a block of %i each names twenty others at most, never itself', (size) => {
  const all = belonging(block(size));
  const first = Array.from({ length: Math.min(size, 21) }, (_, i) => `F-${i}`);
  for (const place of [0, 1, 19, size - 1]) {
    const others = first.filter((id) => id !== `F-${place}`).slice(0, 20);
    expect(all[place]).toEqual({ related: others, incident: 'F-0' });
  }
});

it('what two groups name is named once, those of the nearer group first', () => {
  const all = [found(0, 'a'), found(1, 'a', 'b'), found(2, 'a', 'b'), found(3, 'b'), found(4)];
  expect(belonging(all)[1]).toEqual({ related: ['F-0', 'F-2', 'F-3'], incident: 'F-0' });
  expect(belonging(all)[4]).toEqual({ related: [], incident: 'F-4' });
});
