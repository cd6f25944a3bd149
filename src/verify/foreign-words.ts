import { hasUnknownCharacter } from '../normalize/name/kanji.js';
import { isRomanisedFamily } from '../normalize/reading/romanised-families.js';
import { isSinicFamily } from '../normalize/reading/sinic-table.js';
import { isPinyinOf, kanjiHeardAbroad, kanjiSpelt, type NamePartKind, sinicLengths } from './heard-abroad.js';
import { inOneRun } from './in-one-run.js';
import type { NameLevelId } from './name-levels.js';
import type { PersonName } from './person-name.js';
import type { Readings } from './reading/reading.js';
import { areOtherSyllables } from './syllable-sounds.js';
import { matchesWithUnknown } from './unknown-characters.js';
import {
  areInOrder,
  areSyllables,
  type Heard,
  hearer,
  isUsable,
  matchButForOne,
  matchSoFar,
  sure,
  type Word,
  wordsOf,
  worse,
} from './words-heard.js';

type Pair = readonly [NameLevelId, NameLevelId];

/** Words of a name up to which every order is tried. */
const MOST_WORDS = 6;
/** Without a blank: of more than five given names none is left out. */
const MOST_RUN = 9;

/**
 * A foreign name against the kana of another hand: its words in their order, turned round, some given names left out (VAN, a
 * second name), heard in the language of the name or read as Japanese reads its characters. Null where a word of the kana is
 * none of the name's, or the family name is not among them: then the two are compared as they stand.
 */
export function foreignWords(record: PersonName, resident: PersonName, readings: Readings): Pair | null {
  return (
    inWriting(record, resident) ?? byWords(record, resident, readings) ?? byWords(resident, record, readings)
  );
}

/** Characters on one side, the Latin letters of their pinyin or romanisation on the other: 閻偉, YAN WEI. */
function inWriting(a: PersonName, b: PersonName): Pair | null {
  const [latin, kanji] = a.latin ? [a, b] : [b, a];
  if (!latin.latin || kanji.latin || kanji.writtenWhole === '') return null;
  const cuts = sinicCuts(kanji);
  if (cuts.length === 0) return null;
  const halves = latinHalves(latin.latinWords);
  const areSpelt = (isSpelt: typeof kanjiSpelt, first: 0 | 1) =>
    cuts.some(([family, given]) =>
      halves.some((half) => isSpelt(family, half[first]) && isSpelt(given, half[first === 0 ? 1 : 0])),
    );
  // The characters of YUAN CHUN say no less of 袁　春 than kana do.
  if (latin.latinWords.length > 1 && areSpelt(isPinyinOf, 0)) return ['reading', 'reading'];
  return areSpelt(kanjiSpelt, 0) || areSpelt(kanjiSpelt, 1) ? ['heard_abroad', 'heard_abroad'] : null;
}

/** A name in Latin letters cut behind its first word or before its last; anywhere where it has no blank (LIMINHO). */
function latinHalves(words: readonly string[]): readonly (readonly [string, string])[] {
  const [first = '', ...rest] = words;
  if (rest.length > 0)
    return [
      [first, rest.join('')],
      [words.slice(0, -1).join(''), words.at(-1)!],
    ];
  return [...first].slice(1).map((_, i) => [first.slice(0, i + 1), first.slice(i + 1)] as const);
}

/**
 * Characters of a Chinese or Korean name on one side, Latin letters on the other that are Chinese or Korean syllables through and
 * through, and spell others: 徐莉紅 is no WU GUI. False where either could be anything else.
 */
export function isSpeltOtherwise(a: PersonName, b: PersonName): boolean {
  const [latin, kanji] = a.latin ? [a, b] : [b, a];
  const words = latin.latinWords;
  if (!latin.latin || kanji.latin || words.length < 2 || words.length > 3) return false;
  const families = sinicCuts(kanji)
    .map(([family]) => family)
    .filter((family) => COMPOUND.has(family) || isSinicFamily(family));
  if (families.length === 0) return false;
  // LAM YUNG is how 林勇 is spelt in Hong Kong, where there is no pinyin.
  if (families.some((family) => words.some((word) => isRomanisedFamily(family, word)))) return false;
  return (
    words.every((word) => sinicLengths(word).some((length) => length <= 2)) &&
    // Last: it is dear, and most words are no such syllables.
    inWriting(a, b) === null
  );
}

