import { once } from '../normalize/once.js';
import { soundsOfHangul, soundsOfPinyin, soundsOfSyllables } from '../normalize/reading/sinic-sounds.js';
import { hangulSyllables, pinyinSyllables } from '../normalize/reading/sinic-spelling.js';
import { hangulOn, mandarinOn, type OnReadings } from '../normalize/reading/sinic-table.js';
import { looseKana, vietnameseNames } from '../normalize/reading/vietnamese-table.js';
import { remembered } from '../normalize/remembered.js';
import { isSyllableWithin, spokenAbroad } from './heard-abroad.js';
import { latinKanaDifference, romajiReads, smallApart, soundsApart } from './latin-kana.js';

/** Whether a kana is a word as its language says it, or the very kana of another word; open where neither can be told. */
export type SyllableSound = 'own' | 'other' | 'open';

/**
 * Names of Vietnam, China and Korea are of one syllable, and many of them differ by a vowel: what would pass for a way to hear a
 * longer name (LAN, リン) is another's name here. So a word that is common in Vietnam, or one syllable of pinyin or Korean, is
 * not heard as a kana that is exactly another such word's.
 */
export const syllableSounds = remembered(soundOf, 100_000);

/** Letters of the longest syllable (ZHUANG, NGHIEM, and more for Korean spellings). */
const LONGEST = 7;

function soundOf(latin: string, kana: string): SyllableSound {
  if (latin.length > LONGEST || kana === '') return 'open';
  const { kana: known, borne } = vietnameseNames();
  const own = known.get(latin);
  if (own !== undefined) {
    const heard = looseKana(kana);
    if (own.has(heard)) return 'own';
    if (isVietnameseInOldKana(latin, kana)) return 'open';
    if (borne.has(heard)) return isSyllableWithin(latin, kana, EXACT_WITHIN) ? 'open' : 'other';
  }
  const [pinyin, korean] = [isSyllable(pinyinSyllables(latin)), isSyllable(hangulSyllables(latin))];
  if (!(pinyin || korean) || soundsApart(latin, kana, SPELT_WITHIN) <= SPELT_WITHIN) return 'open';
  // What does not sound so at all needs no other whose it is.
  if (latinKanaDifference(latin, kana) === 'differs' || spokenAbroad(latin, kana)) return 'open';
  if ((pinyin && isPinyin(kana)) || (korean && isHangul(kana))) return 'other';
  // Of three sounds and more a syllable is known: XIAO is no クサツ.
  return latin.length > SHORT_SYLLABLE ? 'other' : 'open';
}

/**
 * Whether a kana is the very kana of another word of two syllables of pinyin or Korean, and not of this one, each of whose syllables is
 * asked by itself: in the whole one vowel that is another's is drowned (MEILING is no メイラン). Or whether it is none, and farther off than
 * a hand spells or hears them: letters of other languages sound in more ways (X as KS: XUELI is no キヅル). The letters are taken for
 * Chinese or Korean, which SUSAN and LISA are by chance: to be asked of names that are so in all their words.
 */
export const areOtherSyllables = remembered(isOfOthers, 100_000);

function isOfOthers(latin: string, kana: string): boolean {
  const apart = soundsApart(latin, kana, SPELT_WITHIN);
  // JEONG is one syllable, though it may be cut into JE and ONG.
  if (apart <= EXACT_WITHIN || isSyllableWithin(latin, kana, OWN_WITHIN)) return false;
  const [pinyin, korean] = [pairsOf(latin, pinyinOf), pairsOf(latin, hangulOf)];
  const pairs = [...pinyin, ...korean];
  if (pairs.length === 0 || pairs.some((pair) => isOfPair(pair, kana))) return false;
  if (apart > SPELT_WITHIN && !romajiReads(latin, kana) && !spokenAbroad(latin, kana)) return true;
  return cutsOf(kana).some(
    (halves) =>
      (pinyin.length > 0 && halves.every(isPinyin)) || (korean.length > 0 && halves.every(isHangul)),
  );
}

/** How each of two syllables sounds, in Latin letters, first of all as it is spelt. */
type SyllablePair = readonly [readonly string[], readonly string[]];

const pinyinOf = (latin: string) =>
  pinyinSyllables(latin).flatMap((cut) => (cut.length === 1 ? cut[0]!.flatMap(soundsOfPinyin) : []));
