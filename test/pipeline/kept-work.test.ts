import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PipelineFile } from '../../src/audit/pipeline-file.js';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { keptWork, sealWork } from '../../src/pipeline/kept-work.js';
import { lockRun } from '../../src/pipeline/lock-run.js';
import { readManifest } from '../../src/pipeline/manifest.js';
import { runFolders } from '../../src/pipeline/run-folders.js';
import { MINIMAL } from './minimal.js';

let parent: string;
let pipeline: PipelineFile;
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'totsugo-kept-'));
  const path = join(parent, 'town.yaml');
  writeFileSync(path, MINIMAL);
  pipeline = await loadPipeline(path);
});

/** A finished night with sealed working data. */
async function night(name: string, { hour = 1, status = 'done' } = {}): Promise<string> {
  const dir = join(parent, name);
  mkdirSync(join(dir, 'work'), { recursive: true });
  writeFileSync(join(dir, 'work', 'totsugo.duckdb'), 'numbers');
  const manifest = {
    run_id: name,
    tool: { name: 'totsugo', version: '0.1.0' },
    status,
    as_of: '2023-06-22',
    started_at: `2023-06-22T0${hour}:00:00.000Z`,
    finished_at: null,
    pipeline: { name: pipeline.name, path: pipeline.path, sha256: '' },
    inputs_digest: null,
    inputs: [],
    stages: [],
  };
  writeFileSync(join(dir, 'run.json'), JSON.stringify(manifest));
  await sealWork(join(dir, 'work'), (await readManifest(dir))!);
  return dir;
}

/** The night that one into `out` would take over from, and what is said. */
async function found(out: string, of: PipelineFile = pipeline) {
  const said: string[] = [];
  const kept = await keptWork(await runFolders(join(parent, out)), of, ({ en }) => said.push(en));
  await kept?.release();
  return [kept?.runId ?? null, said.map((line) => line.split(':')[0])];
}

const VERSION = 'The working data of the last run was made by another version of the program';
const UNREADABLE = 'The working data of the last run cannot be read';

describe('what a night takes over from', () => {
  it('is the output folder, else the newest beside it', async () => {
    expect(await found('tonight')).toEqual([null, []]);
    await night('monday', { hour: 1 });
    await night('wednesday', { hour: 3 });
    await night('tuesday', { hour: 2 });
    expect(await found('tonight')).toEqual(['wednesday', []]);
    expect(await found('monday')).toEqual(['monday', []]);
  });

  it('is none of another pipeline, whether it has another name or another file', async () => {
    await night('monday');
    expect(await found('monday', { ...pipeline, name: 'other' })).toEqual([null, []]);
    expect(await found('monday', { ...pipeline, path: join(parent, 'copy.yaml') })).toEqual([null, []]);
    expect(await found('tonight', { ...pipeline, path: join(parent, 'copy.yaml') })).toEqual([null, []]);
  });

  it('is none that was purged, failed, or is not the run of which it is told', async () => {
    const dir = await night('monday');
    rmSync(join(dir, 'work'), { recursive: true });
    expect(await found('monday')).toEqual([null, []]);
    await night('failed', { status: 'failed' });
    expect(await found('failed')).toEqual([null, []]);
    const other = await night('tuesday');
    const seal = join(other, 'work', 'kept.json');
    writeFileSync(seal, readFileSync(seal, 'utf8').replace('"tuesday"', '"monday"'));
    expect(await found('tuesday')).toEqual([null, []]);
  });

  it.each<[string, (seal: string, database: string) => void, (string | null)[]]>([
    ['of another program', (seal) => replace(seal, /"program":"./, '"program":"x'), [VERSION]],
    ['cut', (_, database) => writeFileSync(database, 'num'), [UNREADABLE]],
    ['gone', (_, database) => rmSync(database), [UNREADABLE]],
    ['without a seal', (seal) => rmSync(seal), []],
    ['with a torn seal', (seal) => replace(seal, /.{9}$/s, ''), []],
    ['with an empty seal', (seal) => writeFileSync(seal, ''), []],
    ['with a seal of a later shape', (seal) => replace(seal, 'kept/1', 'kept/2'), []],
  ])('is none that is %s', async (_, damage, said) => {
    const work = join(await night('monday'), 'work');
    damage(join(work, 'kept.json'), join(work, 'totsugo.duckdb'));
    expect(await found('monday')).toEqual([null, said]);
  });

  it('is held while it is read, and left alone while another holds it', async () => {
    const dir = await night('monday');
    const kept = await keptWork(await runFolders(join(parent, 'tonight')), pipeline, () => {});
    await expect(lockRun(dir)).rejects.toMatchObject({ exitCode: 4 });
    await kept!.release();
    const unlock = await lockRun(dir);
    expect(await found('tonight')).toEqual([null, []]);
    await unlock();
    cpSync(dir, join(parent, '.monday.previous'), { recursive: true });
    rmSync(dir, { recursive: true });
    expect(await found('tonight')).toEqual([null, []]);
  });
});

function replace(path: string, what: string | RegExp, by: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(what, by));
}