/** Family names of two characters. */
const COMPOUND: ReadonlySet<string> = new Set(
  '欧陽 司馬 諸葛 上官 皇甫 東方 独孤 南宮 鮮于 慕容 夏侯 尉遅 公孫 令狐 司徒 軒轅 長孫 宇文 聞人 西門 司空 端木 赫連 澹台 太史 仲孫'.split(
    ' ',
  ),
);

export const isCompoundFamily = (characters: string): boolean => COMPOUND.has(characters);

/** Family and given name in characters as Chinese and Korean names have them: one (or two that are known), and one or two. */
export function sinicCuts({
  family,
  given,
  writtenWhole,
}: PersonName): readonly (readonly [string, string])[] {
  const chars = [...writtenWhole];
  if (chars.length < 2 || chars.length > 4 || !chars.every((char) => /\p{Script=Han}/u.test(char))) return [];
  const cuts: readonly (readonly [string, string])[] =
    given.written !== ''
      ? [[family.written, given.written]]
      : [1, 2].map((length) => [chars.slice(0, length).join(''), chars.slice(length).join('')]);
  return cuts.filter(
    ([first, rest]) =>
      ([...first].length === 1 || COMPOUND.has(first)) && rest !== '' && [...rest].length <= 2,
  );
}

function byWords(inKana: PersonName, named: PersonName, readings: Readings): Pair | null {
  const { kanaWhole, kanaWords, writtenWhole, latin } = inKana;
  if (kanaWhole === '' || named.writtenWhole === '') return null;
  // Of 朱〓〓 ジュー ホワジュン the kana alone tell whose it is: 朱　華軍, as Mandarin reads it.
  const saysLittle =
    !latin && hasUnknownCharacter(writtenWhole) && matchesWithUnknown(writtenWhole, named.writtenWhole);
  if (writtenWhole !== '' && latin === named.latin && !saysLittle) return null;
  const words = kanaWords.length > 1 ? kanaWords : null;
  if (named.latin && words === null) return latinRun(kanaWhole, named, readings);
  if (named.latin) return words!.length <= MOST_WORDS ? latinWords(words!, named, readings) : null;
  return characters(words, kanaWhole, named, readings);
}

/** Each cut of the kana into two, against the two parts of the name. */
function characters(
  words: readonly string[] | null,
  whole: string,
  named: PersonName,
  readings: Readings,
): Pair | null {
  const cuts = words
    ? words.slice(1).map((_, i) => [words.slice(0, i + 1).join(''), words.slice(i + 1).join('')] as const)
    : [...whole].slice(1).map((_, i) => [whole.slice(0, i + 1), whole.slice(i + 1)] as const);
  const heard = (written: string, kana: string): Heard | null =>
    readings.reads(written, kana).verdict === 'reads'
      ? 'reading'
      : kanjiHeardAbroad(written, kana)
        ? 'heard_abroad'
        : null;
  for (const [family, given] of sinicCuts(named)) {
    for (const [head, tail] of cuts) {
      const straight = [heard(family, head), heard(given, tail)] as const;
      if (straight[0] && straight[1]) return straight as Pair;
      const turned = heard(family, tail) !== null && heard(given, head) !== null;
      if (turned && (words || whole.length >= FEWEST_TURNED)) return ['heard_abroad', 'heard_abroad'];
    }
  }
  return null;
}

/** Kana from which on a name without a blank may be turned round: of fewer, the one half is as often somebody's name as the other. */
const FEWEST_TURNED = 4;

/** Letters of a word from which on it is nobody else's where it nearly sounds so. */
const LONG_ENOUGH = 6;

