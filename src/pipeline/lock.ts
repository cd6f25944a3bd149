import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../text/failure.js';

/**
 * Takes an output folder for this process; the returned function gives it back. Throws a Failure with exit
 * code 4 while another live process holds it. A lock whose process is gone is taken over.
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const path = join(dir, '.lock');
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      if (attempt > 0 || (await isHeld(path))) {
        throw new Failure(
          'folder-held',
          {
            ja: '別の実行がこの出力先を使用中です: {dir}',
            en: 'Another run holds this output folder: {dir}',
          },
          { exitCode: 4, values: { dir }, cause },
        );
      }
      await rm(path, { force: true });
    }
  }
}

async function isHeld(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
