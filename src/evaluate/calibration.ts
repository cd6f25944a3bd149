import type { ReliabilityBin } from '../audit/model-view.js';
import { BIN_EDGES, reliabilityBin } from '../decide/reliability.js';
import type { Engine } from '../engine/engine.js';
import type { Calibration } from './evaluation.js';
import { LED } from './measures.js';

const SUSPECT = 0.01;

interface BinRow {
  readonly source: string | null;
  readonly bin: number;
  readonly links: number;
  readonly mean: number;
  readonly wrong: number;
}

/** Does a probability of 0.8 mean wrong in 8 of 10, over all and in each source? Links no record could show are left out. */
export async function measureCalibration(engine: Engine): Promise<Calibration> {
  const bin = BIN_EDGES.map((edge) => `CAST(probability >= ${edge} AS INTEGER)`).join(' + ');
  const rows = await engine.rows<BinRow>(`
    SELECT source, greatest(${bin}, 1) - 1 AS bin, count(*) AS links, round(avg(probability), 12) AS mean,
      count(*) FILTER (wrong) AS wrong
    FROM judged WHERE ${LED} AND shown AND probability IS NOT NULL
    GROUP BY GROUPING SETS ((bin), (source, bin)) ORDER BY source NULLS FIRST, bin`);
  const binsOf = (wanted: string | null) =>
    rows
      .filter(({ source }) => source === wanted)
      .map(({ bin: place, links, mean, wrong }) => reliabilityBin(place, links, mean, wrong));
  const sources = [...new Set(rows.flatMap(({ source }) => source ?? []))];
  return calibrationOf(
    binsOf(null),
    sources.map((source) => ({ source, bins: binsOf(source) })),
  );
}

export function calibrationOf(bins: readonly ReliabilityBin[], sources: Calibration['sources']): Calibration {
  return {
    bins,
    sources,
    error: expectedError(bins),
    suspectError: expectedError(bins.filter(({ from }) => from >= SUSPECT)),
  };
}

/** Mean distance between probability and wrong share, weighted by links: the expected calibration error. */
export function expectedError(
  bins: readonly { readonly links: number; readonly meanProbability: number; readonly wrongShare: number }[],
): number {
  const links = bins.reduce((sum, bin) => sum + bin.links, 0);
  if (links === 0) return 0;
  const distance = bins.reduce(
    (sum, bin) => sum + bin.links * Math.abs(bin.meanProbability - bin.wrongShare),
    0,
  );
  return distance / links;
}
