import { once } from '../once.js';
import { remembered } from '../remembered.js';
import { jamoOf } from './sinic-sounds.js';
import { hangulOn, mandarinOn } from './sinic-table.js';

/** Spellings of Korean names in passports, by medial: 이영주 is LEE YOUNGJOO, YI YEONGJU. */
const VOWELS: readonly (readonly string[])[] = [
  ['A', 'AH'],
  ['AE', 'AI'],
  ['YA'],
  ['YAE'],
  ['EO', 'U', 'O'],
  ['E'],
  ['YEO', 'YO', 'YOU', 'YU'],
  ['YE'],
  ['O', 'OH'],
  ['WA'],
  ['WAE'],
  ['OE', 'OI'],
  ['YO'],
  ['U', 'OO', 'WOO'],
  ['WO', 'WEO'],
  ['WE'],
  ['WI', 'WEE'],
  ['YU', 'YOO'],
  ['EU', 'U'],
  ['UI', 'EUI', 'EE', 'I'],
  ['I', 'EE', 'Y'],
];
const LEADS: readonly (readonly string[])[] = [
  ['G', 'K'],
  ['KK'],
  ['N'],
  ['D', 'T'],
  ['TT'],
  ['R', 'L', 'RH'],
  ['M'],
  ['B', 'P'],
  ['PP'],
  ['S', 'SH'],
  ['SS'],
  ['', 'W'],
  ['J', 'CH'],
  ['JJ'],
  ['CH'],
  ['K'],
  ['T'],
  ['P'],
  ['H'],
];
const TAILS: Readonly<Record<number, readonly string[]>> = {
  0: ['', 'H'],
  1: ['K', 'G', 'RK'],
  4: ['N'],
  7: ['T', 'D'],
  8: ['L', 'R'],
  16: ['M'],
  17: ['P', 'B'],
  19: ['T', 'S'],
  21: ['NG'],
};
/** Spellings that follow no rule. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  이: ['LEE', 'YI', 'RHEE', 'REE', 'LI', 'I'],
  리: ['LEE', 'RHEE', 'RI', 'LI'],
  박: ['PARK', 'PAK', 'BAK'],
  임: ['LIM', 'IM', 'RIM', 'YIM'],
  림: ['LIM', 'RIM'],
  류: ['RYU', 'YOO', 'YU', 'RYOO'],
  노: ['ROH', 'NOH', 'NO', 'RO'],
  로: ['ROH', 'RO', 'NO'],
  최: ['CHOI', 'CHOE'],
  오: ['OH', 'O'],
  허: ['HUR', 'HUH', 'HEO'],
  서: ['SUH', 'SEO', 'SUR'],
  어: ['EO', 'UH'],
  우: ['WOO', 'U'],
};

function spellings(syllable: string): readonly string[] {
  const { lead, vowel, tail } = jamoOf(syllable);
  const regular = LEADS[lead]!.flatMap((consonant) =>
    VOWELS[vowel]!.flatMap((middle) => (TAILS[tail] ?? []).map((end) => consonant + middle + end)),
  );
  return [...(SPECIAL[syllable] ?? []), ...regular];
}

const pinyin = once(() => {
  const { family, given } = mandarinOn();
  const spelt = new Map<string, readonly string[]>();
  for (const syllable of [...family.keys(), ...given.keys()]) spelt.set(syllable.toUpperCase(), [syllable]);
  // ü is spelt V, U and YU in passports.
  for (const syllable of [...spelt.keys()].filter((key) => key.includes('V'))) {
    for (const vowel of ['U', 'YU']) {
      const key = syllable.replace('V', vowel);
      spelt.set(key, [...(spelt.get(key) ?? []), syllable.toLowerCase()]);
    }
  }
  return spelt;
});
const korean = once(() => {
  const { family, given } = hangulOn();
  const spelt = new Map<string, Set<string>>();
  for (const syllable of new Set([...family.keys(), ...given.keys()]))
    for (const spelling of spellings(syllable))
      spelt.set(spelling, (spelt.get(spelling) ?? new Set()).add(syllable));
  return spelt;
});

const LONGEST = 6;
const MOST_SYLLABLES = 3;

/** Every way to cut a Latin key into syllables of a list, up to three. */
function cuts<T>(
  key: string,
  known: ReadonlyMap<string, T>,
  most = MOST_SYLLABLES,
): readonly (readonly T[])[] {
  if (key === '') return [[]];
  if (most === 0) return [];
  const found: (readonly T[])[] = [];
  for (let length = Math.min(LONGEST, key.length); length > 0; length--) {
    const syllable = known.get(key.slice(0, length));
    if (syllable === undefined) continue;
    for (const rest of cuts(key.slice(length), known, most - 1)) found.push([syllable, ...rest]);
  }
  return found;
}

/** Words whose cuts are kept. */
const WORDS = 20_000;

/** Syllables of pinyin that a Latin key may be, each as its spellings without tone. */
export const pinyinSyllables: (latin: string) => readonly (readonly (readonly string[])[])[] = remembered(
  (latin) => cuts(latin, pinyin()),
  WORDS,
);

/** Hangul syllables of which a Latin key may be the romanisation. */
export const hangulSyllables: (latin: string) => readonly (readonly ReadonlySet<string>[])[] = remembered(
  (latin) => cuts(latin, korean()),
  WORDS,
);
