import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from '../../src/pipeline/together.js';

test('when one fails the others have ended before the error is thrown', async () => {
  const ended: string[] = [];
  const slow = async () => {
    await setTimeout(20);
    ended.push('slow');
  };
  const fails = async () => {
    throw new Error('disk full');
  };
  await expect(together(fails(), slow())).rejects.toThrow('disk full');
  expect(ended).toEqual(['slow']);
});

test('of several errors the first in order is thrown, however late', async () => {
  const late = async () => {
    await setTimeout(20);
    throw new Error('first');
  };
  const early = async () => {
    throw new Error('second');
  };
  await expect(together(late(), early())).rejects.toThrow('first');
  await expect(together(Promise.resolve(1), setTimeout(1))).resolves.toBeUndefined();
});
