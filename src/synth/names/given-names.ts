import { dataLines, type NameEntry, nameEntries } from './names.js';

/** Eras of naming: born up to 1945, 1965, 1985, 2005, and since. */
export const ERA_ENDS = [1945, 1965, 1985, 2005] as const;
export const ERAS = ERA_ENDS.length + 1;
/** Share of an era's births that carry a name of the era before or after. */
const NEIGHBOUR = 0.08;

export interface GivenNames {
  readonly entries: readonly NameEntry[];
  /** 1 male, 2 female, for each entry. */
  readonly sexes: readonly number[];
  /** For each entry one of another reading that shares its first part (twins, siblings, parents): 翔太 and 翔真. */
  readonly siblings: readonly number[];
  /** Weights over all entries for each group, group = (sex - 1) * ERAS + era. */
  readonly weights: readonly (readonly number[])[];
}

interface Part {
  readonly text: string;
  readonly kana: string;
  readonly weight: number;
}

/** All given names of both sexes and every era with their frequencies. */
export function givenNames(): GivenNames {
  const lists = readLists();
  const made = ['male', 'female'].flatMap((sex) =>
    Array.from({ length: ERAS }, (_, era) => group(lists, `${sex} ${era + 1}`)),
  );
  const all = made.flatMap((names, owner) => names.map((name) => ({ ...name, owner })));
  const entries = all.flatMap((name) =>
    nameEntries(name.text, name.kana, name.weight, 'given').map((entry) => ({
      entry,
      owner: name.owner,
      stem: `${name.owner}:${name.stem}`,
    })),
  );
  return {
    entries: entries.map(({ entry }) => entry),
    sexes: entries.map(({ owner }) => (owner < ERAS ? 1 : 2)),
    siblings: siblings(
      entries.map(({ stem }) => stem),
      entries.map(({ entry }) => entry.kana),
    ),
    weights: made.map((_, wanted) => entries.map(({ entry, owner }) => entry.weight * share(wanted, owner))),
  };
}

function share(wanted: number, owner: number): number {
  if (wanted === owner) return 1;
  const sameSex = Math.floor(wanted / ERAS) === Math.floor(owner / ERAS);
  return sameSex && Math.abs(wanted - owner) === 1 ? NEIGHBOUR : 0;
}

function readLists(): ReadonlyMap<string, readonly Part[]> {
  const lines = dataLines('given-parts.txt');
  return new Map(
    lines.flatMap((line, at) =>
      /^(fe)?male \d/.test(line) ? [[line, partsOf(lines[at + 1]!)] as const] : [],
    ),
  );
}

// A part is its kanji (or hiragana, or katakana written twice: ハナハナ) followed by its katakana reading.
function partsOf(line: string): readonly Part[] {
  return line.split(' ').map((part, rank) => {
    const weight = 1 / (rank + 3);
    const katakana = /^[ァ-ー]+$/.test(part);
    const kana = katakana ? part.slice(0, part.length / 2) : part.replace(/^[^ァ-ー]+/, '');
    return { text: part.slice(0, part.length - kana.length), kana, weight };
  });
}

/** Names of one sex and era; the listed whole names weigh as much as those made of parts. */
function group(lists: ReadonlyMap<string, readonly Part[]>, key: string) {
  const made = lists.get(`${key} first`)!.flatMap((first) =>
    lists.get(`${key} second`)!.flatMap((second) =>
      first.text === second.text
        ? []
        : [
            {
              text: first.text + second.text,
              kana: first.kana + second.kana,
              weight: first.weight * second.weight,
              stem: first.text,
            },
          ],
    ),
  );
  const whole = lists.get(`${key} whole`)!.map((name) => ({ ...name, stem: 'whole' }));
  return [...normalised(made, 0.7), ...normalised(whole, 0.3)];
}

function normalised<T extends { readonly weight: number }>(names: readonly T[], share: number): readonly T[] {
  const total = names.reduce((sum, { weight }) => sum + weight, 0);
  return names.map((name) => ({ ...name, weight: (name.weight * share) / total }));
}

function siblings(stems: readonly string[], kana: readonly string[]): readonly number[] {
  const byStem = new Map<string, number[]>();
  stems.forEach((stem, index) => {
    const same = byStem.get(stem);
    if (same) same.push(index);
    else byStem.set(stem, [index]);
  });
  const next = new Map<number, number>();
  for (const same of byStem.values()) {
    same.forEach((index, at) => {
      const others = [...same.slice(at + 1), ...same.slice(0, at)];
      next.set(index, others.find((other) => kana[other] !== kana[index]) ?? index);
    });
  }
  return stems.map((_, index) => next.get(index)!);
}
