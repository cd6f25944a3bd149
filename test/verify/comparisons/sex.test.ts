import { describe, expect, it } from 'vitest';
import sex from '../../../src/verify/comparisons/sex.js';
import { bothWays, withEngine } from './both-ways.js';

describe('sex', () => {
  withEngine();

  it.each([
    [1, 1, 'exact'],
    [2, 2, 'exact'],
    [1, 2, 'different'],
    [2, 1, 'different'],
    [0, 1, 'missing'],
    [2, 0, 'missing'],
    [0, 0, 'missing'],
  ])('%i against %i is %s, by SQL and by TypeScript', async (record, resident, level) => {
    expect(await bothWays(sex, { sex_code: record }, { sex_code: resident })).toEqual([level, level]);
  });
});
