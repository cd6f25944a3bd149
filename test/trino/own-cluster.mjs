import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A Trino cluster of our own on loopback: `lacking` says what of it this machine does not have, or is null; `start` gives its
 * address, or null. `heap` is that of each of its three processes.
 */
export function ownCluster({ heap }) {
  // Kept between runs: the server is 361 MB, and takes four minutes to fetch.
  const dir = process.env.TOTSUGO_TRINO_DIR ?? join(homedir(), '.cache', 'totsugo', 'trino');
  const settings = {
    TRINO_PORT: process.env.TRINO_PORT ?? '18080',
    TRINO_HEAP: process.env.TRINO_HEAP ?? heap,
  };
  const act = (verb) => {
    const { status, stdout } = spawnSync('bash', [join(import.meta.dirname, 'cluster.sh'), verb, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      env: { ...process.env, ...settings },
    });
    return status === 0 ? stdout.trim().split('\n').at(-1) : null;
  };
  return {
    dir,
    settings,
    shared: join(dir, 'lake'),
    lacking: lacking(),
    start: () => {
      mkdirSync(dir, { recursive: true });
      // What a run of tests that was killed has left there, every night would name.
      if (!isUp(dir)) rmSync(join(dir, 'lake'), { recursive: true, force: true });
      return act('start');
    },
    stop: () => act('stop'),
  };
}

/** Whether one of its nodes lives: another run of tests or benches has it. */
function isUp(dir) {
  const nodes = join(dir, 'nodes');
  return (existsSync(nodes) ? readdirSync(nodes) : []).some((node) => {
    const pid = join(nodes, node, 'pid');
    return existsSync(pid) && existsSync(join('/proc', readFileSync(pid, 'utf8').trim()));
  });
}

function lacking() {
  const jvms = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm') : [];
  if (!process.env.TRINO_JAVA_HOME && !jvms.some((name) => name.includes('25')))
    return 'JDK 25 (or TRINO_JAVA_HOME)';
  if (spawnSync('mvn', ['--version']).status !== 0) return 'Maven (mvn)';
  return null;
}
