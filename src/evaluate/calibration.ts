import { exactInterval } from '../decide/exact-interval.js';
import type { Engine } from '../engine/engine.js';
import type { Calibration, CalibrationBin } from './evaluation.js';
import { LED } from './measures.js';

/** Lower ends of the bins: fine near 0 and 1, where a base rate of one in ten thousand needs it. */
const EDGES = [
  0, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99,
] as const;
const SUSPECT = 0.01;

interface BinRow {
  readonly bin: number;
  readonly links: number;
  readonly mean: number;
  readonly wrong: number;
}

/** Does a probability of 0.8 mean wrong in 8 of 10? Links no record could show are left out. */
export async function measureCalibration(engine: Engine): Promise<Calibration> {
  const bin = EDGES.map((edge) => `CAST(probability >= ${edge} AS INTEGER)`).join(' + ');
  const rows = await engine.rows<BinRow>(`
    SELECT greatest(${bin}, 1) - 1 AS bin, count(*) AS links, round(avg(probability), 12) AS mean,
      count(*) FILTER (wrong) AS wrong
    FROM judged WHERE ${LED} AND shown AND probability IS NOT NULL GROUP BY bin ORDER BY bin`);
  return calibrationOf(rows.map((row) => ({ ...row, from: EDGES[row.bin]!, to: EDGES[row.bin + 1] ?? 1 })));
}

function calibrationOf(
  rows: readonly (BinRow & { readonly from: number; readonly to: number })[],
): Calibration {
  const bins = rows.map(({ from, to, links, mean, wrong }): CalibrationBin => {
    const { low, high } = exactInterval(wrong, links);
    return { from, to, links, meanProbability: mean, wrongShare: wrong / links, low, high };
  });
  return {
    bins,
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
