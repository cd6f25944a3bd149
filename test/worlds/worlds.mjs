/**
 * Makes a life-like region, runs the built program on it and prints how well it did:
 *
 *   npm run worlds -- --residents 60000 --seed 1 [--foreigners 0.04] [--without-kana 0.4] [--rate 0.003]
 *     [--bad pensions=0.2] [--blocks 3] [--dirty insurance] [--out DIR] [--keep] [--only-write]
 *
 * Writes DIR/world (the files), DIR/run (what the program made of it) and DIR/score.json. DIR is a new temporary folder
 * unless told; it is removed again unless it is told or --keep is given.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { audit } from './audit.mjs';
import { writeWorld } from './files.mjs';
import { readLinks, score } from './score.mjs';
import { table } from './score-table.mjs';
import { world } from './world.mjs';

const { values } = parseArgs({
  options: {
    residents: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '1' },
    foreigners: { type: 'string', default: '0.04' },
    'without-kana': { type: 'string', default: '0.4' },
    rate: { type: 'string', default: '0.003' },
    bad: { type: 'string', multiple: true, default: [] },
    blocks: { type: 'string', default: '0' },
    dirty: { type: 'string', default: '' },
    out: { type: 'string' },
    keep: { type: 'boolean', default: false },
    'only-write': { type: 'boolean', default: false },
  },
});

const folder = values.out ?? (await mkdtemp(join(tmpdir(), 'totsugo-world-')));
try {
  await writeWorld(
    join(folder, 'world'),
    world({
      residents: Number(values.residents),
      seed: values.seed,
      foreigners: Number(values.foreigners),
      withoutKana: Number(values['without-kana']),
      rate: Number(values.rate),
      bad: Object.fromEntries(values.bad.map((one) => [one.split('=')[0], Number(one.split('=')[1])])),
      blocks: Number(values.blocks),
      dirty: values.dirty,
    }),
  );
  if (!values['only-write']) {
    audit(join(folder, 'world', 'pipeline.yaml'), join(folder, 'run'));
    const report = score(await readLinks(join(folder, 'world'), join(folder, 'run')));
    await writeFile(
      join(folder, 'score.json'),
      `${JSON.stringify({ options: values, ...report }, null, 1)}\n`,
    );
    console.log(table(report));
  }
} finally {
  if (!values.out && !values.keep) await rm(folder, { recursive: true });
  else console.error(`In ${folder}`);
}
