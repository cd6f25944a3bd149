import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs the built program on a pipeline file. Its words are left out, its errors are not. */
export function audit(pipeline, out) {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const args = [cli, 'run', pipeline, '--out', out, '--lang', 'en', '--quiet'];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`totsugo run ended with ${status}`);
}
