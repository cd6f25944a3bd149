import { expect, it } from 'vitest';
import { machineRefusal } from '../../src/text/machine-refusal.js';

it.each([
  [
    Object.assign(new Error('x'), { code: 'ENOSPC', path: '/runs/a' }),
    'no space is left on the disk: /runs/a',
  ],
  [Object.assign(new Error('x'), { code: 'EROFS' }), 'the place to write to is read-only'],
  [new Error('Out of Memory Error: could not allocate'), 'out of memory; give more with --memory'],
  [new Error('IO Error: Could not write: No space left on device'), 'no space is left on the disk'],
])('%s', (error, words) => {
  expect(machineRefusal(error)?.en).toBe(words);
});

it('leaves other errors to those who mend them', () => {
  expect(machineRefusal(new TypeError('x is not a function'))).toBeNull();
  expect(machineRefusal(Object.assign(new Error('x'), { code: 'constructor' }))).toBeNull();
});
