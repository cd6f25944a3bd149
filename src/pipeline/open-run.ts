import { type Manifest, readRun } from './manifest.js';
import { heal } from './run-folders.js';

/** A finished run as every command but `run` takes it: what a crash left on the way to its place is put there first. */
export async function openRun(dir: string): Promise<Manifest> {
  await heal(dir);
  return readRun(dir);
}