const hangulOf = (latin: string) =>
  hangulSyllables(latin).flatMap((cut) => (cut.length === 1 ? [...cut[0]!].flatMap(soundsOfHangul) : []));

/** The ways to cut letters into two syllables of a language. */
const pairsOf = (latin: string, soundsOf: (latin: string) => readonly string[]): readonly SyllablePair[] =>
  cutsOf(latin).flatMap((halves) => {
    const [head, tail] = halves.map((half) => [half, ...soundsOf(half)]) as unknown as SyllablePair;
    return head.length > 1 && tail.length > 1 ? [[head, tail] as const] : [];
  });

/** Whether a kana is two syllables, one after the other or run into each other (HYUN WOO ヒョヌ, EUN HYE ウネ). */
function isOfPair(pair: SyllablePair, kana: string): boolean {
  const isOwn = (half: string, i: number) =>
    romajiReads(pair[i]![0]!, half) || isNearly(pair[i]!, half) || isOneOf(pair[i]!, half);
  const whole = soundsOfSyllables(pair).flatMap((sounds) => [sounds, sounds.replace(/(?<=[LMN])HY?/, '')]);
  return cutsOf(kana).some((halves) => halves.every(isOwn)) || isOneOf(whole, kana);
}

const cutsOf = (text: string): readonly (readonly [string, string])[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => [text.slice(0, i + 1), text.slice(i + 1)]);

/** Whether a kana is another by a hand that has no small kana for foreign sounds: チン for ティン, ト for トゥ, ドク for ドゥック. Keys. */
export function isInOldKana(own: string, kana: string): boolean {
  const heard = looseKana(kana);
  return own !== kana && OLD_KANA.some((spell) => spell(looseKana(own)) === heard);
}

/** The same of a word common in Vietnam: THINH チン, THU ト, DUC ドク. */
export function isVietnameseInOldKana(latin: string, kana: string): boolean {
  const own = vietnameseNames().kana.get(latin) ?? [];
  return [...own].some((sound) => sound !== looseKana(kana) && isInOldKana(sound, kana));
}

const OLD_KANA: readonly ((kana: string) => string)[] = ['ツ', 'ト'].flatMap((tu) => {
  const spell = (kana: string) =>
    kana.replace(/テイ/g, 'チ').replace(/デイ/g, 'ジ').replace(/トウ/g, tu).replace(/ドウ/g, 'ド');
  return [spell, (kana: string) => spell(kana).replace(/ツ(?=[クト]$)/, '')];
});

const isSyllable = (cuts: readonly (readonly unknown[])[]) =>
  cuts.some((syllables) => syllables.length === 1);

/** So far a kana may be from the letters as they are spelt: YOUNG is ヤング as well as ヨン. */
const SPELT_WITHIN = 0.105;
/** So far one syllable may be from its kana: one vowel that is another's is .083 of three sounds (LING ラン). */
const OWN_WITHIN = 0.08;
/** From so near on a kana is a syllable's own. */
const EXACT_WITHIN = 0.03;

/** Letters up to which a syllable may be a word of any language. */
const SHORT_SYLLABLE = 3;

const KANA = 20_000;
const pinyinSounds = once(() => soundsOfAll(mandarinOn(), soundsOfPinyin));
const hangulSounds = once(() => soundsOfAll(hangulOn(), soundsOfHangul));
const isPinyin = remembered((kana: string) => isOneOf(pinyinSounds(), kana), KANA);
const isHangul = remembered((kana: string) => isOneOf(hangulSounds(), kana), KANA);

function soundsOfAll(
  { family, given }: OnReadings,
  soundsOf: (syllable: string) => readonly string[],
): readonly string[] {
  return [...new Set([...family.keys(), ...given.keys()].flatMap(soundsOf))];
}

function isOneOf(sounds: readonly string[], kana: string): boolean {
  return sounds.some((latin) => smallApart(latin, kana, EXACT_WITHIN) <= EXACT_WITHIN);
}

/** Here a kana is taken as it stands: in シユエ with small ones little is left but シエ, and nearly シ. */
const isNearly = (sounds: readonly string[], kana: string) =>
  sounds.some((latin) => soundsApart(latin, kana, OWN_WITHIN) <= OWN_WITHIN);