/** A Latin name whose kana was written without a blank, in the order of the name, turned round, or without some given names. */
function latinRun(kana: string, named: PersonName, readings: Readings): Pair | null {
  const words = wordsOf(named);
  if (words.length < 2 || words.length > MOST_RUN) return null;
  const hear = hearer(words, named, readings);
  const isSure = (place: number, part: string) => {
    const heard = hear([place], part);
    return heard === 'latin_near' && words[place]!.latin.length >= LONG_ENOUGH ? heard : sure(heard);
  };
  const run = inOneRun(
    kana,
    words.map(({ part }) => ({ isFamily: part === 'family' })),
    isSure,
  );
  if (run === null) return null;
  const inOrder = run.places.every((place, i) => i === 0 || place > run.places[i - 1]!);
  const of = (part: NamePartKind) =>
    run.heard.filter((_, i) => words[run.places[i]!]!.part === part).reduce<Heard | null>(worse, null)!;
  const level = (part: NamePartKind) => (inOrder ? of(part) : 'heard_abroad');
  return [level('family'), run.places.length < words.length ? 'shortened' : level('given')];
}

/**
 * Whether a word of the given name is another's by the kana of a record, though the given name as a whole nearly sounds so: ティ トゥイ is
 * no THI THAO, エドゥアルド シルバ no EDUARDO SOUZA. Only where every word has its kana can that be told; of kana without a blank,
 * where they cannot be cut into the words in any way.
 */
export function isFarInAWord(a: PersonName, b: PersonName, readings: Readings): boolean {
  const [inKana, named] = a.latin ? [b, a] : [a, b];
  if (!named.latin || inKana.writtenWhole !== '' || inKana.kanaWhole === '') return false;
  const words = wordsOf(named);
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  const hear = hearer(words, named, readings);
  const { kanaWords } = inKana;
  if (kanaWords.length === 1) {
    const parts = words.map(({ part }) => ({ isFamily: part === 'family' }));
    return inOneRun(inKana.kanaWhole, parts, (place, kana) => hear([place], kana)) === null;
  }
  const isShort = kanaWords.length < words.length && kanaWords.length > 1 && kanaWords.length <= MOST_WORDS;
  if (isShort && heardOf(kanaWords, words, hear) === null) return true;
  if (kanaWords.length !== words.length) return false;
  // Of two words the one is the given name: it is far only where it is the very kana of another.
  const mayBe = ({ latin }: Word, kana: string) =>
    words.length > 2 || (areSyllables(words) && areOtherSyllables(latin, kana));
  return words.some((word, place) => {
    const kana = kanaWords[place]!;
    return word.part === 'given' && mayBe(word, kana) && hear([place], kana) === null;
  });
}

/** How the words are heard; where some are left out, what is there must be surely theirs: ﾜﾀﾅﾍﾞ ﾋﾛｱｷ is no WATANABE ALVES THIAGO HIROSHI. */
function heardOf(
  kana: readonly string[],
  words: readonly Word[],
  hear: ReturnType<typeof hearer>,
): ReturnType<typeof matchSoFar> {
  const found = matchSoFar(kana, words, hear);
  return found?.given === 'latin_near' && found.places.length < words.length ? null : found;
}

function latinWords(kana: readonly string[], named: PersonName, readings: Readings): Pair | null {
  const words = wordsOf(named);
  const hear = hearer(words, named, readings);
  const found = heardOf(kana, words, hear);
  if (found === null) return oneWordOff(kana, words, hear, readings);
  // Of a given name more must be said than its first letter.
  if (found.given === null || !found.said) return null;
  if (!isUsable(found)) return null;
  const inOrder = areInOrder(found);
  const left = words.length - found.places.length;
  const family = inOrder ? found.family : 'heard_abroad';
  if (left > 0 || found.given === 'shortened') return [family, 'shortened'];
  return [family, inOrder ? found.given : 'heard_abroad'];
}

/** A slip of the pen in one word of three or more; a kana that others bear may be another's. */
function oneWordOff(
  kana: readonly string[],
  words: readonly Word[],
  hear: ReturnType<typeof hearer>,
  readings: Readings,
): Pair | null {
  const slip = matchButForOne(kana, words, hear);
  if (slip === null) return null;
  const inOrder = areInOrder(slip);
  const level = readings.isBorne(slip.kana) ? 'near_known' : 'near';
  const heard = (part: Heard | null) => (inOrder && part !== null ? part : 'heard_abroad');
  return words[slip.place]!.part === 'family' ? [level, heard(slip.given)] : [heard(slip.family), level];
}
