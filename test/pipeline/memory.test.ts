import { describe, expect, it } from 'vitest';
import { bytesOfSize, databaseMemory, expectedMemory } from '../../src/pipeline/memory.js';

const [MB, GB] = [2 ** 20, 2 ** 30];
const NATION = 70 * GB;

describe('memory of the database', () => {
  it.each([
    // Bound of the process, bytes of the files, free memory: least and most that the database gets.
    ['a large bound: all but what the rest takes', 16 * GB, GB, 20 * GB, 14.5 * GB, 15.5 * GB],
    ['files that take much beside it: half', 4 * GB, 6 * GB, 20 * GB, 2 * GB, 2 * GB],
    ['a small bound: what statements need', 300 * MB, MB, 20 * GB, 256 * MB, 256 * MB],
    ['a bound below that: all of it', 200 * MB, MB, 20 * GB, 200 * MB, 200 * MB],
    ['no bound, small files', null, MB, 20 * GB, 384 * MB, 384 * MB],
    ['no bound, larger files: as much as they make use of', null, GB, 20 * GB, 0.8 * GB, 1.1 * GB],
    ['no bound, more than the machine has: half of what is free', null, NATION, 20 * GB, 10 * GB, 10 * GB],
    ['no bound and nothing free: what statements need', null, NATION, 10 * MB, 256 * MB, 256 * MB],
  ])('%s', (_, bound, inputBytes, free, least, most) => {
    const memory = databaseMemory({ bound, inputBytes, free });
    expect(memory).toBeGreaterThanOrEqual(least);
    expect(memory).toBeLessThanOrEqual(most);
  });

  // Input files and the most memory of the process (run.json), in MB: made-up towns, four sources, no bound.
  it.each([
    ['3,000 residents', 1.5, 351],
    ['100,000 residents', 56.6, 736],
    ['1,000,000 residents', 567, 1229],
  ])('is expected as it was measured of %s', (_, input, measured) => {
    const expected = expectedMemory(input * 1e6) / 1e6;
    expect(expected).toBeGreaterThan(measured * 0.9);
    expect(expected).toBeLessThan(measured * 1.3);
  });

  it.each([
    ['4GB', 4e9],
    ['512MB', 512e6],
    ['1.5 GiB', 1.5 * GB],
    ['300mb', 300e6],
    ['100KB', 1e5],
    ['1TiB', 2 ** 40],
  ])('reads %s', (size, bytes) => {
    expect(bytesOfSize(size)).toBe(bytes);
  });
});
