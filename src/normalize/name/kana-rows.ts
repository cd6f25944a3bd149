/** Kana of one consonant, in the order of the vowels アイウエオ; a space where there is none. */
const CONSONANTS = [
  'アイウエオ',
  'カキクケコ',
  'ガギグゲゴ',
  'サシスセソ',
  'ザジズゼゾ',
  'タチツテト',
  'ダヂヅデド',
  'ナニヌネノ',
  'ハヒフヘホ',
  'バビブベボ',
  'パピプペポ',
  'マミムメモ',
  'ヤ ユ ヨ',
  'ラリルレロ',
  'ワ    ',
  '  ヴ  ',
] as const;

const VOWELS = 'アイウエオ';

const PLACES = new Map<string, readonly [row: number, vowel: number]>();
for (const [row, kana] of CONSONANTS.entries()) {
  for (const [vowel, letter] of [...kana].entries()) if (letter !== ' ') PLACES.set(letter, [row, vowel]);
}

/** The vowel a kana ends in, as one of アイウエオ; '' for ン, ー and what is no kana. */
export function vowelOf(kana: string): string {
  const place = PLACES.get(kana);
  return place ? VOWELS[place[1]]! : '';
}

/** The kana of the same consonant with another vowel (ケ with ア is カ); undefined where there is none. */
export function withVowel(kana: string, vowel: string): string | undefined {
  const place = PLACES.get(kana);
  const letter = place && CONSONANTS[place[0]]![VOWELS.indexOf(vowel)];
  return letter === ' ' ? undefined : letter;
}

/** The kana of the first row in the consonant of the second, with the vowel kept: (ア, 'ナ') is ナ. */
export function withConsonant(kana: string, like: string): string | undefined {
  const vowel = vowelOf(kana);
  return vowel === '' ? undefined : withVowel(like, vowel);
}
