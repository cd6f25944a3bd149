import { meansOther } from '../audit/item-names.js';
import type { CanonicalItem } from '../audit/items.js';
import { type Candidate, LEAST, type Looked } from './candidate.js';
import type { Persons } from './persons.js';
import { shareRead } from './reads-as.js';

/** Names that read as kana, and kana that read as names, in this share of the rows are one person's. */
const READ = 0.8;
const CONFIRMED = 0.85;

/** Kana that reads the names of another column, and those names, are the same person's; others are not. */
export function confirmed(
  candidates: readonly Candidate[],
  { values }: Looked,
  { bare }: Persons,
): Candidate[] {
  const of = (item: CanonicalItem) =>
    candidates.filter((one) => one.item === item && one.columns.length === 1 && one.confidence >= LEAST);
  const own = (one: Candidate) => !meansOther(bare.get(one.columns[0]!)!);
  const pairs = of('name').flatMap((name) =>
    of('kana')
      // Kana that could be either reads itself.
      .filter((kana) => kana.columns[0] !== name.columns[0])
      .map((kana) => ({
        name,
        kana,
        read: shareRead(values.get(name.columns[0]!) ?? [], values.get(kana.columns[0]!) ?? []),
      })),
  );
  const best = pairs
    .filter(({ name, kana }) => own(name) && own(kana))
    .toSorted((a, b) => (b.read ?? 0) - (a.read ?? 0))[0];
  if (!best || best.read === null || best.read < READ) return [...candidates];
  return candidates.map((one) => {
    const isOne = one === best.name || one === best.kana;
    if (isOne) return { ...one, confidence: Math.max(one.confidence, CONFIRMED) };
    const read = pairs.find(
      (pair) =>
        (pair.name === one && pair.kana === best.kana) || (pair.kana === one && pair.name === best.name),
    )?.read;
    // Named for the person, but read as somebody else.
    return read !== undefined && read !== null && read < 0.5
      ? { ...one, confidence: one.confidence * 0.6 }
      : one;
  });
}
