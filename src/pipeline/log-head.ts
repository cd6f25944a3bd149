import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { LIMITS, readRegular } from '../files/regular-file.js';
import { writeWhole } from '../files/write-whole.js';
import { json } from '../text/failure.js';
import type { ChainEnd, ChainKey } from './audit-chain.js';

/** Name of the head in a run's folder. */
export const LOG_HEAD = 'log-head.json';

/**
 * How many lines an audit log has and the hash of its last, kept in another place than the log and sealed with the key:
 * a chain alone does not show that its end was cut off. A head that is behind the log still binds the lines it counts.
 */
export interface LogHead {
  readonly schema: 'totsugo-log-head/1';
  /** Path of the log that it counts. */
  readonly log: string;
  readonly lines: number;
  readonly hash: string;
  /** Id of the key that seals; null where there is none, and the seal is no more than a checksum. */
  readonly key: string | null;
  readonly seal: string;
}

const HEAD = z.object({
  schema: z.literal('totsugo-log-head/1'),
  log: z.string(),
  lines: z.int().nonnegative(),
  hash: z.string(),
  key: z.string().nullable(),
  seal: z.string(),
});

export async function writeLogHead(
  path: string,
  log: string,
  end: ChainEnd,
  key: ChainKey | null,
): Promise<void> {
  const head = {
    schema: 'totsugo-log-head/1' as const,
    log,
    lines: end.lines,
    hash: end.hash,
    key: key?.id ?? null,
  };
  await writeWhole(path, `${JSON.stringify({ ...head, seal: sealOf(head, key) })}\n`);
}

/** A head as it stands in a file: `none` where there is no file, `unsound` where it was changed or is by another key. */
export async function readLogHead(
  path: string,
  keys: readonly ChainKey[],
): Promise<LogHead | 'none' | 'unsound'> {
  const bytes = await readRegular(path, LIMITS.key).catch(() => null);
  if (bytes === null) return 'none';
  const parsed = HEAD.safeParse(json(bytes.toString('utf8')));
  if (!parsed.success) return 'unsound';
  const { seal, ...head } = parsed.data;
  const key = keys.find(({ id }) => id === head.key) ?? null;
  if (head.key !== null && key === null) return 'unsound';
  const right = Buffer.from(sealOf(head, key));
  const said = Buffer.from(seal);
  return right.length === said.length && timingSafeEqual(right, said) ? parsed.data : 'unsound';
}

function sealOf(head: Omit<LogHead, 'seal'>, key: ChainKey | null): string {
  const text = JSON.stringify([head.schema, head.log, head.lines, head.hash, head.key]);
  return (key ? createHmac('sha256', key.bytes.reveal()) : createHash('sha256')).update(text).digest('hex');
}
