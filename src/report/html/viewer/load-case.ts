import type { CaseData, CaseShard } from '../viewer-data.js';
import { load } from './load-data.js';
import { rowOf } from './rows.js';
import { org } from './state.js';

/** The shard that holds a row: the last one that starts at or before it; -1 before the first. */
export function shardOf(index: number): number {
  return org().shards.findLastIndex((start) => start <= index);
}

/** The data of a case that the list knows. */
export async function caseDataOf(id: string): Promise<CaseData> {
  const index = rowOf(id);
  const number = shardOf(index);
  const shard: CaseShard = await load('cases', number);
  return shard.cases[index - org().shards[number]!]!;
}
