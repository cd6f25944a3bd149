import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLE, temporary } from '../end-to-end/program.js';
import { GIVEN } from './given.js';
import { copyOf, differing, night, town } from './nights.js';

/** The pipeline of the sample in a folder of its own. */
function sample(): string {
  const path = join(temporary(), 'pipeline.yaml');
  const samples = join(dirname(SAMPLE), '..', 'sample-data');
  writeFileSync(path, readFileSync(SAMPLE, 'utf8').replaceAll('../sample-data', samples));
  return path;
}

describe.skipIf(GIVEN === null)('a night through a real cluster', () => {
  it.each([
    ['the sample', sample],
    ['a town of 20,000', () => town(20_000, 11)],
  ])(
    'of %s finds what DuckDB alone finds, byte for byte, and leaves nothing there',
    async (_, world) => {
      const pipeline = await world();
      const [alone, there] = [copyOf(pipeline, null), copyOf(pipeline, GIVEN)];
      for (const path of [alone, there]) expect(await night(path)).toMatchObject({ code: 0, stderr: '' });
      expect(await differing(alone, there)).toEqual([]);
      expect(readdirSync(GIVEN!.shared).filter((name) => name.startsWith('totsugo_night'))).toEqual([]);
    },
    900_000,
  );
});
