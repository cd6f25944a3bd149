import { join } from 'node:path';
import type { Disposed } from '../files/dispose.js';
import { writeWhole } from '../files/write-whole.js';
import { now } from './clock.js';
import { type Manifest, writeManifest } from './manifest.js';

/** disposal.json: what was disposed of, when and by which run; and run.json that says so. */
export async function leaveRecord(
  dir: string,
  manifest: Manifest,
  { files, bytes }: Disposed,
  logged: boolean,
): Promise<void> {
  const record = {
    run_id: manifest.run_id,
    disposed_at: now().toISOString(),
    folder: 'work',
    files,
    bytes,
    ...(logged ? {} : { logged }),
  };
  await writeWhole(join(dir, 'disposal.json'), `${JSON.stringify(record, null, 2)}\n`);
  await writeManifest(dir, { ...manifest, status: 'purged' });
}
