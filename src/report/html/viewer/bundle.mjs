// Bundles the viewer into the two scripts that reports hand out, `assets/viewer.js` and `assets/pages.js`. They are
// classic scripts without globals, since a page opened from disk cannot load modules, and are left readable: an
// organisation that is asked to open them may look. Runs when the program is built, and before tests (vitest).
import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ASSETS = new URL('../assets/', import.meta.url);
const SCRIPTS = { 'viewer.js': 'main.ts', 'pages.js': 'pages.ts' };

/** The text of a script from its entry module; the same bytes wherever and whenever it is made. */
export async function bundled(entry) {
  const { outputFiles } = await build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    target: 'es2023',
    write: false,
  });
  return outputFiles[0].text;
}

/** Writes what has changed, at once: another process may be reading. */
export async function setup() {
  for (const [name, entry] of Object.entries(SCRIPTS)) {
    const text = await bundled(entry);
    const path = fileURLToPath(new URL(name, ASSETS));
    if ((await readFile(path, 'utf8').catch(() => null)) === text) continue;
    const fresh = `${path}.${process.pid}`;
    await writeFile(fresh, text);
    await rename(fresh, path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
