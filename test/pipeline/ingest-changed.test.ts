import { appendFileSync, mkdtempSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import type { RunContext } from '../../src/pipeline/context.js';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { ingest } from '../../src/pipeline/stages/ingest.js';
import { MINIMAL } from './minimal.js';

const CARDS = '発行番号,個人番号\nC1,\nC2,\n';

/** Reads a register and cards; something happens while the last of their statements runs. */
async function ingestWhile(happens: (dir: string) => void): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-changed-'));
  writeFileSync(join(dir, 'r.csv'), '宛名番号,個人番号\n1,\n2,\n');
  writeFileSync(join(dir, 'c.csv'), CARDS);
  writeFileSync(join(dir, 'p.yaml'), MINIMAL);
  const engine = await openDuckDb();
  let armed = true;
  const watched: Engine = {
    ...engine,
    run: async (sql) => {
      const rows = await engine.run(sql);
      if (armed && sql.includes('raw_cards')) {
        armed = false;
        happens(dir);
      }
      return rows;
    },
  };
  const context = { engine: watched, pipeline: await loadPipeline(join(dir, 'p.yaml')), workDir: dir };
  try {
    return (await ingest(context as RunContext)).rowsIn;
  } finally {
    engine.close();
  }
}

describe('a file that changes while it is read', () => {
  it.each<[string, (dir: string) => void]>([
    ['grows', (dir) => appendFileSync(join(dir, 'c.csv'), 'C3,\n')],
    [
      'is replaced by one of the same size and time',
      (dir) => {
        const path = join(dir, 'c.csv');
        writeFileSync(`${path}.new`, CARDS.replace('C2', 'C9'));
        utimesSync(`${path}.new`, 1, 1);
        utimesSync(path, 1, 1);
        renameSync(`${path}.new`, path);
      },
    ],
    [
      'is written over with as many bytes',
      (dir) =>
        writeFileSync(join(dir, 'c.csv'), readFileSync(join(dir, 'c.csv'), 'utf8').replace('C2', 'C9')),
    ],
  ])('is refused by name: it %s', async (_, happens) => {
    await expect(ingestWhile(happens)).rejects.toMatchObject({
      code: 'input-changed',
      exitCode: 2,
      text: { en: expect.stringContaining('c.csv') },
    });
  });

  it('is none where another file changes', async () => {
    expect(await ingestWhile((dir) => appendFileSync(join(dir, 'p.yaml'), '# note\n'))).toBe(4);
  });
});
