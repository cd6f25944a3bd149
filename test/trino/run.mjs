// `npm run test:trino`: brings up a Trino cluster on loopback and runs the tests of this folder on it, then stops it. Without
// JDK 25 or Maven it says so and ends well: whoever has neither can change all else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
// Kept between runs: the server is 361 MB, and takes four minutes to fetch.
const dir = process.env.TOTSUGO_TRINO_DIR ?? join(homedir(), '.cache', 'totsugo', 'trino');

/** A cluster that is there already, by its address and the folder that it shares; else one of our own. */
const given = process.env.TOTSUGO_TRINO_URL;
const settings = {
  TRINO_PORT: process.env.TRINO_PORT ?? '18080',
  TRINO_HEAP: process.env.TRINO_HEAP ?? '1200m',
};

function lacking() {
  const jvms = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm') : [];
  if (!process.env.TRINO_JAVA_HOME && !jvms.some((name) => name.includes('25')))
    return 'JDK 25 (or TRINO_JAVA_HOME)';
  if (spawnSync('mvn', ['--version']).status !== 0) return 'Maven (mvn)';
  return null;
}

function cluster(verb) {
  const { status, stdout } = spawnSync('bash', [join(import.meta.dirname, 'cluster.sh'), verb, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    env: { ...process.env, ...settings },
  });
  return status === 0 ? stdout.trim().split('\n').at(-1) : null;
}

/** Tests, the last ones alone: they stop nodes of the cluster in `nodes`, which is left out where it is somebody else's. */
function tests(url, shared, nodes) {
  const env = { ...process.env, ...settings, TOTSUGO_TRINO_URL: url, TOTSUGO_TRINO_SHARED: shared };
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
const why = lacking();
if (why !== null) {
  console.log(`skipped: the tests of Trino need ${why}`);
  process.exit(0);
}
mkdirSync(dir, { recursive: true });
try {
  const url = cluster('start');
  console.log(url === null ? 'the cluster did not start' : `the cluster answers at ${url}`);
  process.exitCode = url === null ? 1 : tests(url, join(dir, 'lake'), dir);
} finally {
  cluster('stop');
}
