/**
 * Keys of residents (宛名番号) one slip away from a key: one digit replaced, or two neighbours swapped. No check digit keeps any of them from
 * being somebody's: keys are dealt out one after the other, so most slips of one are keys of others.
 */
export function keySlips(key: string): string[] {
  const slips = new Set<string>();
  for (let i = 0; i < key.length; i++) {
    if (!isDigit(key[i]!)) continue;
    for (let d = 0; d <= 9; d++) slips.add(key.slice(0, i) + d + key.slice(i + 1));
    const next = key[i + 1];
    if (next !== undefined && isDigit(next)) slips.add(key.slice(0, i) + next + key[i] + key.slice(i + 2));
  }
  slips.delete(key);
  return [...slips];
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}
