/**
 * Rounds parts to tenths so that they add up exactly to the total rounded to tenths (largest remainder): the
 * rows of the score picture visibly sum. When the parts do not sum to `total` in the first place, the total
 * shown is that of the parts.
 */
export function roundedToSum(
  parts: readonly number[],
  total: number,
): { readonly parts: readonly number[]; readonly total: number } {
  const sum = parts.reduce((left, right) => left + right, 0);
  const goal = Math.round((Math.abs(sum - total) < 0.01 ? total : sum) * 10);
  const floors = parts.map((part) => Math.floor(part * 10));
  const missing = goal - floors.reduce((left, right) => left + right, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part * 10 - floors[index]! }))
    .sort((left, right) => right.remainder - left.remainder || left.index - right.index);
  const raised = new Set(byRemainder.slice(0, Math.max(0, missing)).map((entry) => entry.index));
  return {
    parts: floors.map((floor, index) => (floor + (raised.has(index) ? 1 : 0)) / 10 || 0),
    total: goal / 10 || 0,
  };
}
