/** Vose's alias table: slot i gives i with probability `keep[i]`, else `other[i]`; drawing is one look-up. */
export interface AliasTable {
  readonly keep: readonly number[];
  readonly other: readonly number[];
}

/** Builds the alias table of non-negative weights, at least one of them positive. */
export function aliasTable(weights: readonly number[]): AliasTable {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const scaled = weights.map((weight) => (weight * weights.length) / total);
  const keep = weights.map(() => 1);
  const other = weights.map((_, slot) => slot);
  const small = scaled.flatMap((share, slot) => (share < 1 ? [slot] : []));
  const large = scaled.flatMap((share, slot) => (share < 1 ? [] : [slot]));
  while (small.length > 0 && large.length > 0) {
    const low = small.pop()!;
    const high = large[large.length - 1]!;
    keep[low] = scaled[low]!;
    other[low] = high;
    scaled[high] = scaled[high]! - (1 - scaled[low]!);
    if (scaled[high]! < 1) small.push(large.pop()!);
  }
  return { keep, other };
}
