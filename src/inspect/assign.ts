import { type Candidate, LEAST } from './candidate.js';

/** What a certainty is worth beside others: little of two guesses, so that these never outweigh one that is sure. */
function worth({ confidence }: Candidate): number {
  return (confidence - LEAST + 0.05) ** 2;
}

/** Steps of the search after which the best that was found is taken. */
const MOST_STEPS = 50_000;
/** What counts as no gain. */
const NOTHING = 1e-9;

/**
 * Which candidates stand together: every item once, every column once, such that all together are worth most; where that leaves a
 * choice, the surest first. Two columns that compete for two items so get one each, where taking the surest first would leave
 * one item to a column that holds something else.
 */
export function assign(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = candidates
    .filter(({ confidence }) => confidence >= LEAST)
    .toSorted((a, b) => b.confidence - a.confidence);
  return groupsOf(sorted)
    .flatMap(bestOf)
    .toSorted((a, b) => sorted.indexOf(a) - sorted.indexOf(b));
}

/** Whether two candidates exclude each other: one item, or one column for two. */
function exclude(one: Candidate, other: Candidate): boolean {
  if (one.item === other.item) return true;
  if (!one.columns.some((name) => other.columns.includes(name))) return false;
  const [key, office] = one.item === 'record_id' ? [one, other] : [other, one];
  // The first part of a key (insurer, bank) is the organisation as well.
  return !(
    key.item === 'record_id' &&
    office.item === 'organisation' &&
    (key.columns.length > 1 || key.confidence >= office.confidence)
  );
}

/** Candidates that have to do with each other, the surest first in each group. */
function groupsOf(sorted: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const left = new Set(sorted);
  return sorted.flatMap((first) => {
    if (!left.delete(first)) return [];
    const group = [first];
    for (const one of group) {
      for (const other of left) {
        if (!exclude(one, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    return [group.toSorted((a, b) => sorted.indexOf(a) - sorted.indexOf(b))];
  });
}

/** Branch and bound, beginning with the surest first. */
function bestOf(group: readonly Candidate[]): readonly Candidate[] {
  const byItem = [...new Set(group.map(({ item }) => item))].map((item) =>
    group.filter((one) => one.item === item),
  );
  const hopes = byItem.map((of) => worth(of[0]!));
  const hopeFrom = hopes.map((_, at) => hopes.slice(at).reduce((sum, hope) => sum + hope, 0));
  let best = surestFirst(group);
  let most = best.reduce((sum, one) => sum + worth(one), 0);
  let steps = 0;
  const search = (at: number, taken: readonly Candidate[], sum: number): void => {
    steps += 1;
    if (sum > most + NOTHING) [best, most] = [taken, sum];
    if (at === byItem.length || steps > MOST_STEPS || sum + hopeFrom[at]! <= most + NOTHING) return;
    for (const one of byItem[at]!)
      if (!taken.some((other) => exclude(one, other))) search(at + 1, [...taken, one], sum + worth(one));
    search(at + 1, taken, sum);
  };
  search(0, [], 0);
  return best;
}

function surestFirst(group: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const one of group) if (!chosen.some((other) => exclude(one, other))) chosen.push(one);
  return chosen;
}
