import { isMyNumber } from '../audit/my-number.js';

/**
 * Valid My Numbers one slip away from twelve digits: one digit replaced, or two neighbours swapped. The check
 * digit misses about 2 % of such slips, so a valid number has about two; an invalid one about eleven.
 */
export function numberSlips(digits: string): string[] {
  const slips = new Set<string>();
  for (let i = 0; i < digits.length; i++) {
    for (let d = 0; d <= 9; d++) slips.add(digits.slice(0, i) + d + digits.slice(i + 1));
    const next = digits[i + 1];
    if (next !== undefined) slips.add(digits.slice(0, i) + next + digits[i] + digits.slice(i + 2));
  }
  slips.delete(digits);
  return [...slips].filter(isMyNumber);
}
