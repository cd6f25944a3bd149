import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckDb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { writeWhole } from '../files/write-whole.js';
import { Failure } from '../text/failure.js';
import { makePlaces } from './addresses.js';
import { DATE_MACROS } from './dates-sql.js';
import { makeFacts } from './facts.js';
import { makeMunicipalities } from './municipalities.js';
import { makeNameTables } from './names/name-tables.js';
import { makeNumbers } from './numbers.js';
import { makePeople } from './people.js';
import { plantLikenesses } from './plants.js';
import { installRandom } from './random.js';
import { makeRecords, SOURCES } from './records.js';
import { outsiders, type World } from './world.js';
import { makeExport } from './write/exports.js';
import type { Encoding } from './write/files.js';
import { pipelineYaml } from './write/pipeline-yaml.js';
import { writeWorld } from './write/write-world.js';
import { makeWrongLinks } from './wrong-links.js';

export interface SynthOptions {
  /** Folder to write into; made when missing, and empty. */
  readonly out: string;
  readonly residents: number;
  readonly seed: number;
  /** Share of all links made wrong: 0 for none, else every cause has a few in any world. Default 0.0005. */
  readonly wrongRate?: number;
  /** Of the three text exports; accounts.txt is always CP932, services.jsonl always UTF-8. */
  readonly encoding?: Encoding;
  readonly threads?: number;
}

export interface SynthReport {
  readonly residents: number;
  /** Links of each source, and how many of them are wrong. */
  readonly sources: Readonly<Record<string, { readonly links: number; readonly wrong: number }>>;
  /** Wrong links by cause. */
  readonly causes: Readonly<Record<string, number>>;
  readonly pipeline: string;
}

/**
 * Makes a world: a register, four sources linked to it, some of the links wrong, and truth.csv. The same
 * options give the same bytes whatever the number of threads; both encodings tell of the same world. The world is
 * written aside and moved into the folder once it is whole, pipeline.yaml last.
 *
 * @throws {Failure} `synth-folder` (exit code 2) where the folder holds anything: nothing is ever replaced.
 */
export async function synthesise(options: SynthOptions): Promise<SynthReport> {
  const { out, encoding = 'utf-8', wrongRate = 0.0005, residents, seed } = options;
  const aside = await emptyFolder(out);
  const tempDirectory = join(aside, 'spill');
  const engine = await openDuckDb({
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    tempDirectory,
    reach: { folders: [aside] },
  });
  try {
    await makeWorld(engine, { residents, seed, wrongRate, people: residents + outsiders(residents) });
    const world = join(aside, 'world');
    await mkdir(world);
    await writeWorld(engine, world, encoding);
    await writeWhole(join(world, PIPELINE), pipelineYaml(`synth-${residents}-${seed}`, encoding));
    for (const name of (await readdir(world)).filter((name) => name !== PIPELINE))
      await rename(join(world, name), join(out, name));
    await rename(join(world, PIPELINE), join(out, PIPELINE));
    return await report(engine, residents, join(out, PIPELINE));
  } finally {
    engine.close();
    await rm(aside, { recursive: true, force: true });
  }
}

const PIPELINE = 'pipeline.yaml';
/** While it stands, the folder was empty when its world was begun, and the world is not whole. */
const ASIDE = '.synth.part';

/** Makes the folder, and one aside in it; what a killed attempt has left is made anew. */
async function emptyFolder(out: string): Promise<string> {
  const found = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return [out];
    throw error;
  });
  if (found.length > 0 && !found.includes(ASIDE)) throw new Failure('synth-folder', { values: { dir: out } });
  const aside = join(out, ASIDE);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  return aside;
}

/** Each step reads the tables of those before it and makes its own; see their docstrings for the columns. */
async function makeWorld(engine: Engine, size: Omit<World, 'nations'>): Promise<void> {
  await installRandom(engine, size.seed);
  await engine.run(DATE_MACROS);
  const world = { ...size, nations: await makeNameTables(engine) };
  await makeMunicipalities(engine, world);
  await makePeople(engine, world);
  await makePlaces(engine, world);
  await plantLikenesses(engine, world);
  await makeFacts(engine);
  await makeRecords(engine, world);
  await makeWrongLinks(engine, world);
  await makeNumbers(engine);
  for (const source of SOURCES) await makeExport(engine, source);
}

async function report(engine: Engine, residents: number, pipeline: string): Promise<SynthReport> {
  const sources = await Promise.all(
    SOURCES.map(async (source) => {
      const [counted] = await engine.rows<{ links: number; wrong: number }>(
        `SELECT count(*) AS links, count(*) FILTER (wrong) AS wrong FROM out_${source}`,
      );
      return [source, counted!] as const;
    }),
  );
  const causes = await engine.rows<{ cause: string; n: number }>(
    'SELECT cause, count(*) AS n FROM wrong GROUP BY cause ORDER BY cause',
  );
  return {
    residents,
    sources: Object.fromEntries(sources),
    causes: Object.fromEntries(causes.map(({ cause, n }) => [cause, n])),
    pipeline,
  };
}
