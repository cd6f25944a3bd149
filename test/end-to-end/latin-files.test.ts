import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AgainstTruth } from '../../src/schemas/evaluation.js';
import { ROOT, temporary, totsugo } from './program.js';

it('finds planted wrong links between two Latin-script files with nothing but a pipeline file', () => {
  const dir = temporary();
  const made = spawnSync(process.execPath, [
    join(ROOT, 'test', 'bench', 'latin-files.mjs'),
    dir,
    '2000',
    '4242',
    '0.03',
  ]);
  expect(made.status).toBe(0);
  const out = join(dir, 'run');
  expect(totsugo(['run', join(dir, 'pipeline.yaml'), '--out', out, '--quiet']).code).toBe(0);
  const { stdout } = totsugo(['evaluate', out, '--truth', join(dir, 'truth.csv'), '--json']);
  const [all] = (JSON.parse(stdout) as AgainstTruth).sources;
  expect(all!.wrong).toBeGreaterThan(30);
  const f1 = (2 * all!.found) / (all!.wrong + all!.found + all!.false_alarms);
  expect(f1).toBeGreaterThanOrEqual(0.97);
});
