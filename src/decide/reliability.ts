import type { ReliabilityBin } from '../audit/model-view.js';
import { exactInterval } from './exact-interval.js';

/** Lower ends of the bins: fine near 0 and 1, where a base rate of one in ten thousand needs it. */
export const BIN_EDGES = [
  0, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99,
] as const;

/** A bin from its place in `BIN_EDGES`, its links, their mean probability and how many of them are wrong. */
export function reliabilityBin(place: number, links: number, mean: number, wrong: number): ReliabilityBin {
  const { low, high } = exactInterval(wrong, links);
  const [from, to] = [BIN_EDGES[place]!, BIN_EDGES[place + 1] ?? 1];
  return { from, to, links, meanProbability: mean, wrongShare: wrong / links, low, high };
}

/** Does a probability of 0.8 mean wrong in 8 of 10? Bins without links are left out. */
export function reliabilityOf(
  links: readonly { readonly probability: number; readonly wrong: boolean }[],
): readonly ReliabilityBin[] {
  const placeOf = (probability: number) => BIN_EDGES.findLastIndex((edge) => probability >= edge);
  return BIN_EDGES.flatMap((_, place) => {
    const own = links.filter(({ probability }) => placeOf(probability) === place);
    if (own.length === 0) return [];
    const sum = own.reduce((total, { probability }) => total + probability, 0);
    const wrong = own.filter((link) => link.wrong).length;
    return [reliabilityBin(place, own.length, sum / own.length, wrong)];
  });
}
