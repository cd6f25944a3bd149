/**
 * Random numbers that are the same everywhere: sfc32, seeded by a text. No clock, no Math.random.
 *
 * @typedef {object} Prng
 * @property {() => number} next from 0 (included) to 1 (excluded)
 * @property {(n: number) => number} int a whole number below n
 * @property {(low: number, high: number) => number} between a whole number, both ends included
 * @property {(p: number) => boolean} chance
 * @property {<T>(from: readonly T[]) => T} pick
 * @property {<T>(from: readonly T[]) => T[]} shuffle a shuffled copy
 * @property {(label: string) => Prng} fork a sequence of its own, so that one option does not disturb another
 */

/** @param {string} seed @returns {Prng} */
export function prng(seed) {
  const next = sfc32(seed);
  const int = (n) => Math.floor(next() * n);
  return {
    next,
    int,
    between: (low, high) => low + int(high - low + 1),
    chance: (p) => next() < p,
    pick: (from) => from[int(from.length)],
    shuffle: (from) => shuffled(from, int),
    fork: (label) => prng(`${seed}/${label}`),
  };
}

/**
 * Draws items by weight in constant memory and log time.
 * @template T
 * @param {readonly (readonly [T, number])[]} weighted
 * @returns {(random: Prng) => T}
 */
export function drawFrom(weighted) {
  let total = 0;
  const sums = weighted.map(([, weight]) => {
    total += weight;
    return total;
  });
  return (random) => {
    const at = random.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return weighted[low][0];
  };
}

function shuffled(from, int) {
  const to = [...from];
  for (let i = to.length - 1; i > 0; i--) {
    const j = int(i + 1);
    [to[i], to[j]] = [to[j], to[i]];
  }
  return to;
}

function sfc32(seed) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  for (const char of seed) c = Math.imul(c ^ char.codePointAt(0), 0x01000193);
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}
