/** My Number and its neighbours one slip away, by the rule in DOMAIN.md. */

const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The check digit of eleven digits. */
export function checkDigit(body) {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
}

/** @param {import('./prng.mjs').Prng} random @param {Set<string>} taken */
export function newNumber(random, taken) {
  for (;;) {
    const body = Array.from({ length: 11 }, () => random.int(10)).join('');
    const number = body + checkDigit(body);
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** Two valid numbers that differ by one digit mistyped or two neighbours swapped: the slips the check digit misses. */
export function slipPair(random, taken) {
  for (;;) {
    const body = Array.from({ length: 11 }, () => random.int(10)).join('');
    const other = random.chance(0.6) ? oneDigit(random, body) : twoSwapped(random, body);
    const pair = [body + checkDigit(body), other + checkDigit(other)];
    if (body === other || pair[0][11] !== pair[1][11] || pair.some((n) => taken.has(n))) continue;
    for (const number of pair) taken.add(number);
    return pair;
  }
}

/** Municipal codes have a check digit: weights 6 to 2 over five digits. */
export function municipalCode(five) {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(five[i]), 0);
  return five + ((11 - (sum % 11)) % 10);
}

function oneDigit(random, body) {
  const at = random.int(11);
  return body.slice(0, at) + random.int(10) + body.slice(at + 1);
}

function twoSwapped(random, body) {
  const at = random.int(10);
  return body.slice(0, at) + body[at + 1] + body[at] + body.slice(at + 2);
}
