import { tableSql } from '../engine/append.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { readRows } from '../engine/read.js';
import { RIVALS } from '../tables/compared.js';
import { LINKS } from '../tables/people.js';
import { COMPARISONS, LEVEL_COLUMNS, placeOf } from '../verify/comparisons/index.js';
import { LEVELS } from '../verify/level-tables.js';
import { DIFFERENCES, differences, withDifferences } from './differences.js';
import { commonness, commonnessColumns, commonnessOf, frequencyJoins } from './frequencies.js';
import { holdingWeight, householdHoldingWeight } from './holding.js';
import type { Circumstances, Hypothesis, Own } from './hypotheses.js';
import { type Chances, chances } from './level-chances.js';
import type { Model } from './model.js';
import { nameChangeJoin } from './name-changers.js';
import { contradictions, isUnexplained, unexplainedWeight } from './ordinary-explanations.js';
import { slipOnAName, type Weighed } from './slip-on-a-name.js';

/** A suspect with everything that is weighed: weights of the linked resident and of every rival. */
export interface Suspect {
  readonly lid: number;
  readonly src: number;
  readonly rid: number | null;
  /** The linked resident against the record, null without one. */
  readonly own: Own | null;
  readonly rivals: readonly Hypothesis[];
  readonly circumstances: Circumstances;
}

/**
 * All suspects in the order of `lid`, each with its rivals in the order of `rid`. Reads what `gatherSuspects` has made, and
 * `clustered`.
 */
export async function* suspectWeights(
  engine: Engine,
  model: Model,
  sources: readonly string[],
): AsyncIterable<Suspect> {
  const tables = sources.map((source) => chances(model.sources[source]!));
  let ownNames = 0;
  let current: { -readonly [K in keyof Suspect]: Suspect[K] } & { rivals: Hypothesis[] } = nobody(-1, 0);
  let own: Weighed | null = null;
  let others: Weighed[] = [];
  const finished = (): Suspect => {
    if (own === null || current.own === null || others.length === 0) return current;
    const weight = current.own.weight - slipOnAName(own, others, tables[current.src]!);
    return { ...current, own: { ...current.own, weight } };
  };
  for await (const rows of readRows(engine, PAIR, GATHERED)) {
    for (const { lid, src, rid, relations, levels: codes, ...row } of rows) {
      if (lid !== current.lid) {
        if (current.lid >= 0) yield finished();
        current = nobody(lid, src);
        own = null;
        others = [];
      }
      if (rid === null) continue;
      const relative = withDifferences(commonnessOf(row.relative), row);
      const weights = codes.map((code, c) => weight(tables[src]!, c, code, relative[c]!));
      const source = model.sources[sources[src]!]!;
      const held = holdingWeight(row.holds, source);
      const names = NAMES.reduce((bits, c) => bits + weights[c]!, 0);
      if (relations < 0) ownNames = names;
      const surplus = row.same_latin ? Math.max(0, names - ownNames - SAME_NAME) : 0;
      const sum = weights.reduce((a, b) => a + b, held - surplus);
      if (relations >= 0) {
        const kinHolding = householdHoldingWeight(row.holds, source) - held;
        current.rivals.push({ rid, weight: sum, relations, holds: row.holds, kinHolding });
        others.push({ codes, weights, relations });
      } else {
        current.rid = rid;
        current.circumstances = { beside: row.beside, gatheringRate: row.gathering_rate };
        current.own = ownOf(codes, weights, sum, tables[src]!);
        own = { codes, weights, relations };
      }
    }
  }
  if (current.lid >= 0) yield finished();
}

/** Places of family and given name in COMPARISONS. */
const NAMES = [placeOf('family'), placeOf('given')];

/**
 * Bits by which the kana of a record may speak more for somebody with the very Latin name of the linked resident: furigana are how one
 * clerk heard the name, and two who bear it are heard alike.
 */
const SAME_NAME = 2;

