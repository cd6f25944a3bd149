// `npm run test:trino`: brings up a Trino cluster on loopback and runs the tests of this folder on it, then stops it. Without
// JDK 25 or Maven it says so and ends well: whoever has neither can change all else.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ownCluster } from './own-cluster.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** A cluster that is there already, by its address and the folder that it shares; else one of our own. */
const given = process.env.TOTSUGO_TRINO_URL;
const own = ownCluster({ heap: '1200m' });

/** Tests, the last ones alone: they stop nodes of the cluster in `nodes`, which is left out where it is somebody else's. */
function tests(url, shared, nodes) {
  const env = { ...process.env, ...own.settings, TOTSUGO_TRINO_URL: url, TOTSUGO_TRINO_SHARED: shared };
  const vitest = (files, more = {}) =>
    spawnSync('npx', ['vitest', 'run', '--project', 'default', ...files.map((file) => `test/${file}`)], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...env, ...more },
    }).status ?? 1;
  const status = vitest(['trino/contract.test.ts', 'trino/night.test.ts', 'engine/dialect.test.ts']);
  if (status !== 0 || nodes === undefined) return status;
  return vitest(['trino/failures.test.ts'], { TOTSUGO_TRINO_NODES: nodes });
}

if (given) process.exit(tests(given, process.env.TOTSUGO_TRINO_SHARED));
if (own.lacking !== null) {
  console.log(`skipped: the tests of Trino need ${own.lacking}`);
  process.exit(0);
}
try {
  const url = own.start();
  console.log(url === null ? 'the cluster did not start' : `the cluster answers at ${url}`);
  process.exitCode = url === null ? 1 : tests(url, own.shared, own.dir);
} finally {
  own.stop();
}
