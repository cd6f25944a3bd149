import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PipelineFile } from '../audit/pipeline-file.js';
import { syncFolder, writeWhole } from '../files/write-whole.js';
import { type Manifest, readManifest, writeManifest } from './manifest.js';
import { NIGHTS, nightsPath } from './nights.js';
import { QUALITY_FILE } from './quality-file.js';

/** Nights kept: those that are looked at, and some to have when folders of theirs are taken away. */
const KEPT = NIGHTS + 2;

/**
 * Keeps beside the pipeline file what the next nights need of this one: which findings it had, what its checks saw and
 * what it learned. No values of people. Nothing where the folder of the pipeline file cannot be written.
 */
export async function keepNight(pipeline: PipelineFile, outDir: string, manifest: Manifest): Promise<void> {
  const nights = nightsPath(pipeline);
  const dir = join(nights, manifest.run_id);
  const aside = `${dir}.part`;
  try {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
    await writeWhole(join(aside, 'findings.jsonl'), idLines(join(outDir, 'findings.jsonl')));
    for (const name of [QUALITY_FILE, 'model.json']) await copyFile(join(outDir, name), join(aside, name));
    await writeManifest(aside, {
      ...manifest,
      stages: manifest.stages.map(({ figures: _, ...stage }) => stage),
    });
    await rm(dir, { recursive: true, force: true });
    await rename(aside, dir);
    await syncFolder(nights);
    await forget(nights);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function* idLines(path: string): AsyncIterable<string> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const id = /^\{"finding_id":"([^"]+)"/.exec(line)?.[1];
    if (id) yield `{"finding_id":"${id}"}\n`;
  }
}

/** Takes the oldest nights away. */
async function forget(nights: string): Promise<void> {
  const kept: { dir: string; startedAt: string }[] = [];
  for (const name of await readdir(nights)) {
    const dir = join(nights, name);
    const manifest = await readManifest(dir);
    if (manifest) kept.push({ dir, startedAt: manifest.started_at });
  }
  kept.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  for (const { dir } of kept.slice(KEPT)) await rm(dir, { recursive: true, force: true });
}
