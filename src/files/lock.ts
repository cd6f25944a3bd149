import { randomUUID } from 'node:crypto';
import { access, constants, link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { Failure } from '../text/failure.js';

/** Who holds a lock, for the message only; nothing is judged by it. */
export interface LockOwner {
  readonly pid: number;
  /** ISO time at which the process started. */
  readonly started: string;
  readonly host: string;
  /** Tells a restarted machine; null where the system has none. */
  readonly boot_id: string | null;
}

/** Of this process: a second lock on one file in one process would not be refused by the system, and end the first. */
const held = new Set<string>();

const RETRY_MS = 25;

/** What the engine says of a lock file that holds something else, or was torn; an empty one is as good as new. */
const DAMAGED = /not a valid DuckDB database|could not read enough bytes|corrupt|checksum/i;

/**
 * Takes a lock: the system's own lock on a file that stays where it is. The system frees it with the process, however
 * that ends, so there are no dead locks to judge by process numbers and clocks, and nothing to take over: a container
 * that restarts with the same number, a clock set back or five at once over a killed one are all the same to it.
 * Node has no such call; DuckDB locks the file of a database that it opens, so the lock is an empty database.
 *
 * @param wait milliseconds to wait for another holder.
 * @returns a function that gives the lock back.
 * @throws {Failure} `held` (exit code 4), naming the file, its holder and what frees it; `lock-damaged` (exit code 4).
 */
export async function takeLock(lockPath: string, { wait = 0 } = {}): Promise<() => Promise<void>> {
  const path = resolve(lockPath);
  const until = performance.now() + wait;
  await makeLockFile(path);
  for (;;) {
    const instance = held.has(path) ? null : await tryOpen(path);
    if (instance !== null) {
      await writeFile(ownerPath(path), JSON.stringify(await owner()), { mode: 0o600 }).catch(() => undefined);
      return async () => {
        await rm(ownerPath(path), { force: true }).catch(() => undefined);
        instance.closeSync();
        held.delete(path);
      };
    }
    if (performance.now() >= until) throw await heldBy(path);
    await setTimeout(RETRY_MS);
  }
}

/** Does something under a lock. */
export async function withLock<T>(path: string, wait: number, work: () => Promise<T>): Promise<T> {
  const unlock = await takeLock(path, { wait });
  try {
    return await work();
  } finally {
    await unlock();
  }
}

/** The lock file of a file or folder: beside it, hidden. */
export function lockPathOf(path: string): string {
  const absolute = resolve(path);
  return join(dirname(absolute), `.${basename(absolute).replace(/^\./, '')}.lock`);
}

/** Made aside and linked into place, so that a lock file is whole from its first moment; it is never removed. */
async function makeLockFile(path: string): Promise<void> {
  if (await stat(path).catch(() => null)) return;
  await access(dirname(path), constants.W_OK);
  const aside = `${path}.${randomUUID()}`;
  (await DuckDBInstance.create(aside, { threads: '1' })).closeSync();
  try {
    await link(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Null where another process has it. */
async function tryOpen(path: string): Promise<DuckDBInstance | null> {
  held.add(path);
  try {
    return await DuckDBInstance.create(path, { threads: '1' });
  } catch (error) {
    held.delete(path);
    const { message } = error as Error;
    if (/Could not set lock|being used by another process/i.test(message)) return null;
    if (DAMAGED.test(message)) {
      throw new Failure('lock-damaged', { values: { lock: path }, cause: error });
    }
    throw error;
  }
}

async function heldBy(lock: string): Promise<Failure> {
  const said = await readFile(ownerPath(lock), 'utf8')
    .then((text) => JSON.parse(text) as LockOwner)
    .catch(() => null);
  const { pid = '?', host = '?', started = '?' } = said ?? {};
  return new Failure('held', { values: { lock, pid, host, started } });
}

function ownerPath(lock: string): string {
  return `${lock}.owner`;
}

async function owner(): Promise<LockOwner> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  return {
    pid: process.pid,
    started: new Date(performance.timeOrigin).toISOString(),
    host: hostname(),
    boot_id: boot?.trim() ?? null,
  };
}
