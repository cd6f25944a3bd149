/** The smallest member of each node's connected component, by node: pairs that hang together are one person's rows. */
export function components(pairs: readonly (readonly [number, number])[]): Map<number, number> {
  const parent = new Map<number, number>();
  const root = (node: number): number => {
    let at = node;
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const [a, b] of pairs) {
    const [x, y] = [root(a), root(b)];
    parent.set(Math.max(x, y), Math.min(x, y));
    parent.set(Math.min(x, y), Math.min(x, y));
  }
  return new Map(pairs.flat().map((node) => [node, root(node)]));
}
