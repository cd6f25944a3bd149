import { createHash, createHmac } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { now } from './clock.js';

export interface AuditLog {
  /** Adds an entry: what was done, with details that hold no record's value. */
  write(action: string, details: Readonly<Record<string, unknown>>): Promise<void>;
}

/**
 * audit-log.jsonl: who did what, when, on which files. Each line holds the hash of the line before it, so a
 * line that was changed or taken out is found by recomputing the chain (`verifyAuditLog`). With a key the hashes are
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
    const { hash, ...entry } = JSON.parse(line) as Record<string, unknown> & { hash: string };
    if (entry.previous !== previous || digest(entry, key) !== hash) return i + 1;
    previous = hash;
  }
  return null;
}

/** The hash that a further line has to carry on from. */
function lastHash(text: string): string | null {
  const line = text.trimEnd().split('\n').at(-1);
  return line ? (JSON.parse(line) as { hash: string }).hash : null;
}

function digest(entry: Readonly<Record<string, unknown>>, key: Buffer | null): string {
  return (key ? createHmac('sha256', key) : createHash('sha256')).update(JSON.stringify(entry)).digest('hex');
}
