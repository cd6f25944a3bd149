import { type ChainKey, verifyChain } from '../../src/pipeline/audit-chain.js';

/** The first line of a log that does not hold (1-based), or null. */
export async function brokenLine(text: string, keys: readonly ChainKey[] = []): Promise<number | null> {
  return (await verifyChain(text.split('\n').slice(0, -1), keys)).broken?.line ?? null;
}
