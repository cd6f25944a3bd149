import { createHash, createHmac } from 'node:crypto';
import type { Secret } from '../audit/secret.js';
import { json } from '../text/failure.js';

/** The key of a chain, and the id by which its lines name it. The id tells nothing of the key. */
export interface ChainKey {
  readonly id: string;
  readonly bytes: Secret<Buffer>;
}

/** What a line tells, before it is part of a chain. */
export interface ChainEntry {
  readonly at: string;
  readonly who: string;
  readonly run_id: string;
  readonly action: string;
  readonly [detail: string]: unknown;
}

/** The end of a chain, from which a further line carries on. */
export interface ChainEnd {
  readonly lines: number;
  readonly hash: string;
  /** Id of the key of the last line; null where it is plain, or by an earlier version that named none. */
  readonly key: string | null;
  readonly keyed: boolean;
  /** When the last line was written, as it says; '' where there is none. */
  readonly at: string;
}

export const NO_LINES: ChainEnd = { lines: 0, hash: '', key: null, keyed: false, at: '' };

export function chainKey(bytes: Secret<Buffer>): ChainKey {
  const id = createHmac('sha256', bytes.reveal()).update('totsugo key id').digest('hex').slice(0, 16);
  return { id, bytes };
}

/** The next line of a chain, and its end with that line. With a key the hashes are HMACs, and the line names the key. */
export function nextLine(
  end: ChainEnd,
  entry: ChainEntry,
  key: ChainKey | null,
): { readonly line: string; readonly end: ChainEnd } {
  const chained = {
    n: end.lines + 1,
    ...entry,
    chain: key ? 'hmac-sha256' : 'sha256',
    ...(key ? { key: key.id } : {}),
    previous: end.hash,
  };
  const hash = digest(chained, key?.bytes ?? null);
  return {
    line: `${JSON.stringify({ ...chained, hash })}\n`,
    end: { lines: end.lines + 1, hash, key: key?.id ?? null, keyed: key !== null, at: entry.at },
  };
}

/** The end of a chain from its last line and the lines before; null where it is no line of a chain. */
export function endFrom(line: string, linesBefore: () => number): ChainEnd | null {
  const entry = parsed(line);
  if (typeof entry.hash !== 'string') return null;
  return {
    lines: typeof entry.n === 'number' ? entry.n : linesBefore() + 1,
    hash: entry.hash,
    key: typeof entry.key === 'string' ? entry.key : null,
    keyed: entry.chain === 'hmac-sha256',
    at: typeof entry.at === 'string' ? entry.at : '',
  };
}

/** Why a line does not hold. */
export type Broken =
  /** It was changed, or a line before it was changed or taken out; a line that is none at all, too. */
  | 'altered'
  /** Written without a key after lines with one. */
  | 'plain-after-keyed'
  /** Written with a key that is not at hand. */
  | 'unknown-key'
  /** It tells that the end before it had been cut off. */
  | 'cut-before';

export interface ChainReport {
  readonly end: ChainEnd;
  /** 1-based line, and why; null where every line holds. */
  readonly broken: { readonly line: number; readonly why: Broken } | null;
  /** Lines before the first with a key: 0 for a chain that was keyed from its beginning. */
  readonly plainLines: number;
}

/** The line that says that lines had been cut off before it. */
export const CUT_FOUND = 'log-cut-found';

/**
 * Goes through a chain. Every line must carry on from the one before, have its number, be written as this program writes
 * (so that no key of an object stands twice), and hold under the key that it names.
 */
export async function verifyChain(
  lines: AsyncIterable<string> | Iterable<string>,
  keys: readonly ChainKey[],
): Promise<ChainReport> {
  let end: ChainEnd = NO_LINES;
  let plainLines = 0;
  for await (const line of lines) {
    const place = end.lines + 1;
    const why = fault(line, end, keys);
    const next = endFrom(line, () => end.lines);
    if (why !== null || next === null)
      return { end, broken: { line: place, why: why ?? 'altered' }, plainLines };
    if (!next.keyed) plainLines += 1;
    end = next;
  }
  return { end, broken: null, plainLines };
}

function fault(line: string, before: ChainEnd, keys: readonly ChainKey[]): Broken | null {
  const whole = parsed(line);
  const { hash, ...entry } = whole;
  if (JSON.stringify(whole) !== line || entry.previous !== before.hash) return 'altered';
  if (entry.n !== undefined && entry.n !== before.lines + 1) return 'altered';
  if (entry.chain === 'hmac-sha256') {
    const possible = entry.key === undefined ? keys : keys.filter(({ id }) => id === entry.key);
    if (possible.length === 0) return 'unknown-key';
    if (!possible.some(({ bytes }) => digest(entry, bytes) === hash)) return 'altered';
  } else {
    if (digest(entry, null) !== hash) return 'altered';
    if (before.keyed) return 'plain-after-keyed';
  }
  return entry.action === CUT_FOUND ? 'cut-before' : null;
}

/** A line as written; one that is no JSON object holds nothing. */
export function parsed(line: string): Readonly<Record<string, unknown>> {
  const value = json(line);
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function digest(entry: Readonly<Record<string, unknown>>, key: Secret<Buffer> | null): string {
  return (key ? createHmac('sha256', key.reveal()) : createHash('sha256'))
    .update(JSON.stringify(entry))
    .digest('hex');
}
