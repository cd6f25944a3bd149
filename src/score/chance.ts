/** P(at least k of n) when each happens with probability `rate`; terms in logarithms, so nothing underflows. */
export function binomialTail(k: number, n: number, rate: number): number {
  if (k <= 0 || rate >= 1) return 1;
  if (rate <= 0) return 0;
  let log = k * Math.log(rate) + (n - k) * Math.log1p(-rate);
  for (let i = 0; i < k; i++) log += Math.log((n - i) / (k - i));
  let sum = 0;
  for (let i = k; i <= n; i++) {
    const term = Math.exp(log);
    sum += term;
    if (term < sum * 1e-12) break;
    log += Math.log(((n - i) / (i + 1)) * (rate / (1 - rate)));
  }
  return Math.min(sum, 1);
}

/** Share of false alarms allowed among the places named. */
const FALSE_DISCOVERY_RATE = 0.01;

/**
 * The places that stand out of the `tests` that were looked at, least likely first: the largest set whose expected share
 * of false alarms stays in bounds (Benjamini and Hochberg 1995).
 */
export function standingOut<T extends { readonly p: number }>(places: readonly T[], tests: number): T[] {
  const sorted = [...places].sort((a, b) => a.p - b.p);
  const last = sorted.findLastIndex(({ p }, i) => p <= (FALSE_DISCOVERY_RATE * (i + 1)) / tests);
  return sorted.slice(0, last + 1);
}
