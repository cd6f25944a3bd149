import { toRomaji } from 'wanakana';

/** One sound of a name: a class of consonants or vowels, and what leaving it out costs. */
export interface Phoneme {
  readonly sound: string;
  readonly drop: number;
}

/** Latin letter groups and the sound each stands for; the first that fits is taken. `drop` is for silent letters. */
const GROUPS: readonly (readonly [RegExp, readonly (readonly [string, number])[]])[] = [
  [/^(SCH|SH|SZCZ|SZ)/, [['S^', 0.8]]],
  [/^(TSCH|TCH|CZ)/, [['T^', 0.8]]],
  [/^CH/, [['C^', 0.8]]],
  [/^(PH|FF)/, [['F', 0.8]]],
  [/^(CK|CC|KK|KH|QU?)/, [['K', 0.8]]],
  [/^TH/, [['TH', 0.8]]],
  [/^(TZ|TS)/, [['TS', 0.8]]],
  [
    /^X/,
    [
      ['K', 0.5],
      ['S', 0.4],
    ],
  ],
  [/^GH/, [['G', 0.1]]],
  [/^(DG|DJ|DZ)/, [['J', 0.8]]],
  [
    /^NG/,
    [
      ['N', 0.6],
      ['G', 0.1],
    ],
  ],
  [
    /^GN/,
    [
      ['G', 0.1],
      ['N', 0.6],
    ],
  ],
  [
    /^TR(?=[AIUEOY])/,
    [
      ['T', 0.5],
      ['R', 0.25],
    ],
  ],
  [/^C(?=[EIY])/, [['S', 0.8]]],
  [/^C/, [['K', 0.8]]],
  [/^G(?=[EIY])/, [['GJ', 0.8]]],
  [/^H/, [['H', 0.15]]],
  // Before a vowel an R is heard (CRUZ is no キヨジ), but behind a T (TRAN チャン); at the end of a syllable it lengthens (ROBERT ロバート).
  [/^R(?=[AIUOY]|E.)/, [['R', 0.6]]],
  [/^R/, [['R', 0.25]]],
  [/^W/, [['W', 0.3]]],
  [/^J/, [['J', 0.5]]],
  [/^Y/, [['Y', 0.15]]],
  [/^E$/, [['E', 0.05]]],
  [/^[AIO]$/, [['=', 0.5]]],
  [/^[AIUEO]/, [['=', 0.25]]],
  // Before a vowel M and N are never taken for each other, as they are at the end (KIM キン).
  [/^N(?=[AIUEOY])/, [['N^', 0.6]]],
  [/^M(?=[AIUEOY])/, [['M^', 0.6]]],
  [/^[NM]/, [['=', 0.6]]],
  [/^[LTDP]/, [['=', 0.5]]],
  [/^./, [['=', 0.8]]],
];

/** NGUYEN, NGA: グエン, ガ. */
const NG_IN_FRONT: readonly Phoneme[] = [
  { sound: 'N', drop: 0.1 },
  { sound: 'G', drop: 0.6 },
];

/** The sounds of a Latin key (A-Z), doubled letters once. */
export function latinPhonemes(key: string): Phoneme[] {
  const phonemes: Phoneme[] = [];
  let rest = key.replace(/(.)\1+/g, '$1');
  if (rest.startsWith('NG')) {
    phonemes.push(...NG_IN_FRONT);
    rest = rest.slice(2);
  }
  while (rest !== '') {
    for (const [pattern, sounds] of GROUPS) {
      const found = pattern.exec(rest);
      if (!found) continue;
      for (const [sound, drop] of sounds) phonemes.push({ sound: sound === '=' ? found[0] : sound, drop });
      rest = rest.slice(found[0].length);
      break;
    }
  }
  return phonemes;
}

/** ティ and ディ are テイ and デイ where small kana are written large. */
const SMALL_I = /^[TD]E$/;

const KANA_CONSONANTS: Readonly<Record<string, string>> = {
  SH: 'S^',
  CH: 'T^',
  J: 'J',
  TS: 'TS',
  M: 'M^',
  N: 'N^',
};
/** The vowel that Japanese puts after a consonant which has none. */
const FILLED: Readonly<Record<string, string>> = {
  T: 'O',
  D: 'O',
  CH: 'I',
  J: 'I',
  SH: 'IU',
  K: 'IU',
  G: 'IU',
};

/** A vowel in front is heard (HA is no ウハ), but for the first of two (IYER アイヤー). */
const FIRST_VOWEL = /^[アイウエオ][^アイウエオ]/;

/** The sounds of a kana key; ー and filling vowels (スミス, ブライト) cost little to leave out. */
export function kanaPhonemes(key: string): Phoneme[] {
  const romaji = toRomaji(key.replace(/ー/g, '-')).toUpperCase().replace(/'/g, '');
  const phonemes: Phoneme[] = [];
  let wasN = false;
  for (const found of romaji.matchAll(/(SH|CH|TS|[BCDFGHJKMNPRSTVWYZ])?([AIUEO]|(?<=N)|-)?/g)) {
    const [syllable, consonant, vowel] = found;
    if (syllable === '' || syllable === '-') continue;
    // アンナ: doubled once, as in the letters of ANNA.
    if (consonant && !(wasN && consonant === 'N'))
      phonemes.push({
        sound: syllable === 'N' ? 'N' : (KANA_CONSONANTS[consonant] ?? consonant),
        drop: dropOfKana(consonant, phonemes.at(-1)?.sound, romaji.slice(found.index + consonant.length)),
      });
    wasN = syllable === 'N';
    if (!vowel || vowel === '-') continue;
    const filling = consonant ? (FILLED[consonant] ?? 'U') : '';
    const isFilling =
      filling.includes(vowel) || (SMALL_I.test(syllable) && romaji[found.index + syllable.length] === 'I');
    phonemes.push({
      sound: vowel,
      drop: isFilling ? 0.08 : FIRST_VOWEL.test(key) && phonemes.length === 0 ? 0.6 : 0.3,
    });
  }
  return phonemes;
}

/**
 * A ヤ is little but in front: behind a kana it may be a small one (キヤ for キャ, デユ for デュ). So is a ワ behind ウ or オ, and a ツ
 * that may be ッ.
 */
function dropOfKana(consonant: string, before: string | undefined, rest: string): number {
  if (consonant === 'Y') return before === undefined ? 0.4 : 0.1;
  if (consonant === 'W') return before === 'U' || before === 'O' ? 0.1 : 0.4;
  return consonant === 'TS' && DOUBLED.test(rest) ? 0.4 : 0.8;
}

/** What may stand behind ッ: nothing, or a consonant that is doubled. */
const DOUBLED = /^U(?:$|[KSTPCGZDBJHF])/;
