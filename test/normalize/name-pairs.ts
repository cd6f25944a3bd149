import { readFileSync } from 'node:fs';

/** A kanji name and its kana, from a dictionary that no table of the program was built from. */
export interface NamePair {
  readonly kind: 'family' | 'given';
  readonly kanji: string;
  readonly kana: string;
}

/** The sample in cases/names-ipadic.tsv. */
export function namePairs(): NamePair[] {
  const text = readFileSync(new URL('./cases/names-ipadic.tsv', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind, kanji, kana] = line.split('\t') as [NamePair['kind'], string, string];
      return { kind, kanji, kana };
    });
}

/** Each kanji with the kana of another name of the same kind and length; none that the sample itself pairs with it. */
export function strangePairs(pairs: readonly NamePair[]): NamePair[] {
  const true_ = new Set(pairs.map(({ kanji, kana }) => `${kanji} ${kana}`));
  const bySize = new Map<string, string[]>();
  for (const { kind, kana } of pairs) {
    const key = kind + kana.length;
    bySize.set(key, [...(bySize.get(key) ?? []), kana]);
  }
  return pairs.flatMap(({ kind, kanji, kana }, i) => {
    const others = bySize.get(kind + kana.length)!;
    const other = others[(i * 7919 + 13) % others.length]!;
    return true_.has(`${kanji} ${other}`) ? [] : [{ kind, kanji, kana: other }];
  });
}
