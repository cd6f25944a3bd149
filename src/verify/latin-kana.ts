import { kanaKey } from '../normalize/name/kana.js';
import { latinKey } from '../normalize/name/latin-key.js';
import { romajiKey, romajiOf, unfolded } from '../normalize/name/romaji.js';
import { kanaPhonemes, latinPhonemes, type Phoneme } from '../normalize/reading/phonemes.js';
import { remembered } from '../normalize/remembered.js';
import { distancesFrom, placeOfSound } from './sound-distance.js';

/** Words of names whose sounds are kept: a word meets many others. */
const WORDS = 50_000;
const romajiOfLatin = remembered(romajiKey, WORDS);
const romajiOfKana = remembered((kana: string) => unfolded(kanaKey(kana)).map(romajiOf), WORDS);
const soundsOfLatin = remembered((latin: string) => soundsOf(latinPhonemes(latinKey(latin))), WORDS);
const soundsOfKana = remembered((kana: string) => soundsOf(kanaPhonemes(kanaKey(kana))), WORDS);

/** Small vowels behind which kana they stand in foreign names: ジェ, ファ, ティ, トゥ. */
const SMALL_VOWEL = /(?<=[フジチシウクグツヴ])[アイエオ]|(?<=[テデ])イ|(?<=[トド])ウ/gu;
const SMALL_VOWELS: Readonly<Record<string, string>> = { ア: 'ァ', イ: 'ィ', ウ: 'ゥ', エ: 'ェ', オ: 'ォ' };
const soundsOfSmall = remembered((kana: string) => {
  const texts = unfolded(kanaKey(kana));
  const small = texts.map((text) => text.replace(SMALL_VOWEL, (vowel) => SMALL_VOWELS[vowel]!));
  return [...new Set([...texts, ...small])].map((text) => soundsOf(kanaPhonemes(text)));
}, WORDS);

/** Sounds one after the other: their places, and what leaving each out costs. */
interface Sounds {
  readonly places: readonly number[];
  readonly drops: readonly number[];
}

function soundsOf(phonemes: readonly Phoneme[]): Sounds {
  return {
    places: phonemes.map(({ sound }) => placeOfSound(sound)),
    drops: phonemes.map(({ drop }) => drop),
  };
}

/**
 * Whether Latin text is this kana in romaji: Hepburn, kunrei or nihon-shiki, passport spelling (OH, OU, O for a long
 * vowel; M before B, M, P), case and hyphens aside. Long and short vowels are one here, as in passports: ONO reads
 * オノ, オオノ and オウノ. It never reads a foreign spelling (SMITH): see `latinKanaDifference`.
 */
export function romajiReads(latin: string, kana: string): boolean {
  const written = romajiOfLatin(latin);
  return written !== '' && romajiOfKana(kana).includes(written);
}

/** Distance per sound up to which a kana reads a Latin name, and up to which it nearly does. */
const READS_WITHIN = 0.18;
const NEAR_WITHIN = 0.25;

/** In a name of so few sounds one vowel more or less makes another name (BUI, ボ). */
const SHORT = 4;
const SHORT_READS_WITHIN = 0.12;
const SHORT_NEAR_WITHIN = 0.18;

/** Cheapest way to turn one row of sounds into the other; infinite where that is surely more than `most`. */
function distance(a: Sounds, b: Sounds, most: number): number {
  // Of sums that differ in their last digit neither is surely more.
  const limit = most * (1 + 1e-9);
  const width = b.places.length;
  let row: number[] = [0];
  let next: number[] = [];
  for (let j = 0; j < width; j++) row.push(row[j]! + b.drops[j]!);
  for (let i = 0; i < a.places.length; i++) {
    const drop = a.drops[i]!;
    const apart = distancesFrom(a.places[i]!);
    let left = row[0]! + drop;
    let least = left;
    next[0] = left;
    for (let j = 0; j < width; j++) {
      const dropped = Math.min(row[j + 1]! + drop, left + b.drops[j]!);
      left = Math.min(dropped, row[j]! + apart[b.places[j]!]!);
      next[j + 1] = left;
      if (left < least) least = left;
    }
    // No way leads past a whole row without its least.
    if (least > limit) return Number.POSITIVE_INFINITY;
    [row, next] = [next, row];
  }
  return row[width]!;
}

/**
 * How far a kana sounds from Latin letters, per sound: 0 the same, 1 nothing in common; infinite where one of them is empty, or
 * where it is more than `most`.
 */
export function soundsApart(latin: string, kana: string, most: number): number {
  return apartOf(soundsOfLatin(latin), soundsOfKana(kana), most);
}

/** The same of kana whose ヤユヨ and アイウエオ behind a kana may be small ones: ヒヨン for ヒョン, ジエ for ジェ. */
export function smallApart(latin: string, kana: string, most: number): number {
  const a = soundsOfLatin(latin);
  return soundsOfSmall(kana).reduce(
    (least, b) => Math.min(least, apartOf(a, b, most)),
    Number.POSITIVE_INFINITY,
  );
}

function apartOf(a: Sounds, b: Sounds, most: number): number {
  const [one, other] = [a.places.length, b.places.length];
  if (one === 0 || other === 0) return Number.POSITIVE_INFINITY;
  const length = Math.max(2, (one + other) / 2);
  return distance(a, b, most * length) / length;
}

/**
 * Whether a kana is a Latin name as Japanese writes it, by the sounds of both: ジョンソン JOHNSON, グエン NGUYEN,
 * スミス SMITH; romaji of Japanese names in any spelling reads too. One component (family or given name) or a whole,
 * in any case and width. It knows no language: a spelling that says little of its sound (CHOLMONDELEY チャムリー)
 * differs, so `differs` is a reason to look and never proof. Empty texts differ.
 */
export function latinKanaDifference(latin: string, kana: string): 'reads' | 'near' | 'differs' {
  if (romajiReads(latin, kana)) return 'reads';
  const a = soundsOfLatin(latin);
  const b = soundsOfKana(kana);
  const isShort = Math.max(a.places.length, b.places.length) <= SHORT;
  const near = isShort ? SHORT_NEAR_WITHIN : NEAR_WITHIN;
  const apart = apartOf(a, b, near);
  if (apart <= (isShort ? SHORT_READS_WITHIN : READS_WITHIN)) return 'reads';
  return apart <= near ? 'near' : 'differs';
}
