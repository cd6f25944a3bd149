import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../text/failure.js';

/** What a run may have left that was killed before its run.json was whole. */
const STARTING: ReadonlySet<string> = new Set(['.lock', 'run.json.part', 'work', 'audit-log.jsonl']);

/** A folder that holds something else than a run is never emptied. */
export async function mustBeOurs(outDir: string): Promise<void> {
  const names = await readdir(outDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new Failure(
      'folder-unusable',
      {
        ja: '出力先をフォルダとして開けません: {dir}',
        en: 'The output folder cannot be opened as a folder: {dir}',
      },
      { exitCode: 2, values: { dir: outDir }, cause: error },
    );
  });
  if (names.length === 0 || names.includes('run.json') || names.every((name) => STARTING.has(name))) return;
  throw new Failure(
    'folder-not-empty',
    {
      ja: '出力先に実行結果以外のファイルがあります: {dir}',
      en: 'The output folder holds other files than a run: {dir}',
    },
    { exitCode: 2, values: { dir: outDir } },
  );
}

/** Removes what an earlier run left, run.json last: until then the folder is known for a run's. The lock stays. */
export async function emptyFolder(outDir: string): Promise<void> {
  const names = await readdir(outDir);
  for (const name of [...names.filter((other) => other !== 'run.json'), 'run.json']) {
    if (name !== '.lock') await rm(join(outDir, name), { recursive: true, force: true });
  }
}
