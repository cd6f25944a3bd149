import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { modelJson, readModel } from '../../src/score/model-file.js';
import { smallModel } from './small-model.js';

const dir = mkdtempSync(join(tmpdir(), 'totsugo-test-'));
/** The weights of the small model are right, its probabilities are not: all are made small enough. */
const cards = JSON.parse(JSON.stringify(smallModel()), (key, value) =>
  key === 'm' || key === 'u' ? value / 2 ** 17 : value,
);
const written = modelJson({ version: 1, sources: { cards } });

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

const OUT_OF_RANGE = [
  '5e-324',
  '1e-300',
  '0',
  '-0.1',
  '-1e308',
  '1.0000001',
  '2',
  '1e308',
  '1e999',
  'null',
  '"0.5"',
  '[0.5]',
];
it.each(
  ['m', 'u', 'wrongRate', 'besideRate', 'besideShare', 'coverage', 'repeats'].flatMap((key) =>
    OUT_OF_RANGE.map((value) => [key, value] as const),
  ),
)('%s: %s is refused with its place', async (key, value) => {
  const text = written.replace(new RegExp(`("${key}": )[\\d.e-]+`), `$1${value}`);
  expect(text).not.toBe(written);
  writeFileSync(join(dir, 'model.json'), text);
  const error = {
    code: 'model-unusable',
    exitCode: 2,
    message: expect.stringMatching(new RegExp(`sources\\.cards.*${key}`)),
  };
  await expect(readModel(dir, 'model.json', ['cards'])).rejects.toMatchObject(error);
});

it.each<[what: string, at: string, value: unknown]>([
  ['a round that is no share', 'convergence.0', 1e300],
  ['a negative round', 'convergence.0', -1],
  ['a round at one', 'convergence.0', 1],
  ['rounds without end', 'convergence', Array(20_000).fill(0.5)],
  ['a text for rounds', 'convergence', 'x'],
  ['more links than people', 'links', 1e300],
  ['fewer than no links', 'links', -1],
  ['a count beyond all', 'levels.family.exact.count', 1e18],
  ['opportunities beyond all', 'opportunities.namesake', 1e300],
  ['no opportunities', 'opportunities.namesake', 0],
  ['a share above one', 'relationShares.namesake', 1.5],
  ['settled below none', 'settled', { wrong: -1, right: 0 }],
  ['a list for levels', 'levels', []],
])('%s: refused with its place', async (_, at, value) => {
  const json = JSON.parse(written);
  const keys = at.split('.');
  const parent = keys.slice(0, -1).reduce((part, key) => part[key], json.sources.cards);
  parent[keys.at(-1)!] = value;
  writeFileSync(join(dir, 'model.json'), JSON.stringify(json));
  const error = { exitCode: 2, message: expect.stringContaining(`sources.cards.${at}`) };
  await expect(readModel(dir, 'model.json', ['cards'])).rejects.toMatchObject(error);
});

it('as it was written it is read', async () => {
  writeFileSync(join(dir, 'model.json'), written);
  expect(modelJson(await readModel(dir, 'model.json', ['cards']))).toBe(written);
});
