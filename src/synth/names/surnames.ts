import { dataLines, type NameEntry, nameEntries } from './names.js';

/** Bearers of the 30 most frequent surnames, in thousands: the published figures of docs/domain. */
const HEAD = [
  1887, 1806, 1421, 1343, 1081, 1070, 1057, 1051, 1034, 892, 835, 819, 679, 647, 631, 617, 579, 548, 546, 535,
  485, 468, 453, 450, 447, 429, 421, 403, 398, 398,
];
const SECOND_READING = 0.2;
/** A second way to read or write a part of the long tail is less frequent than the first. */
const SPREAD = 0.6;

/**
 * Bearers (thousands) of the surname of a rank (0-based). Fitted to what is published: the top 100 hold a
 * third of the people, the top 1,000 seven tenths.
 */
export function bearers(rank: number): number {
  if (rank < HEAD.length) return HEAD[rank]!;
  if (rank < 100) return 395 * ((rank + 1) / 31) ** -0.62;
  if (rank < 1000) return 190 * ((rank + 1) / 100) ** -0.96;
  return 20 * ((rank + 1) / 1000) ** -1.3;
}

/** All surnames: a list of the frequent ones, then a long tail of plausible two-part names. */
export function surnames(): readonly NameEntry[] {
  const listed = dataLines('surnames.txt').map((line) => line.split(' ') as [string, string]);
  const known = new Set(listed.map(([text]) => text));
  const names = [...listed, ...tail().filter(([text]) => !known.has(text))];
  return names.flatMap(([text, kana], rank) => {
    const [first, second] = kana.split('/') as [string, string?];
    const share = second ? SECOND_READING : 0;
    return [
      ...nameEntries(text, first, bearers(rank) * (1 - share), 'family'),
      ...(second ? nameEntries(text, second, bearers(rank) * share, 'family') : []),
    ];
  });
}

/** Two-part names, those of frequent parts first; a name's second reading is that of its parts. */
function tail(): readonly (readonly [string, string])[] {
  const lines = dataLines('surname-parts.txt');
  const split = lines.indexOf('second');
  const firsts = parts(lines.slice(1, split));
  const seconds = parts(lines.slice(split + 1));
  const names = new Map<string, { kana: string[]; order: number }>();
  for (const first of firsts) {
    for (const second of seconds) {
      if (first.text === second.text) continue;
      const text = first.text + second.text;
      const found = names.get(text) ?? { kana: [], order: (first.rank + 1) * (second.rank + 1) };
      found.kana.push(first.kana + second.kana);
      names.set(text, found);
    }
  }
  return [...names]
    .sort((a, b) => a[1].order - b[1].order || (a[0] < b[0] ? -1 : 1))
    .map(([text, { kana }]) => [text, kana.slice(0, 2).join('/')] as const);
}

function parts(lines: readonly string[]) {
  return lines.flatMap((line, rank) => {
    const [text, ...readings] = line.split(' ') as [string, ...string[]];
    return readings.map((kana, index) => ({ text, kana, rank: rank + index * SPREAD }));
  });
}
