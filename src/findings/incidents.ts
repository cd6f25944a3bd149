/**
 * What belongs together: for each of many things the place of the first with which it hangs together, by the groups that
 * they share, directly or through others. A thing of no group stands for itself.
 */
export function incidentsOf(groupsOf: readonly (readonly string[])[]): readonly number[] {
  const first = groupsOf.map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (first[at] !== at) {
      first[at] = first[first[at]!]!;
      at = first[at]!;
    }
    return at;
  };
  const holder = new Map<string, number>();
  for (const [place, groups] of groupsOf.entries()) {
    for (const group of groups) {
      const [a, b] = [root(holder.get(group) ?? place), root(place)];
      first[Math.max(a, b)] = Math.min(a, b);
      if (!holder.has(group)) holder.set(group, place);
    }
  }
  return first.map((_, place) => root(place));
}
