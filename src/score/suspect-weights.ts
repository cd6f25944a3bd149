import type { Engine } from '../engine/engine.js';
import { COMPARISONS, LEVEL_COLUMNS } from '../verify/comparisons.js';
import type { Hypothesis } from './hypotheses.js';
import type { Model } from './model.js';
import { type Chances, chances } from './tables.js';

/** A suspect with everything that is weighed: weights of the linked resident and of every rival. */
export interface Suspect {
  readonly lid: number;
  readonly src: number;
  readonly rid: number | null;
  /** Match weight of the linked resident, null without one; and its part from family name and address. */
  readonly own: number | null;
  readonly kinship: number;
  readonly rivals: readonly Hypothesis[];
}

/** Levels at which the name itself was seen to agree, so that how common it is counts. */
const NAME_AGREES = new Set(['exact', 'variant', 'kana', 'kana_notation', 'reading', 'order']);
const AGREEING_CODES = COMPARISONS.map(({ levels }) => levels.map((level) => NAME_AGREES.has(level.id)));
const KINSHIP = new Set(['family', 'address']);

/**
 * Makes the tables of how common each family and given name is (share of residents, by kana key where there
 * is one and by kanji key), used in place of the average u of an agreeing name (term frequency).
 */
export async function makeFrequencies(engine: Engine): Promise<void> {
  const table = (name: string, key: string) => `
    CREATE OR REPLACE TABLE frequency_${name} AS
    SELECT ${key} AS name, (count(*) + 1.0) / ((SELECT count(*) FROM residents) + 1.0) AS share
    FROM residents WHERE ${key} IS NOT NULL GROUP BY ${key};`;
  await engine.run(['kf', 'kg', 'nf', 'ng'].map((key) => table(key, key)).join('\n'));
}

/** All suspects in the order of `lid`, each with its rivals in the order of `rid`. */
export async function* suspectWeights(
  engine: Engine,
  model: Model,
  sources: readonly string[],
): AsyncIterable<Suspect> {
  const tables = sources.map((source) => chances(model.sources[source]!));
  let current: { -readonly [K in keyof Suspect]: Suspect[K] } & { rivals: Hypothesis[] } = nobody(-1, 0);
  for await (const { rows, columns } of engine.batches(PAIRS)) {
    for (let i = 0; i < rows; i++) {
      const [lid, src, rid, relations] = [0, 1, 2, 3].map((c) => columns[c]![i]) as [
        number,
        number,
        number | null,
        number,
      ];
      if (lid !== current.lid) {
        if (current.lid >= 0) yield current;
        current = nobody(lid, src);
      }
      if (rid === null) continue;
      const codes = LEVEL_COLUMNS.map((_, c) => columns[4 + c]![i] as number);
      const shares = [columns[4 + LEVEL_COLUMNS.length]![i], columns[5 + LEVEL_COLUMNS.length]![i]] as [
        number | null,
        number | null,
      ];
      const weights = codes.map((code, c) => weight(tables[src]!, c, code, shares[c] ?? null));
      const sum = weights.reduce((a, b) => a + b, 0);
      if (relations >= 0) current.rivals.push({ rid, weight: sum, relations });
      else {
        current.rid = rid;
        current.own = sum;
        current.kinship = weights.reduce((a, b, c) => (KINSHIP.has(LEVEL_COLUMNS[c]!) ? a + b : a), 0);
      }
    }
  }
  if (current.lid >= 0) yield current;
}

function nobody(lid: number, src: number) {
  return {
    lid,
    src,
    rid: null as number | null,
    own: null as number | null,
    kinship: 0,
    rivals: [] as Hypothesis[],
  };
}

/** Bits of one level; an agreeing name counts by how common it is. */
export function weight({ m, u }: Chances, comparison: number, code: number, share: number | null): number {
  if (code === 0) return 0;
  const chance = share !== null && AGREEING_CODES[comparison]![code] ? share : u[comparison]![code]!;
  return Math.log2(m[comparison]![code]! / chance);
}

/** The linked resident (relations -1) and every rival of every suspect; a suspect without either has one empty row. */
const PAIRS = `
  SELECT p.lid, s.src, p.rid, p.relations, ${LEVEL_COLUMNS.map((c) => `p.${c}`).join(', ')},
    CASE WHEN s.nf IS NOT NULL AND r.nf IS NOT NULL THEN coalesce(fnf.share, fkf.share) ELSE coalesce(fkf.share, fnf.share) END AS family_share,
    CASE WHEN s.ng IS NOT NULL AND r.ng IS NOT NULL THEN coalesce(fng.share, fkg.share) ELSE coalesce(fkg.share, fng.share) END AS given_share
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
  LEFT JOIN frequency_kf fkf ON fkf.name = r.kf
  LEFT JOIN frequency_kg fkg ON fkg.name = r.kg
  LEFT JOIN frequency_nf fnf ON fnf.name = r.nf
  LEFT JOIN frequency_ng fng ON fng.name = r.ng
  ORDER BY p.lid, p.relations, p.rid`;
