import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { auditKey } from './audit-key.js';
import { openAuditLogOf } from './audit-log.js';
import { now } from './clock.js';
import { loadPipeline } from './file/load.js';
import { lockFolder } from './lock.js';
import { readRun, writeManifest } from './manifest.js';
import { writeWhole } from './write-file.js';

const ZEROS = Buffer.alloc(1024 * 1024);

/**
 * Overwrites and removes everything under work/, where full numbers are, and leaves disposal.json: what was
 * disposed of, when and by which run. Where that was done before it changes nothing, and gives 0. Throws a Failure with exit code 2 for a folder that holds no run.
 */
export async function purgeRun(dir: string): Promise<{ readonly files: number; readonly bytes: number }> {
  const manifest = await readRun(dir);
  const unlock = await lockFolder(dir);
  try {
    const work = join(dir, 'work');
    const paths = await filesBelow(work);
    // The record of what was disposed of is evidence: a second purge must not put "nothing" in its place.
    if (paths.length === 0 && manifest.status === 'purged') return { files: 0, bytes: 0 };
    let bytes = 0;
    for (const path of paths) bytes += await overwrite(path);
    await rm(work, { recursive: true, force: true });
    const record = {
      run_id: manifest.run_id,
      disposed_at: now().toISOString(),
      folder: 'work',
      files: paths.length,
      bytes,
    };
    await writeWhole(join(dir, 'disposal.json'), `${JSON.stringify(record, null, 2)}\n`);
    await writeManifest(dir, { ...manifest, status: 'purged' });
    // A pipeline file that is gone must not keep data from being disposed of.
    const key = await loadPipeline(manifest.pipeline.path)
      .then(auditKey)
      .catch(() => null);
    await (await openAuditLogOf(dir, manifest.run_id, key)).write('purged', { files: paths.length, bytes });
    return { files: paths.length, bytes };
  } finally {
    await unlock();
  }
}

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function overwrite(path: string): Promise<number> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  try {
    for (let at = 0; at < size; at += ZEROS.length) {
      await file.write(ZEROS, 0, Math.min(ZEROS.length, size - at), at);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return size;
}
