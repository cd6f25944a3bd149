import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PipelineFile } from '../../src/audit/pipeline-file.js';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { completeFinished } from '../../src/pipeline/finish-run.js';
import { writeMarker } from '../../src/pipeline/marker.js';
import { nightsPath } from '../../src/pipeline/nights.js';
import { type RunFolders, runFolders } from '../../src/pipeline/run-folders.js';
import { MINIMAL } from './minimal.js';

let parent: string;
let folders: RunFolders;
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'totsugo-finish-'));
  folders = await runFolders(join(parent, 'out'));
});

async function pipelineAt(name: string): Promise<PipelineFile> {
  writeFileSync(join(parent, name), MINIMAL);
  return loadPipeline(join(parent, name));
}

/** A run that stands beside its target, as it was when its process ended. */
async function stopped({ name, path }: PipelineFile, { status = 'done', whole = true } = {}): Promise<void> {
  const dir = folders.running;
  mkdirSync(dir);
  const manifest = {
    run_id: 'monday',
    tool: { name: 'totsugo', version: '0.1.0' },
    status,
    as_of: '2023-06-22',
    started_at: '2023-06-22T01:00:00.000Z',
    finished_at: '2023-06-22T01:01:00.000Z',
    pipeline: { name, path, sha256: '' },
    inputs_digest: null,
    inputs: [],
    stages: [],
  };
  writeFileSync(join(dir, 'run.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'findings.jsonl'), '{"finding_id":"F-a","kind":"wrong-resident"}\n');
  for (const file of ['quality.json', 'model.json']) writeFileSync(join(dir, file), '{}');
  const entries = ['findings.jsonl', 'model.json', 'quality.json', 'run.json'];
  await writeMarker(dir, { run_id: 'monday', entries: whole ? entries : null });
}

const kept = (pipeline: PipelineFile) =>
  existsSync(nightsPath(pipeline)) ? readdirSync(nightsPath(pipeline)) : [];

describe('a run that was stopped when it was whole', () => {
  it('takes its place, and its night is kept for the next ones', async () => {
    const pipeline = await pipelineAt('town.yaml');
    await stopped(pipeline);
    await completeFinished(pipeline, folders);
    expect(existsSync(folders.running)).toBe(false);
    expect(readFileSync(join(folders.target, 'findings.jsonl'), 'utf8')).toContain('F-a');
    expect(kept(pipeline)).toEqual(['monday']);
    expect(readFileSync(join(nightsPath(pipeline), 'monday', 'findings.jsonl'), 'utf8')).toBe(
      '{"finding_id":"F-a"}\n',
    );
  });

  it('takes its place and is no night of another pipeline', async () => {
    const [pipeline, other] = [await pipelineAt('town.yaml'), await pipelineAt('village.yaml')];
    await stopped(pipeline);
    await completeFinished(other, folders);
    expect(existsSync(folders.target)).toBe(true);
    expect([...kept(pipeline), ...kept(other)]).toEqual([]);
  });

  it.each([
    ['was not whole yet', { whole: false }],
    ['failed', { status: 'failed' }],
  ])('is left where it is when it %s', async (_, state) => {
    const pipeline = await pipelineAt('town.yaml');
    await stopped(pipeline, state);
    await completeFinished(pipeline, folders);
    expect(existsSync(folders.running)).toBe(true);
    expect(existsSync(folders.target)).toBe(false);
    expect(kept(pipeline)).toEqual([]);
  });
});
