const VOWELS = 'AIUEO';

/** Sounds that one script writes for the other, and what that costs. Everything else of two consonants costs 1. */
const RELATED: readonly (readonly [string, number])[] = [
  ['L R', 0],
  ['V B', 0.05],
  ['V W', 0.1],
  ['V F', 0.2],
  ['TH S', 0.05],
  ['TH Z', 0.1],
  ['TH T', 0.1],
  ['F H', 0.1],
  ['S S^', 0.15],
  ['S Z', 0.1],
  ['Z J', 0.2],
  ['Z TS', 0.2],
  ['C^ T^', 0],
  ['C^ K', 0.1],
  ['C^ S^', 0.1],
  ['C^ H', 0.2],
  ['T T^', 0.15],
  ['TS T', 0.2],
  ['TS S', 0.3],
  ['TS T^', 0.2],
  ['D J', 0.15],
  ['GJ G', 0],
  ['GJ J', 0],
  ['GJ H', 0.3],
  ['J Y', 0.1],
  ['J H', 0.2],
  ['J F', 0.2],
  ['G K', 0.3],
  ['D T', 0.3],
  ['B P', 0.4],
  ['M N', 0.15],
  ['M^ M', 0],
  ['N^ N', 0],
  ['M^ N', 0.15],
  ['N^ M', 0.15],
  ['Q K', 0],
  ['S^ T^', 0.3],
  ['W U', 0.05],
  ['Y I', 0.05],
  ['Y J', 0.1],
  ['H K', 0.3],
  ['A E', 0.15],
  ['A O', 0.2],
  ['A U', 0.15],
  ['E I', 0.1],
  ['O U', 0.1],
  ['A I', 0.25],
  ['E O', 0.3],
  ['E U', 0.25],
  ['I U', 0.25],
  ['I O', 0.3],
  ['Y A', 0.2],
  ['Y E', 0.15],
];
const likeness = new Map<string, Map<string, number>>();
for (const [pair, cost] of RELATED) {
  const [a, b] = pair.split(' ') as [string, string];
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    likeness.set(one, (likeness.get(one) ?? new Map()).set(other, cost));
}

/** What taking one sound for another costs: 0 to 1, above 1 for a vowel against a consonant. */
export function soundDistance(a: string, b: string): number {
  if (a === b) return 0;
  return likeness.get(a)?.get(b) ?? (VOWELS.includes(a) === VOWELS.includes(b) ? 1 : 1.5);
}

const places = new Map<string, number>();
const distances: number[][] = [];

/** The place of a sound in `distancesFrom`: a word meets thousands of others, and numbers are held against each other faster. */
export function placeOfSound(sound: string): number {
  const known = places.get(sound);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(sound, place);
  const row = [...places.keys()].map((other) => soundDistance(sound, other));
  for (let other = 0; other < place; other++) distances[other]!.push(row[other]!);
  distances.push(row);
  return place;
}

/** `soundDistance` of one sound, by its place, from each other. */
export function distancesFrom(place: number): readonly number[] {
  return distances[place]!;
}
