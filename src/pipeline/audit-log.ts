import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { lockPathOf, withLock } from '../files/lock.js';
import { openRegular } from '../files/regular-file.js';
import { syncFolder, writeWhole } from '../files/write-whole.js';
import { Failure } from '../text/failure.js';
import { type ChainEnd, type ChainKey, CUT_FOUND, endFrom, NO_LINES, nextLine } from './audit-chain.js';
import { now } from './clock.js';
import { LOG_HEAD, readLogHead, writeLogHead } from './log-head.js';

/** The run's own copy of the log, as of its last command, in the output folder. */
export const AUDIT_LOG = 'audit-log.jsonl';

/** What was done, with details that hold no record's value. */
export interface LogEntry {
  readonly action: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface AuditLog {
  readonly path: string;
  /** Adds lines, all or (where the process dies) some of them from the first on. */
  write(...entries: readonly LogEntry[]): Promise<void>;
  /** Leaves a copy and its head in the folder of a run; a folder that cannot be written keeps the copy that it has. */
  copyTo(dir: string): Promise<void>;
}

export interface LogPlace {
  readonly path: string;
  readonly runId: string;
  readonly key: ChainKey | null;
  /** Keys of before, by which earlier lines and heads are held. */
  readonly retired?: readonly ChainKey[];
  /** Second places for the log's head, kept up with it. */
  readonly heads: readonly string[];
  /** Heads of earlier commands that are only held against the log. */
  readonly witnesses: readonly string[];
}

/** Other commands hold the log for milliseconds; a disk that stalls may take longer. */
const LOCK_WAIT_MS = 60_000;

/**
 * Opens the log that lines of a run go to: who did what, when, on which files, across all runs of a pipeline; it is
 * only ever added to. Looks whether it can be carried on with, and writes nothing yet.
 *
 * @throws {Failure} (exit code 2) `audit-log-keyed` where its lines have a key and none is at hand, `audit-log-unreadable`
 *   where its last line is none.
 */
export async function openAuditLog(place: LogPlace): Promise<AuditLog> {
  mayCarryOn((await readEnd(place.path)).end, place);
  return {
    path: place.path,
    write: (...entries) => withLock(lockPathOf(place.path), LOCK_WAIT_MS, () => addLines(place, entries)),
    copyTo: (dir) => copyLog(place, dir),
  };
}

async function addLines(place: LogPlace, entries: readonly LogEntry[]): Promise<void> {
  const { path, key } = place;
  const { end: found, size, torn } = await readEnd(path);
  mayCarryOn(found, place);
  const told: LogEntry[] = [
    ...(torn > 0 ? [{ action: 'log-repaired', details: { bytes: torn } }] : []),
    ...(await cutBefore(place, found)),
    ...rotated(found, key),
    ...setBack(found),
    ...entries,
  ];
  let end = found;
  let text = '';
  for (const { action, details } of told) {
    const entry = { at: now().toISOString(), who: who(), run_id: place.runId, action, ...details };
    const next = nextLine(end, entry, key);
    text += next.line;
    end = next.end;
  }
  const file = await open(path, 'a', 0o600);
  try {
    // Where the file is another's, its rights are, too.
    await file.chmod(0o600).catch(() => undefined);
    // What a crash left of a line is no line: the repair is told in the line that stands in its place.
    if (torn > 0) await file.truncate(size - torn);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  if (found.lines === 0) await syncFolder(dirname(path));
  for (const head of place.heads) await tryWrite(() => writeHeadAt(head, path, end, key));
}

async function writeHeadAt(head: string, log: string, end: ChainEnd, key: ChainKey | null): Promise<void> {
  await mkdir(dirname(head), { recursive: true, mode: 0o700 });
  await writeLogHead(head, log, end, key);
}

/** The keys that lines and heads of a log may be under. */
export function keysOf({ key, retired = [] }: Pick<LogPlace, 'key' | 'retired'>): readonly ChainKey[] {
  return [...(key ? [key] : []), ...retired];
}

/** A line, the first under a new key, that names the one before. */
function rotated({ keyed, key: before }: ChainEnd, key: ChainKey | null): LogEntry[] {
  const isOther = keyed && key !== null && before !== null && before !== key.id;
  return isOther ? [{ action: 'key-rotated', details: { from: before } }] : [];
}

/** By less than this a clock is put right, not set back. */
const CLOCK_SLACK_MS = 60_000;

/** A line that says that the clock stands before the last line, so that nobody wonders at the order of the times. */
function setBack({ at: last }: ChainEnd): LogEntry[] {
  return Date.parse(last) - now().getTime() > CLOCK_SLACK_MS
    ? [{ action: 'clock-set-back', details: { last_line_at: last } }]
    : [];
}

/** A line for the end that is missing, where a head knows of more lines than there are. */
async function cutBefore(place: LogPlace, { lines }: ChainEnd): Promise<LogEntry[]> {
  const { path: log, heads, witnesses } = place;
  for (const path of [...heads, ...witnesses]) {
    const head = await readLogHead(path, keysOf(place));
    if (typeof head !== 'string' && head.log === log && head.lines > lines)
      return [{ action: CUT_FOUND, details: { lines_expected: head.lines, lines_found: lines } }];
  }
  return [];
}

/** @throws {Failure} as `openAuditLog` */
function mayCarryOn(end: ChainEnd, { path, key }: LogPlace): void {
  if (end.keyed && key === null) {
    throw new Failure('audit-log-keyed', { values: { path, key: end.key ?? '?' } });
  }
}

/** Reads this much of the end first; a line is far shorter. */
const TAIL = 256 * 1024;

/**
 * The end of a log's chain; `torn` is how many bytes after its last whole line a crash has left.
 *
 * @throws {Failure} `audit-log-unreadable` (exit code 2)
 */
async function readEnd(path: string): Promise<{ end: ChainEnd; size: number; torn: number }> {
  const file = await openRegular(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return { end: NO_LINES, size: 0, torn: 0 };
  try {
    const { size } = await file.stat();
    const tail = await bytesAt(file, Math.max(0, size - TAIL), size);
    const last = tail.lastIndexOf(0x0a);
    const torn = tail.length - last - 1;
    if (last < 0) {
      if (size > TAIL) throw unreadable(path);
      return { end: NO_LINES, size, torn };
    }
    const line = tail.subarray(tail.lastIndexOf(0x0a, last - 1) + 1, last).toString('utf8');
    const before = line.includes('"n":') ? 0 : await linesIn(file, size - torn);
    const end = endFrom(line, () => before - 1);
    if (end === null) throw unreadable(path);
    return { end, size, torn };
  } finally {
    await file.close();
  }
}

async function bytesAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}

/** Earlier versions did not number their lines. */
async function linesIn(file: FileHandle, size: number): Promise<number> {
  let lines = 0;
  for (let at = 0; at < size; at += TAIL) {
    for (const byte of await bytesAt(file, at, Math.min(size, at + TAIL))) if (byte === 0x0a) lines += 1;
  }
  return lines;
}

async function copyLog({ path, key }: LogPlace, dir: string): Promise<void> {
  const copy = join(dir, AUDIT_LOG);
  if (copy === path) return;
  await tryWrite(() =>
    withLock(lockPathOf(path), LOCK_WAIT_MS, async () => {
      const file = await openRegular(path);
      const { end } = await readEnd(path);
      await writeWhole(copy, file.createReadStream({ encoding: 'utf8' }) as AsyncIterable<string>);
      await writeLogHead(join(dir, LOG_HEAD), path, end, key);
    }),
  );
}

/** Second copies are wanted, not needed: a read-only archive can still be read, with its line in the log itself. */
async function tryWrite(work: () => Promise<void>): Promise<void> {
  await work().catch((error: NodeJS.ErrnoException) => {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '')) throw error;
  });
}

/** A container may run under a number that has no name. */
function who(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

function unreadable(path: string): Failure {
  return new Failure('audit-log-unreadable', { values: { path } });
}
