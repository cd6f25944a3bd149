import { kanaKey } from '../normalize/name/kana.js';
import { latinKey } from '../normalize/name/latin-key.js';
import { romajiKey, romajiOf, unfolded } from '../normalize/name/romaji.js';
import { kanaPhonemes, latinPhonemes, type Phoneme } from '../normalize/reading/phonemes.js';
import { remembered } from '../normalize/remembered.js';
import { soundDistance } from './sound-distance.js';

/** Words of names whose sounds are kept: a word meets many others. */
const WORDS = 50_000;
const romajiOfLatin = remembered(romajiKey, WORDS);
const romajiOfKana = remembered((kana: string) => unfolded(kanaKey(kana)).map(romajiOf), WORDS);
const soundsOfLatin = remembered((latin: string) => latinPhonemes(latinKey(latin)), WORDS);
const soundsOfKana = remembered((kana: string) => kanaPhonemes(kanaKey(kana)), WORDS);

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

/** Cheapest way to turn one row of sounds into the other. */
function distance(a: readonly Phoneme[], b: readonly Phoneme[]): number {
  let row = [0];
  for (const { drop } of b) row.push(row[row.length - 1]! + drop);
  for (const { sound, drop } of a) {
    const next = [row[0]! + drop];
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1]!;
      next.push(
        Math.min(row[j]! + drop, next[j - 1]! + other.drop, row[j - 1]! + soundDistance(sound, other.sound)),
      );
    }
    row = next;
  }
  return row[b.length]!;
}

/** How far a kana sounds from Latin letters, per sound: 0 the same, 1 nothing in common; infinite where one of them is empty. */
export function soundsApart(latin: string, kana: string): number {
  const [a, b] = [soundsOfLatin(latin), soundsOfKana(kana)];
  return a.length === 0 || b.length === 0
    ? Number.POSITIVE_INFINITY
    : distance(a, b) / Math.max(2, (a.length + b.length) / 2);
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
  if (a.length === 0 || b.length === 0) return 'differs';
  const apart = soundsApart(latin, kana);
  const isShort = Math.max(a.length, b.length) <= SHORT;
  if (apart <= (isShort ? SHORT_READS_WITHIN : READS_WITHIN)) return 'reads';
  return apart <= (isShort ? SHORT_NEAR_WITHIN : NEAR_WITHIN) ? 'near' : 'differs';
}
