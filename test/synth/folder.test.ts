import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { synthesise } from '../../src/synth/synthesise.js';
import { FILES } from './made-world.js';

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'totsugo-synth-')), 'world');
});
const make = () => synthesise({ out, residents: 100, seed: 1, threads: 1 });

describe('the folder of a made-up world', () => {
  it('is gone on with after a kill, whatever was moved into place', async () => {
    mkdirSync(join(out, '.synth.part', 'world'), { recursive: true });
    writeFileSync(join(out, '.synth.part', 'world', 'cards.csv'), 'half');
    writeFileSync(join(out, 'residents.csv'), 'of the attempt that was killed');
    await make();
    expect(readdirSync(out).sort()).toEqual([...FILES, 'pipeline.yaml'].sort());
    expect(readFileSync(join(out, 'residents.csv'), 'utf8').split('\n').length).toBeGreaterThan(100);
  });

  it.each(['residents.csv', 'pipeline.yaml', 'thesis.txt'])('is refused with %s in it', async (name) => {
    mkdirSync(out);
    writeFileSync(join(out, name), 'mine');
    await expect(make()).rejects.toMatchObject({ code: 'synth-folder', exitCode: 2 });
    expect(readdirSync(out)).toEqual([name]);
    expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
  });

  it('is refused where a file stands in its place', async () => {
    writeFileSync(out, 'mine');
    await expect(make()).rejects.toMatchObject({ code: 'synth-folder', exitCode: 2 });
  });
});
