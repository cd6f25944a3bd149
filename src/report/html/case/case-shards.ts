import type { ShownCase } from '../../../audit/shown.js';
import { MAX_SHARD_BYTES, type ScriptJson, scriptJson } from '../script-data.js';
import type { CaseData, CaseShard, Texts } from '../viewer-data.js';
import { type CaseContext, caseData } from './case-data.js';
import { textTable } from './interner.js';

/** Most cases in one shard. */
const CASES_PER_SHARD = 500;

/** A finished shard and how many cases it holds. */
export interface Shard {
  readonly json: ScriptJson<CaseShard>;
  readonly cases: number;
}

/** Collects cases and says when a shard is full; one shard is in memory at a time. */
export interface ShardBuilder {
  /** Adds a case; gives the shard before it when the case would not fit. */
  add(item: ShownCase): Shard | null;
  /** What is left, or null when nothing is. */
  finish(): Shard | null;
}

export function shardBuilder(context: Omit<CaseContext, 'intern'>): ShardBuilder {
  let table = textTable();
  let own: CaseContext = { ...context, intern: table.intern };
  let cases: ScriptJson<CaseData>[] = [];
  let bytes = 0;
  let textsCounted = 0;

  const close = (): Shard | null => {
    if (cases.length === 0) return null;
    const shard = {
      json: shardJson(scriptJson(table.texts), cases),
      cases: cases.length,
    };
    table = textTable();
    own = { ...context, intern: table.intern };
    cases = [];
    bytes = 0;
    textsCounted = 0;
    return shard;
  };
  const draw = (item: ShownCase): ScriptJson<CaseData> => scriptJson(caseData(item, own));
  const newTextBytes = () => {
    const added = table.texts.slice(textsCounted);
    textsCounted = table.texts.length;
    return added.reduce((sum, [ja, en]) => sum + Buffer.byteLength(ja) + Buffer.byteLength(en) + 16, 0);
  };

  return {
    add(item) {
      const full = cases.length >= CASES_PER_SHARD ? close() : null;
      const json = draw(item);
      const size = Buffer.byteLength(json) + newTextBytes();
      if (bytes + size <= MAX_SHARD_BYTES || cases.length === 0) {
        cases.push(json);
        bytes += size;
        return full;
      }
      // The case goes into the next shard, with texts numbered anew.
      const before = close();
      const again = draw(item);
      cases.push(again);
      bytes = Buffer.byteLength(again) + newTextBytes();
      return before;
    },
    finish: close,
  };
}

/** Each case is text already when it joins a shard: its size decides whether it fits. */
function shardJson(texts: ScriptJson<Texts>, cases: readonly ScriptJson<CaseData>[]): ScriptJson<CaseShard> {
  return `{"texts":${texts},"cases":[${cases.join(',\n')}]}` as ScriptJson<CaseShard>;
}
