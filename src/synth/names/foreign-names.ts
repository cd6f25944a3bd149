import { dataLines, foreignEntry, type NameEntry } from './names.js';

/** Names of one nation, each list with equal weights. */
export interface Nation {
  readonly code: string;
  readonly family: readonly NameEntry[];
  readonly male: readonly NameEntry[];
  readonly female: readonly NameEntry[];
}

/** Foreign residents' names: Latin letters with their reading; kanji where the nation writes them. */
export function nations(): readonly Nation[] {
  return dataLines('foreign-names.txt').map((line) => {
    const [code, family, male, female] = line.split('|') as [string, string, string, string];
    return { code, family: names(family), male: names(male), female: names(female) };
  });
}

function names(list: string): readonly NameEntry[] {
  return list.split(',').map((name) => {
    const [, text, kana, hanzi] = /^([A-Z' ]+) ([ァ-ー ]+?)(?: (\p{Script=Han}+))?$/u.exec(name)!;
    return foreignEntry(text!, kana!.replaceAll(' ', '　'), hanzi ?? null);
  });
}
