import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { expectedDisk, isSmall, planOf } from '../../src/pipeline/plan.js';
import { roomNotes } from '../../src/pipeline/room.js';

const GB = 2 ** 30;
const plan = (disk: number, memory: number) => ({
  disk: { expected: 10 * GB, free: disk * GB, dir: '/srv' },
  memory: { expected: 8 * GB, free: memory * GB },
});
const ANEW = { bounded: false, begun: false };

describe('room for a run', () => {
  it.each<[string, number, number, object, RegExp[]]>([
    ['enough of both', 10, 8, ANEW, []],
    ['little disk', 9.9, 8, ANEW, [/about 10\.0 GB needed, 9\.9 GB free \(\/srv\)/]],
    ['little memory', 10, 6, ANEW, [/about 8\.0 GB unless bounded, 6\.0 GB free.*--memory 3GB/]],
    ['hardly any memory', 10, 0.5, ANEW, [/--memory 1GB/]],
    ['little memory that is bounded', 10, 1, { bounded: true, begun: false }, []],
    ['hardly any disk for the rest of a run', 1, 8, { bounded: false, begun: true }, [/10\.0 GB needed/]],
  ])('%s', (_, disk, memory, how, words) => {
    const notes = roomNotes(plan(disk, memory), how as typeof ANEW);
    expect(notes).toHaveLength(words.length);
    for (const [i, word] of words.entries()) expect(notes[i]!.en).toMatch(word);
  });

  it('is none with less than half of the disk: the run is not begun', () => {
    expect(() => roomNotes(plan(4.9, 8), ANEW)).toThrow(
      expect.objectContaining({ code: 'disk-too-small', exitCode: 2 }),
    );
  });

  // Input files, and the output folder with its working data at its fullest (run.json `totals`), in MB.
  it.each([
    ['200 residents', 0.1, 23],
    ['3,000 residents', 1.5, 37],
    ['100,000 residents', 56.6, 291],
  ])('suffices for what was measured of %s, without asking much more', (_, input, measured) => {
    const expected = expectedDisk(input * 1e6) / 1e6;
    expect(expected).toBeGreaterThan(measured * 0.9);
    expect(expected).toBeLessThan(measured * 1.3);
  });

  it('is looked for where the outputs go, also where that is not there yet', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'totsugo-room-'));
    const pipeline = await loadPipeline('pipelines/emergency-review.yaml');
    expect((await planOf(pipeline, join(dir, 'a', 'b'))).disk.dir).toBe(dir);
  });
});

// Rows of each file: of the register, then of each source. The engine deals a table out by 122,880 (60 of its blocks of 2,048).
it.each<[string, (number | null)[][], boolean]>([
  ['a small town', [[3000], [2242], [2574]], true],
  ['a share of each', [[61_440, 61_440], [122_000], [880]], true],
  ['a register of more than one', [[122_881], [1]], false],
  ['a register of two files that are more together', [[100_000, 22_881], [1]], false],
  ['sources that are more together', [[1], [100_000], [22_881]], false],
  ['a file that does not tell its rows', [[10], [10], [null]], false],
])('a run of which no table is more than one share of rows is small: %s', (_, rows, small) => {
  const file = (n: number | null) => ({ path: 'a.csv', bytes: 1, rows: n });
  expect(isSmall(rows.map((of) => ({ files: of.map(file) })))).toBe(small);
});
