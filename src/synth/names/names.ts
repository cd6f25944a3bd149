import { readFileSync } from 'node:fs';
import { glyphs } from './glyph-variants.js';
import { dakutenSlip, kanaTypo, longVowel } from './kana-forms.js';

/** A family or given name with every form in which some system writes it; made once per distinct name. */
export interface NameEntry {
  readonly text: string;
  readonly kana: string;
  /** Relative frequency within its group. */
  readonly weight: number;
  readonly variant: string | null;
  readonly unknown: string | null;
  readonly dakuten: string | null;
  readonly long: string | null;
  readonly typo: string;
  /** Kanji of a foreign name, where it has some. */
  readonly hanzi: string | null;
}

/** Lines of a data file without comments. */
export function dataLines(file: string): readonly string[] {
  return readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The entries of one name: one per registered glyph, their weights adding up to `weight`. */
export function nameEntries(
  text: string,
  kana: string,
  weight: number,
  kind: 'family' | 'given',
): readonly NameEntry[] {
  return glyphs(text, kind).map((glyph) => ({
    ...kanaForms(kana),
    text: glyph.text,
    weight: weight * glyph.share,
    variant: glyph.variant,
    unknown: glyph.unknown,
    hanzi: null,
  }));
}

/** A foreign name: Latin letters, its reading, and kanji where the nation writes them. */
export function foreignEntry(text: string, kana: string, hanzi: string | null): NameEntry {
  return { ...kanaForms(kana), text, weight: 1, variant: null, unknown: null, hanzi };
}

function kanaForms(kana: string) {
  return {
    kana,
    dakuten: dakutenSlip(kana),
    long: longVowel(kana),
    typo: kanaTypo(kana),
  };
}

/** For each entry another one of the same key (reading, and sex) and another spelling (和夫, 一雄), or null. */
export function homophones(
  entries: readonly NameEntry[],
  key: (entry: NameEntry, index: number) => string,
): readonly (number | null)[] {
  const groups = new Map<string, number[]>();
  entries.forEach((entry, index) => {
    const group = groups.get(key(entry, index));
    if (group) group.push(index);
    else groups.set(key(entry, index), [index]);
  });
  return entries.map((entry, index) => {
    const same = groups.get(key(entry, index))!;
    const at = same.indexOf(index);
    const others = [...same.slice(at + 1), ...same.slice(0, at)];
    const glyphTwin = (other: NameEntry) => other.text === entry.variant || other.variant === entry.text;
    return others.find((i) => entries[i]!.text !== entry.text && !glyphTwin(entries[i]!)) ?? null;
  });
}
