import { distance } from 'fastest-levenshtein';
import { kanaKey } from '../normalize/name/kana.js';
import { hasUnknownCharacter } from '../normalize/name/kanji.js';
import { kanaOfRomaji } from '../normalize/name/romaji.js';
import { isSpeltOut } from '../normalize/reading/letter-names.js';
import { charForms } from '../normalize/reading/reading-forms.js';
import { isShortSlip, kanaDifference } from './kana-difference.js';
import { latinKanaDifference, romajiReads, soundsApart } from './latin-kana.js';
import { isLatinSlip } from './latin-slip.js';
import type { NameLevelId } from './name-levels.js';
import type { NamePart } from './person-name.js';
import type { Reading, Readings } from './reading/reading.js';
import { sameButSimplified } from './simplified-forms.js';
import { syllableSounds } from './syllable-sounds.js';
import { matchesWithUnknown } from './unknown-characters.js';

type Written =
  | 'same'
  | 'variant'
  | 'unknown'
  | 'cut'
  | 'near'
  | 'half'
  | 'misspelt'
  | 'different'
  | 'missing';
type Kana = 'same' | 'sound' | 'notation' | 'near' | 'different' | 'missing';

const LATIN = /^[A-Z' .-]+$/;

/**
 * Level of one part (family or given) of two names. Writing decides first, kana confirms or doubts it, and
 * a reading is asked for only where one side has kana alone and the other writing alone.
 */
export function comparePart(a: NamePart, b: NamePart, readings: Readings): NameLevelId {
  const level = levelOf(a, b, readings);
  const isNear = level === 'near' || level === 'near_short';
  // ヒロシ is one kana off ヒロヤ, and the name of many others.
  return isNear && a.kana !== '' && b.kana !== '' && readings.isBorne(a.kana) ? 'near_known' : level;
}

function levelOf(a: NamePart, b: NamePart, readings: Readings): NameLevelId {
  const kana = heardKana(a, b, readings);
  /** リョータ beside 涼太 says no more and no less than リョウタ. */
  const isLeftOpen = kana === 'same' || kana === 'sound' || kana === 'missing';
  switch (compareWritten(a, b)) {
    case 'same':
      return isLeftOpen ? 'exact' : 'kanji_only';
    case 'variant':
      return isLeftOpen ? 'variant' : 'kanji_only';
    case 'unknown':
      return isLeftOpen ? 'unknown_char' : kana === 'different' ? 'different' : 'near';
    case 'cut':
      return kana === 'different' ? 'different' : 'shortened';
    case 'near':
      if (kana === 'same' || kana === 'sound' || (kana === 'missing' && soundsAlike(a, b, readings)))
        return 'kana_only';
      return kana === 'different' ? 'different' : 'near';
    case 'half':
      // A slip of one kanji, where no kana tells: 加香 for 加季. Brothers share one as often.
      if (kana === 'same' || kana === 'sound' || (kana === 'missing' && soundsAlike(a, b, readings)))
        return 'kana_only';
      if (kana === 'missing' && mayBeHeard(a, b, readings)) return 'homophone';
      return kana === 'missing' ? 'half_written' : kana === 'different' ? 'different' : 'near';
    case 'misspelt':
      return kana === 'different' ? 'latin_other' : 'misspelt';
    case 'different':
      if (kana === 'same' || kana === 'sound' || (kana === 'missing' && soundsAlike(a, b, readings)))
        return 'kana_only';
      if (kana === 'notation' || kana === 'near') return 'near';
      if (LATIN.test(a.written)) return 'latin_other';
      return kana === 'missing' && mayBeHeard(a, b, readings) ? 'homophone' : 'different';
    case 'missing':
      return kana === 'missing' ? compareAcross(a, b, readings) : kanaLevel(kana, a, b, readings);
  }
}

/** How the writing of two parts compares; `missing` where one has none, or they are of two scripts. */
export function compareWritten(a: NamePart, b: NamePart): Written {
  if (a.written === '' || b.written === '' || LATIN.test(a.written) !== LATIN.test(b.written))
    return 'missing';
  if (a.written === b.written) return a.raw === b.raw || a.raw === '' || b.raw === '' ? 'same' : 'variant';
  if (sameButSimplified(a, b)) return 'variant';
  if (isAllUnknown(a.written) || isAllUnknown(b.written)) return 'missing';
  if (hasUnknownCharacter(a.written) || hasUnknownCharacter(b.written)) {
    return matchesWithUnknown(a.written, b.written) ? 'unknown' : 'different';
  }
  const shorter = Math.min(a.written.length, b.written.length);
  const cutFrom = LATIN.test(a.written) ? LATIN_CUT_FROM : CUT_FROM;
  if (shorter >= cutFrom && a.written.length !== b.written.length && startsAlike(a, b)) return 'cut';
  const apart = distance(a.written, b.written);
  if (LATIN.test(a.written) ? isLatinSlip(a.written, b.written) : shorter >= 3 && apart <= 1) return 'near';
  if (LATIN.test(a.written)) return shorter >= 4 && apart <= shorter / 3 ? 'misspelt' : 'different';
  return apart === 1 && a.written.length === 2 && b.written.length === 2 ? 'half' : 'different';
}

/** Characters from which on a name that begins another is that name cut off: 寿限無五劫 is no name of its own, 花 is. */
const CUT_FROM = 4;
/** Letters from which on: JOHN of JOHN PAUL, MARI of MARIANA. */
const LATIN_CUT_FROM = 3;

function startsAlike(a: NamePart, b: NamePart): boolean {
  return a.written.startsWith(b.written) || b.written.startsWith(a.written);
}

/** Nothing but characters that nobody can tell. */
function isAllUnknown(text: string): boolean {
  return hasUnknownCharacter(text) && [...text].every(hasUnknownCharacter);
}

/**
 * Kana of two Latin spellings that are nearly one: another hand heard the name otherwise (THI: ティ, チ), which says nothing against
 * it where the kana of the one is how the other sounds.
 */
function heardKana(a: NamePart, b: NamePart, readings: Readings): Kana {
  const kana = compareKana(a.kana, b.kana);
  if (kana !== 'different' || !LATIN.test(a.written) || !LATIN.test(b.written)) return kana;
  const isHeard = (written: string, heard: string) => soundsLike(written, heard, readings) !== 'differs';
  return isHeard(a.written, b.kana) || isHeard(b.written, a.kana) ? 'notation' : kana;
}

/** How the kana of two parts compares; `missing` where one has none. */
export function compareKana(a: string, b: string): Kana {
  if (a === '' || b === '') return 'missing';
  switch (kanaDifference(a, b)) {
    case 'equal':
      return 'same';
    case 'sound':
      return 'sound';
    case 'dakuten':
    case 'long-vowel':
      return 'notation';
    case 'one-kana':
      return 'near';
    case 'different':
      return 'different';
  }
}

/** Kana on both sides, writing on at most one: a kana that differs may still be another reading of the kanji. */
function kanaLevel(kana: Kana, a: NamePart, b: NamePart, readings: Readings): NameLevelId {
  if (kana === 'same') return 'kana';
  if (kana === 'sound' || kana === 'notation') return 'kana_notation';
  if (LATIN.test(a.written) || LATIN.test(b.written)) return heardLevel(kana, a, b, readings);
  if (kana === 'near') return 'near';
  const written = a.written || b.written;
  const other = a.written ? b.kana : a.kana;
  if (written !== '' && readings.reads(written, other).verdict === 'reads') return 'other_reading';
  return isShortSlip(a.kana, b.kana) ? 'near_short' : 'different';
}

/** The kana of a Latin name is as somebody heard it; another hears the same name otherwise (THIAGO: チアゴ, ティアゴ). */
function heardLevel(
  kana: 'near' | 'different' | 'missing',
  a: NamePart,
  b: NamePart,
  readings: Readings,
): NameLevelId {
  const verdict = LATIN.test(a.written)
    ? soundsLike(a.written, b.kana, readings)
    : soundsLike(b.written, a.kana, readings);
  if (kana === 'near') return verdict === 'reads' ? 'latin_near' : 'near';
  return verdict === 'differs' ? 'latin_differs' : 'latin_near';
}

/**
 * Two writings, kana on one side only: can the other writing be read as that kana too? A name written in kana (ひとみ beside 瞳) is its
 * own.
 */
function soundsAlike(a: NamePart, b: NamePart, readings: Readings): boolean {
  const own = a.kana === '' && b.kana === '' ? kanaOnly(a.written) : a.kana;
  const [written, kana] = own === '' ? [a.written, b.kana || kanaOnly(b.written)] : [b.written, own];
  return kana !== '' && !LATIN.test(written) && readings.reads(written, kana).verdict === 'reads';
}

/** Two writings without any kana, whose bearers often read them alike: 友和 and 智一 (トモカズ). */
function mayBeHeard(a: NamePart, b: NamePart, readings: Readings): boolean {
  return a.kana === '' && b.kana === '' && readings.soundAlike(a.written, b.written);
}

const KANA_ONLY = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const kanaOnly = (written: string) => (KANA_ONLY.test(written) ? kanaKey(written) : '');

/** A reading that is off by a dakuten or a long vowel costs less than one that is off by a kana. */
const NOTATION_BELOW = 3;

/**
 * Kanji of which every reading is known, and a kana that is one but for a dakuten or a long vowel, and the name of nobody: 和也 ガズヤ. 泰輝
 * (タイキ) may have a brother ダイキ.
 */
function isButForNotation(written: string, kana: string, readings: Readings): boolean {
  return (
    readings.reads(written, kana).cost < NOTATION_BELOW &&
    [...written].every((char) => charForms(char) !== null) &&
    !readings.isBorne(kana)
  );
}

/** Writing on one side, kana on the other. */
function compareAcross(a: NamePart, b: NamePart, readings: Readings): NameLevelId {
  const [written, kana] = a.written && b.kana ? [a.written, b.kana] : [b.written, a.kana];
  if (kana === '') return readsRomaji(a.written, b.written, readings) ? 'reading' : 'missing';
  if (written === '') return 'missing';
  const verdict = soundsLike(written, kana, readings);
  if (verdict === 'reads') return 'reading';
  const latin = LATIN.test(written);
  if (verdict === 'near')
    return latin ? 'latin_near' : isButForNotation(written, kana, readings) ? 'kana_notation' : 'near';
  if (latin) return 'latin_differs';
  return readings.isSlip(kana, written) ? 'near_short' : 'reading_differs';
}

/** Whether one writing is Latin and the other kanji that can be read as its romaji (MIURA, 三浦), no kana being known. */
export function readsRomaji(a: string, b: string, readings: Readings): boolean {
  const [latin, kanji] = LATIN.test(a) ? [a, b] : [b, a];
  if (kanji === '' || LATIN.test(kanji) || !LATIN.test(latin)) return false;
  return kanaOfRomaji(latin).some((kana) => readings.reads(kanji, kana).verdict === 'reads');
}

/** As `comparePart`; kanji that read so but for a dakuten or a long vowel agree but for kana notation. */
export function comparePartLoosely(a: NamePart, b: NamePart, readings: Readings): NameLevelId {
  const level = comparePart(a, b, readings);
  if (level !== 'near' || (a.written === '') === (b.written === '')) return level;
  const [written, kana] = a.written ? [a.written, b.kana] : [b.written, a.kana];
  const slip = kana !== '' && !hasUnknownCharacter(written) && readings.reads(written, kana);
  return slip && slip.cost < NOTATION_BELOW ? 'kana_notation' : level;
}

/** Whether a writing, kanji or Latin, sounds like this kana. */
export function soundsLike(written: string, kana: string, readings: Readings): Reading['verdict'] {
  const { verdict } = readings.reads(written, kana);
  if (verdict === 'reads' || !LATIN.test(written)) return verdict;
  if (isSpeltOut(written, kanaKey(kana))) return 'reads';
  const latin = latinKanaDifference(written, kana);
  const told = syllableSounds(written, kana);
  if (told !== 'open') return told === 'own' ? 'reads' : 'differs';
  if (latin === 'differs') return verdict;
  return verdict === 'differs' && isJapaneseName(written, kana, latin, readings) ? 'differs' : latin;
}

/** So far the kana of a foreigner may be from the letters where it is a Japanese name as well: KATE ケイト, but MUELLER ミウラ. */
const JAPANESE_WITHIN = 0.135;

/**
 * Whether kana that somewhat sound like Latin letters are a Japanese name, as others of the run bear it. Of 54,000 foreign names of ENAMDICT
 * eleven are written so; of the names of strangers that nearly sound so nine in ten are (JOAO is no ヨウコ).
 */
function isJapaneseName(written: string, kana: string, latin: 'reads' | 'near', readings: Readings): boolean {
  if (latin === 'reads' && soundsApart(written, kana, JAPANESE_WITHIN) <= JAPANESE_WITHIN) return false;
  // As a Brazilian may spell ジ: KENGI, EIGI.
  const isRomaji = romajiReads(written, kana) || romajiReads(written.replace(/G(?=I)/g, 'J'), kana);
  return !isRomaji && readings.isJapanese(kana);
}
