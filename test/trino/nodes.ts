import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Node = 'coordinator' | 'worker-1' | 'worker-2';

/** The folder of the cluster of `npm run test:trino`, whose nodes may be stopped; null where somebody else's is tested. */
export const OWN = process.env.TOTSUGO_TRINO_NODES ?? null;

const PORTS: Readonly<Record<Node, number>> = { coordinator: 0, 'worker-1': 1, 'worker-2': 2 };

export function signal(node: Node, what: NodeJS.Signals): void {
  process.kill(pidOf(node), what);
}

/** Asks a worker to end what it is at, to take nothing new, and to go. */
export async function drain(node: Node, coordinator: string): Promise<void> {
  const url = new URL('/v1/info/state', coordinator);
  url.port = String(Number(url.port) + PORTS[node]);
  const { ok, status } = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-trino-user': 'test' },
    body: '"SHUTTING_DOWN"',
  });
  if (!ok) throw new Error(`${node} does not shut down: HTTP ${status}`);
}

/** Waits until a node is gone. */
export async function gone(node: Node): Promise<void> {
  for (const pid = pidOf(node); isAlive(pid); ) await wait(200);
}

/** Starts nodes that are gone, or are going, and waits until all are there. */
export async function begin(...nodes: readonly Node[]): Promise<void> {
  for (const node of nodes) await gone(node);
  const args = [join(import.meta.dirname, 'cluster.sh'), 'start', OWN!, nodes.join(' ')];
  const child = spawn('bash', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${nodes.join(' and ')} do not come up`);
}

/** Starts those that a test has stopped. */
export async function mend(): Promise<void> {
  const away = (Object.keys(PORTS) as Node[]).filter((node) => !isAlive(pidOf(node)));
  if (away.length > 0) await begin(...away);
}

function pidOf(node: Node): number {
  return Number(readFileSync(join(OWN!, 'nodes', node, 'pid'), 'utf8'));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One whose parent has not asked after it is dead as well.
    return !/^\d+ \(.*\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
