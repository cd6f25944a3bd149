import { createHash, createHmac } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Failure, json } from '../text/failure.js';
import { now } from './clock.js';

export interface AuditLog {
  /** Adds an entry: what was done, with details that hold no record's value. */
  write(action: string, details: Readonly<Record<string, unknown>>): Promise<void>;
}

/**
 * audit-log.jsonl: who did what, when, on which files. Each line holds the hash of the line before it, so a
 * line that was changed or taken out from between others is found by recomputing the chain (`verifyAuditLog`). With a key the hashes are
 * HMACs, so that nobody without it can write the chain anew; `chain` tells which.
 */
function openAuditLog(dir: string, runId: string, last: string | null, key: Buffer | null): AuditLog {
  let previous = last ?? '';
  return {
    write: async (action, details) => {
      const entry = {
        at: now().toISOString(),
        who: userInfo().username,
        run_id: runId,
        action,
        ...details,
        chain: key ? 'hmac-sha256' : 'sha256',
        previous,
      };
      const hash = digest(entry, key);
      await appendFile(join(dir, 'audit-log.jsonl'), `${JSON.stringify({ ...entry, hash })}\n`, {
        mode: 0o600,
      });
      previous = hash;
    },
  };
}

/** Goes on with the log of an output folder, or starts one. */
export async function openAuditLogOf(
  dir: string,
  runId: string,
  key: Buffer | null = null,
): Promise<AuditLog> {
  const text = await readFile(join(dir, 'audit-log.jsonl'), 'utf8').catch(() => '');
  return openAuditLog(dir, runId, text === '' ? null : lastHash(text), key);
}

/**
 * Number (1-based) of the first line whose hash or link to the line before does not hold, or null. With a key every line
 * must be an HMAC by it; a line hashed without one could be anybody's.
 */
export function verifyAuditLog(text: string, key: Buffer | null = null): number | null {
  let previous = '';
  for (const [i, line] of text.trimEnd().split('\n').entries()) {
    const { hash, ...entry } = parsed(line);
    if (entry.previous !== previous || digest(entry, key) !== hash) return i + 1;
    previous = String(hash);
  }
  return null;
}

/** A line of the log, for people to read. */
export interface AuditEntry {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  /** The file concerned, where there is one. */
  readonly path: string;
}

/** The log of an output folder, and the first line that does not hold (1-based), or null. */
export async function readAuditLog(
  dir: string,
  key: Buffer | null,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly brokenAt: number | null }> {
  const text = await readFile(join(dir, 'audit-log.jsonl'), 'utf8').catch(() => '');
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  const entries = text
    .split('\n')
    .filter((line) => line !== '')
    .map(parsed)
    .map(({ at, who, action, path, pipeline }) => ({
      at: said(at),
      who: said(who),
      action: said(action),
      path: said(path ?? pipeline),
    }));
  return { entries, brokenAt: verifyAuditLog(text, key) };
}

export function brokenChain(line: number): Failure {
  return new Failure('audit-log-broken', BROKEN, { values: { line } });
}

const BROKEN = {
  ja: '監査ログの {line} 行目が前の行とつながりません。書き換えや抜き取りがあったか、書いたときの鍵（privacy.key_file）と違う鍵です。',
  en: 'Line {line} of the audit log does not carry on from the one before: a line was changed or taken out, or the key is not the one it was written with (privacy.key_file).',
};

/** A line as written; one that is no JSON object holds nothing, and so breaks the chain. */
function parsed(line: string): Readonly<Record<string, unknown>> {
  const value = json(line);
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

/** The hash that a further line has to carry on from. */
function lastHash(text: string): string | null {
  const line = text.trimEnd().split('\n').at(-1);
  return line ? (JSON.parse(line) as { hash: string }).hash : null;
}

function digest(entry: Readonly<Record<string, unknown>>, key: Buffer | null): string {
  return (key ? createHmac('sha256', key) : createHash('sha256')).update(JSON.stringify(entry)).digest('hex');
}