function ownOf(
  codes: readonly number[],
  weights: readonly number[],
  sum: number,
  { unexplained }: Chances,
): Own {
  const sumOf = (counts: (c: number) => boolean) => weights.reduce((a, b, c) => (counts(c) ? a + b : a), 0);
  const foreign = new Set(contradictions(codes));
  return {
    weight: sum + unexplainedWeight(codes, weights, unexplained),
    kinship: sumOf((c) => COMPARISONS[c]!.levels[codes[c]!]!.kin === true),
    mixture: isUnexplained(codes) ? sumOf((c) => !foreign.has(c)) : null,
  };
}

function nobody(lid: number, src: number) {
  return {
    lid,
    src,
    rid: null as number | null,
    own: null as Own | null,
    rivals: [] as Hypothesis[],
    circumstances: {},
  };
}

/**
 * Bits of one level; an agreeing name counts by how common it is, relative to the average (null: as the average), and a changed
 * one by who changes names, one that is no known reading by how much of it is read (`withDifferences`).
 */
export function weight({ m, u }: Chances, comparison: number, code: number, relative: number | null): number {
  if (code === 0) return 0;
  const level = COMPARISONS[comparison]!.levels[code]!;
  const adjusted = relative !== null && (level.agrees || level.changed || level.partly) ? relative : 1;
  const bits = Math.log2(m[comparison]![code]! / (u[comparison]![code]! * adjusted));
  // What contradicts is rare by chance where few can reach it, and speaks for nobody all the same.
  return level.contradicts ? Math.min(0, bits) : bits;
}

const PAIR = {
  ...pick(LINKS, 'lid', 'src', 'rid'),
  ...pick(RIVALS, 'relations'),
  ...pick(LEVELS, 'levels'),
  relative: commonnessColumns('relative'),
  ...DIFFERENCES,
  same_latin: 'bool',
  holds: 'bool',
  beside: 'bool',
  gathering_rate: 'double?',
} as const;

const PAIRS = tableSql({ name: 'weighed_pairs', scratch: true });

/** Pairs with what is known of where wrong links gather by now. */
const GATHERED = `
  SELECT p.*, c.rate AS gathering_rate
  FROM ${PAIRS} p LEFT JOIN (SELECT lid, max(rate) AS rate FROM clustered GROUP BY lid) c ON c.lid = p.lid
  ORDER BY p.lid, p.relations, p.rid`;

/**
 * Gathers what is weighed of suspects, for they are weighed several times: the linked resident (relations -1) and every rival of
 * every suspect; a suspect without either has one empty row. Stays in memory until `dropSuspects`.
 */
export async function gatherSuspects(engine: Engine): Promise<void> {
  await engine.run(`
  CREATE OR REPLACE TABLE ${PAIRS} AS
  SELECT p.lid, s.src, p.rid, p.relations, ${LEVEL_COLUMNS.map((c) => `p.${c}`).join(', ')},
    ${commonness('relative', 's', 'r')}, ${differences('p')}, h.rid IS NOT NULL AS holds, e.lid IS NOT NULL AS beside,
    coalesce(r.nf = o.nf AND r.ng = o.ng AND regexp_full_match(o.nf, '[A-Z]+'), false) AS same_latin
  FROM (
    SELECT lid, rid, -1 AS relations, ${LEVEL_COLUMNS.join(', ')} FROM levels WHERE lid IN (SELECT lid FROM suspects)
    UNION ALL
    SELECT v.lid, v.rid, r.relations, ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')}
    FROM rival_levels v JOIN rivals r ON r.lid = v.lid AND r.rid = v.rid
    UNION ALL
    SELECT lid, NULL, -1, ${LEVEL_COLUMNS.map(() => '0').join(', ')} FROM suspects WHERE rid IS NULL
  ) p
  JOIN suspects s ON s.lid = p.lid
  LEFT JOIN residents r ON r.rid = p.rid
  LEFT JOIN residents o ON o.rid = s.rid
  LEFT JOIN beside e ON e.lid = p.lid
  LEFT JOIN holders h ON h.src = s.src AND h.rid = p.rid
  ${frequencyJoins('p.lid')}
  ${nameChangeJoin('r')}`);
}

export async function dropSuspects(engine: Engine): Promise<void> {
  await engine.run(`DROP TABLE ${PAIRS}`);
}
