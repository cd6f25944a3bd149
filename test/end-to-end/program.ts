import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SAMPLE = join(ROOT, 'pipelines', 'emergency-review.yaml');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built program as a user would; `npm test` builds it first. Where nothing of the environment is asked for, in a
 * process that has run it before (`warm-program.mjs`): most tests need what a command does, and not a start of their own. What is read
 * once at a start (`--log-format`) and what a child of the program writes need `started`.
 */
export function totsugo(args: readonly string[], env?: Readonly<Record<string, string>>): Outcome {
  return env === undefined && !args.includes('--log-format')
    ? outcome([WARM, 'ask', warmSocket(), ...args])
    : started(args, env);
}

/** Runs the built program in a process of its own. */
export function started(args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  return outcome([join(ROOT, 'dist', 'cli.js'), ...args], env);
}

function outcome(args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
    cwd: ROOT,
  });
  return { code: status, stdout, stderr };
}

const WARM = join(ROOT, 'test', 'end-to-end', 'warm-program.mjs');
let socket: string | undefined;

/** Where the warm program of this worker listens; it is started at the first question, and ends with the worker. */
function warmSocket(): string {
  if (socket !== undefined) return socket;
  socket = process.platform === 'win32' ? `\\\\.\\pipe\\totsugo-${process.pid}` : join(temporary(), 'socket');
  spawn(process.execPath, [WARM, 'serve', socket], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, LANG: 'en_US.UTF-8' },
    cwd: ROOT,
  }).unref();
  return socket;
}

export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'totsugo-test-'));
}

/** Paths below a folder, relative to it, `work/` left out. */
export function outputs(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('work'))
    .sort();
}

export function json<T>(dir: string, name: string): T {
  return JSON.parse(readFileSync(join(dir, name), 'utf8')) as T;
}

export function lines<T>(dir: string, name: string): T[] {
  return readFileSync(join(dir, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export function mode(path: string): number {
  return statSync(path).mode & 0o777;
}
