import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The name beside the folders of runs that leads to the last good one. */
export const LATEST = 'latest';

/**
 * Points `latest` beside a finished run at it. A link: relative, so that the folder around can be moved, and replaced by
 * rename, so that it leads to a whole run at any moment. Windows has junctions, which need no rights, but are absolute and cannot
 * be renamed over: there it is missing for a moment. Anything else of that name is somebody's, and stays; where the file
 * system has no links, or the folder around cannot be written, there is none.
 */
export async function pointLatest(target: string): Promise<void> {
  const link = join(dirname(target), LATEST);
  if (link === target) return;
  const found = await lstat(link).catch(() => null);
  if (found !== null && !found.isSymbolicLink()) return;
  const isWindows = process.platform === 'win32';
  const to = isWindows ? target : basename(target);
  if (found !== null && (await readlink(link)) === to) return;
  const aside = `${link}.part`;
  try {
    await rm(aside, { force: true });
    await symlink(to, aside, 'junction');
    if (isWindows) await rm(link, { force: true });
    await rename(aside, link);
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}
