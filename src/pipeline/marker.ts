import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { RUN_MARKER } from '../files/run-marker.js';
import { writeWhole } from '../files/write-whole.js';
import { json } from '../text/failure.js';
import { readManifest } from './manifest.js';

const SCHEMA = z.object({
  schema: z.literal('totsugo-run-folder/1'),
  run_id: z.string().min(1),
  /** What the finished run left at the top of the folder; anything else there was put by people. Null until then. */
  entries: z.array(z.string()).nullable(),
});

export type Marker = z.infer<typeof SCHEMA>;

export async function writeMarker(dir: string, marker: Omit<Marker, 'schema'>): Promise<void> {
  const text = JSON.stringify({ schema: 'totsugo-run-folder/1', ...marker });
  await writeWhole(join(dir, RUN_MARKER), `${text}\n`);
}

export async function readMarker(dir: string): Promise<Marker | null> {
  const bytes = await readRegular(join(dir, RUN_MARKER), LIMITS.state).catch(() => null);
  const parsed = SCHEMA.safeParse(bytes === null ? null : json(bytes.toString('utf8')));
  return parsed.success ? parsed.data : null;
}

/** What stands at a path that a run wants to use. */
export type Found = 'nothing' | 'empty' | 'ours' | 'of-others';

/** @throws the error of the system where the folder cannot be looked into. */
export async function lookAt(dir: string): Promise<Found> {
  const info = await lstat(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (info === null) return 'nothing';
  if (!info.isDirectory()) return 'of-others';
  const names = await readdir(dir);
  if (names.length === 0) return 'empty';
  // Runs of versions before 0.2 have run.json alone; what it says counts, not that there is one.
  return (await readMarker(dir)) !== null || (await readManifest(dir)) !== null || isBegun(names)
    ? 'ours'
    : 'of-others';
}

/** Killed while its very first file was written. */
function isBegun(names: readonly string[]): boolean {
  return names.every((name) => name === `${RUN_MARKER}.part`);
}
