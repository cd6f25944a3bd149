import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelOrigin } from '../../src/pipeline/manifest.js';

test('run.json tells a model learned this night from one frozen in a file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'totsugo-test-'));
  await writeFile(join(dir, 'model.json'), 'abc');
  expect(await modelOrigin({ dir, model: null })).toEqual({ origin: 'learned' });
  // SHA-256 of "abc": FIPS 180-2, appendix B.1.
  expect(await modelOrigin({ dir, model: 'model.json' })).toEqual({
    origin: 'frozen',
    path: 'model.json',
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
  await rm(dir, { recursive: true });
});
