import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelJson, readModel } from '../../src/score/model-file.js';
import { smallModel } from './small-model.js';

const dir = mkdtempSync(join(tmpdir(), 'totsugo-test-'));
const written = modelJson({ version: 1, sources: { cards: smallModel() } });

it.each([
  ['another version', written.replace('"version": 1', '"version": 2'), 'model-version'],
  ['no version', '{"sources": {}}', 'model-version'],
  ['no object', 'null', 'model-version'],
  ['no JSON', '{', 'model-unusable'],
  ['a level missing', written.replaceAll('"day_month_swapped"', '"other"'), 'model-unusable'],
])('a frozen model of %s is refused', async (_name, text, code) => {
  writeFileSync(join(dir, 'model.json'), text);
  await expect(readModel(dir, 'model.json', ['cards'])).rejects.toMatchObject({ code, exitCode: 2 });
});
