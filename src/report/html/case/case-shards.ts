import type { ShownCase } from '../../../audit/shown.js';
import { MAX_SHARD_BYTES, type ScriptJson, type ScriptJsonPieces, scriptJson } from '../script-data.js';
import type { CaseData, CaseShard, Texts } from '../viewer-data.js';
import { type CaseContext, caseData } from './case-data.js';
import { type EncodedList, encodedList } from './encoded-list.js';
import { type TextTable, textTable } from './interner.js';

/** Most cases in one shard. */
const CASES_PER_SHARD = 500;

/** A finished shard and how many cases it holds. */
export interface Shard {
  readonly json: ScriptJsonPieces<CaseShard>;
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
  let open = emptyShard(context);

  const close = (): Shard | null => {
    if (open.cases.length === 0) return null;
    const shard = { json: shardJson(open), cases: open.cases.length };
    open = emptyShard(context);
    return shard;
  };
  const draw = (item: ShownCase) => {
    open.cases.add(scriptJson(caseData(item, open.own)));
    const added = open.table.texts.slice(open.textsCounted);
    open.textsCounted += added.length;
    open.textBytes += added.reduce(
      (sum, [ja, en]) => sum + Buffer.byteLength(ja) + Buffer.byteLength(en) + 16,
      0,
    );
  };

  return {
    add(item) {
      const full = open.cases.length >= CASES_PER_SHARD ? close() : null;
      draw(item);
      if (open.cases.bytes + open.textBytes <= MAX_SHARD_BYTES || open.cases.length === 1) return full;
      // The case goes into the next shard, with texts numbered anew.
      open.cases.dropLast();
      const before = close();
      draw(item);
      return before;
    },
    finish: close,
  };
}

/** The shard that takes cases in. */
interface OpenShard {
  readonly table: TextTable;
  readonly own: CaseContext;
  /** Each case is bytes when it joins: their number decides whether it fits. */
  readonly cases: EncodedList<ScriptJson<CaseData>>;
  textsCounted: number;
  textBytes: number;
}

function emptyShard(context: Omit<CaseContext, 'intern'>): OpenShard {
  const table = textTable();
  const own = { ...context, intern: table.intern };
  return { table, own, cases: encodedList(), textsCounted: 0, textBytes: 0 };
}

function shardJson({ table, cases }: OpenShard): ScriptJsonPieces<CaseShard> {
  const texts: ScriptJson<Texts> = scriptJson(table.texts);
  return [`{"texts":${texts},"cases":[`, cases.joined(), ']}'] as unknown as ScriptJsonPieces<CaseShard>;
}
