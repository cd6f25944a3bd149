import { looksAlike } from '../normalize/name/look-alikes.js';
import { isAnothersKana } from './anothers-kana.js';
import { comparePart, comparePartLoosely } from './compare-part.js';
import { isSplit, splitAtCommon, splitLike } from './cut-name.js';
import { foreignWords, isFarInAWord, isSpeltOtherwise } from './foreign-words.js';
import { areTwoPersons, isAnothersGiven } from './latin-kanji.js';
import { NAME_CODES, type NameLevelId } from './name-levels.js';
import type { NamePart, PersonName, PersonNames } from './person-name.js';
import { isHeardInPart } from './reading/half-read.js';
import type { Readings } from './reading/reading.js';
import { shortenedLatin } from './shortened-latin.js';
import { isTruncatedKana, isTruncatedLatin } from './truncated-kana.js';
import { turnedLatin } from './turned-latin.js';

/** Levels of family and given name, as codes of `name-levels.ts`. */
export interface NameLevels {
  readonly family: number;
  readonly given: number;
}

type Pair = readonly [NameLevelId, NameLevelId];

/**
 * Compares all names of a record with all names of a resident and gives the levels of the best pairing:
 * main name first, then family and given swapped, then former names and aliases on either side.
 */
export function compareNames(record: PersonNames, resident: PersonNames, readings: Readings): NameLevels {
  let best = compareTwo(record.main, resident.main, readings);
  const farIfShort = () => {
    if (isFarShort(best, record.main, resident.main)) best = ['latin_differs', 'latin_differs'];
  };
  farIfShort();
  if (isAnothersKana(record.main, resident.main, readings)) best = ['reading_differs', 'reading_differs'];
  const isFar = SOUNDING.has(best[1]) && isFarInAWord(record.main, resident.main, readings);
  if (isFar) best = [best[0], 'latin_differs'];
  const consider = (pair: Pair) => {
    // An alias but for a slip says more than names in two scripts, which say nothing.
    const saysMore = isMissing(best) && !isMissing(pair) && !isContradicted(pair);
    if (saysMore || badness(pair) < badness(best)) best = pair;
  };
  if (badness(best) > 0) {
    const turnedRound = swapped(record.main);
    if (!isFar)
      consider(inOtherOrder(compareTwo(turnedRound, resident.main, readings), turnedRound, resident.main));
    if (record.main.words !== '' && record.main.words === resident.main.words)
      consider(haveWordsInOneOrder(record.main, resident.main) ? ['variant', 'variant'] : ['order', 'order']);
    if (haveKanaInOtherOrder(record.main, resident.main)) consider(['order', 'order']);
    const shortened = shortenedLatin(record.main, resident.main);
    // THI THU HANG and HANG are no two writings of one sound: a word is left out.
    if (shortened && LOOSE.has(best[1]) && !LOOSE.has(shortened[1])) best = shortened;
    else if (shortened) consider(shortened);
    const turned = turnedLatin(record.main, resident.main);
    if (turned) consider(turned);
    const foreign = foreignWords(record.main, resident.main, readings);
    // It contradicts nothing: better than what does, however far it is from agreement.
    if (foreign && (isContradicted(best) || badness(foreign) < badness(best))) best = foreign;
    // Before an alias is asked: what is far off must not stand in its way.
    farIfShort();
    for (const own of resident.inKanji) {
      const pair = compareTwo(record.main, own, readings);
      if (record.main.writtenWhole === '' && pair.every((level) => AGREEING.has(level))) consider(pair);
    }
    for (const other of resident.others)
      consider(throughOther(record.main, other, resident.main, best, readings));
    for (const other of record.others)
      consider(throughOther(resident.main, other, record.main, best, readings));
  }
  farIfShort();
  if (
    isMissing(best) &&
    (isSpeltOtherwise(record.main, resident.main) || areTwoPersons(record.main, resident.main, readings))
  )
    best = ['latin_differs', 'latin_differs'];
  if (best[1] === 'latin_differs' && isAnothersGiven(record.main, resident.main))
    best = [best[0], 'different'];
  // ラヒム ラフマン: each nearly sounds like the other of RAHMAN RAHIM, whose own kana they are.
  if (best.every((level) => SOUNDING.has(level)) && haveKanaInOtherOrder(record.main, resident.main))
    best = ['order', 'order'];
  return { family: NAME_CODES[best[0]], given: NAME_CODES[best[1]] };
}

/** Silva Maria and SILVA MARIA: which of two words is the family name letter case alone tells, and nothing is swapped. */
function haveWordsInOneOrder(a: PersonName, b: PersonName): boolean {
  return a.latinWords.join(' ') === b.latinWords.join(' ');
}

/** Letters up to which a name nearly sounds like many others. */
const SHORT = 4;

/** Two short names that each only nearly sound so (BUI HIEU, ボ ハイ) are another's as often as not. */
function isFarShort([family, given]: Pair, a: PersonName, b: PersonName): boolean {
  const { latinWords } = a.latin ? a : b;
  if (family !== 'latin_near' || given !== 'latin_near') return false;
  return latinWords.length === 2 && latinWords.every((word) => word.length <= SHORT);
}

/** What parts in Latin letters seem to be of which one lacks a word. */
const LOOSE: ReadonlySet<NameLevelId> = new Set(['kana_only', 'near', 'near_short', 'near_known']);

/** What a whole in Latin letters may seem to be where one of its words is another's. */
const SOUNDING: ReadonlySet<NameLevelId> = new Set(['reading', 'latin_near']);

const AGREEING: ReadonlySet<NameLevelId> = new Set(['exact', 'variant', 'kana', 'reading']);

/**
 * Levels of a name whose parts stand in the other order, where one agrees and the other is known and does not contradict; beside a
 * long Latin name the other may have changed (MARIA), a short one is many people's (YANG TAO is no ﾀｵ ｳ-).
 */
function inOtherOrder([family, given]: Pair, a: PersonName, b: PersonName): Pair {
  const level = (id: NameLevelId) => (AGREEING.has(id) ? 'order' : id);
  const isLong = (part: 'family' | 'given') =>
    [a, b].some((name) => name.latin && name[part].written.length > SHORT);
  const fits = (id: NameLevelId, other: NameLevelId, part: 'family' | 'given') =>
    AGREEING.has(id) &&
    other !== 'missing' &&
    (!CONTRADICTING.has(other) || (other === 'latin_differs' && isLong(part)));
  return fits(family, given, 'family') || fits(given, family, 'given')
    ? [level(family), level(given)]
    : ['different', 'different'];
}

/** Words of a name up to which every order is tried. */
const MOST_WORDS = 6;

/** Kana decides (or the writing is the same), and one name is the words of the other in another order; it may be written without spaces. */
function haveKanaInOtherOrder(a: PersonName, b: PersonName): boolean {
  const isLeftOpen = a.writtenWhole === '' || b.writtenWhole === '' || a.writtenWhole === b.writtenWhole;
  if (!isLeftOpen || a.kanaWhole.length !== b.kanaWhole.length) return false;
  const madeOf = ({ kanaWords }: PersonName, { kanaWhole }: PersonName) =>
    kanaWords.length > 1 && kanaWords.length <= MOST_WORDS && isMadeOf(kanaWhole, kanaWords);
  return haveTheSameWords(a, b) || madeOf(a, b) || madeOf(b, a);
}

/** However many they are (DA SILVA HIGA DA SILVA JORGE JOAO TAKESHI). */
function haveTheSameWords({ kanaWords: one }: PersonName, { kanaWords: other }: PersonName): boolean {
  return one.length > 1 && one.toSorted().join(' ') === other.toSorted().join(' ');
}

function isMadeOf(whole: string, words: readonly string[]): boolean {
  if (words.length === 0) return whole === '';
  return words.some(
    (word, i) => whole.startsWith(word) && isMadeOf(whole.slice(word.length), words.toSpliced(i, 1)),
  );
}

const CONTRADICTING: ReadonlySet<NameLevelId> = new Set([
  'different',
  'reading_differs',
  'latin_differs',
  'latin_other',
]);

const isMissing = (pair: Pair) => pair.every((level) => level === 'missing');

const isContradicted = (pair: Pair) => pair.some((level) => CONTRADICTING.has(level));

/** How far a pair is from agreement; levels are listed from best to worst, missing counts as middling. */
function badness([family, given]: Pair): number {
  return cost(family) + cost(given);
}

function cost(id: NameLevelId): number {
  const code = NAME_CODES[id];
  if (id === 'missing') return 10;
  return code <= NAME_CODES.latin_near
    ? 0
    : CONTRADICTING.has(id)
      ? 20
      : Math.min(code, NAME_CODES.near_short);
}

const NEAR: ReadonlySet<NameLevelId> = new Set(['near', 'near_short', 'homophone']);

/** Levels at which another name explains a part: it agrees, but for kana notation or a character that its kana set right. */
const EXPLAINING: ReadonlySet<NameLevelId> = new Set([
  ...AGREEING,
  'kana_notation',
  'unknown_char',
  'kana_only',
]);

/**
 * The record under a former name or alias of the resident (or the reverse), whose main name is `bearer`: each part that agrees
 * is explained.
 */
function throughOther(
  main: PersonName,
  other: PersonName,
  bearer: PersonName,
  direct: Pair,
  readings: Readings,
): Pair {
  if (other.family.written === '' && other.family.kana === '') {
    return familyAlone(main, other, direct, readings);
  }
  const [first, given] = compareTwo(main, other, readings, comparePartLoosely);
  // 大洞 for 太洞, where no kana tells: a slip of the pen, or of the eye.
  const isSlip = main.family.kana === '' && looksAlike(main.family.written, other.family.written);
  const family = first === 'different' && isSlip ? 'near' : first;
  const partOf = (level: NameLevelId, own: NameLevelId) =>
    EXPLAINING.has(level) && !AGREEING.has(own) ? 'other_name' : own;
  if (other.given.written === '' && other.given.kana === '') return [partOf(family, direct[0]), direct[1]];
  if (EXPLAINING.has(family) && EXPLAINING.has(given))
    return [partOf(family, direct[0]), partOf(given, direct[1])];
  // 完甘　和也, ｼｼｶｲ ｶｽﾞﾔ: the given name is the alias's, and its family name is one that nobody else bears.
  if (EXPLAINING.has(given) && mayBeReadSo(family, other.family, bearer.family, readings))
    return [family, partOf(given, direct[1])];
  // 松本　慶士, ﾏﾂﾓﾄ ｹｲｺｸ; 山崎　総子, ﾔﾏｻﾞｷ ｻﾄｺ: likewise the family name, and the given name begins or ends so.
  if (
    EXPLAINING.has(family) &&
    given === 'reading_differs' &&
    other.given.written !== bearer.given.written &&
    isHeardInPart(other.given.written, givenKana(main, other, readings), readings)
  )
    return [partOf(family, direct[0]), given];
  // 水凌　真人, ﾐｽﾞｼ ﾏｻﾄ: the given name is the alias's, and its family name but for a slip; or the other way round.
  if (EXPLAINING.has(given) && NEAR.has(family)) return [family, partOf(given, direct[1])];
  // 松本　明美, 松本 明実: where the main name says nothing, half of a given name is weighed as it is of any other.
  const isNear = NEAR.has(given) || (given === 'half_written' && isMissing(direct));
  if (EXPLAINING.has(family) && isNear && !AGREEING.has(direct[1])) return [partOf(family, direct[0]), given];
  return direct;
}

/** Kanji that do not read as this kana as far as we know, but of which nobody knows more; not those of the main name, of which something is known. */
function mayBeReadSo(level: NameLevelId, { written }: NamePart, own: NamePart, readings: Readings): boolean {
  return level === 'reading_differs' && written !== own.written && readings.isUnheard(written);
}

/** The kana of the given name; of a name without a blank, what is left where the family name ends. */
const givenKana = (main: PersonName, other: PersonName, readings: Readings) =>
  (main.given.kana === '' ? splitLike(main, other, readings) : main).given.kana;

/** An other name that is one word: a former family name (旧氏 fields hold just that), or a mononym. */
function familyAlone(main: PersonName, other: PersonName, direct: Pair, readings: Readings): Pair {
  const word = wholeOf(other);
  if (EXPLAINING.has(comparePartLoosely(main.family, word, readings))) return ['other_name', direct[1]];
  return EXPLAINING.has(comparePartLoosely(wholeOf(main), word, readings))
    ? ['other_name', 'other_name']
    : direct;
}

function wholeOf({ writtenWhole, kanaWhole, family }: PersonName): NamePart {
  return { ...family, written: writtenWhole, kana: kanaWhole, raw: '' };
}

function swapped(name: PersonName): PersonName {
  return { ...name, family: name.given, given: name.family };
}

/** Compares two single names part by part; a name without separator is split where the other one is. */
function compareTwo(a: PersonName, b: PersonName, readings: Readings, compare = comparePart): Pair {
  const whole = compareWholes(a, b, readings, compare);
  if (whole) return whole;
  const [x, y] =
    isSplit(a) || isSplit(b) ? [splitLike(a, b, readings), splitLike(b, a, readings)] : splitAtCommon(a, b);
  const pair: Pair = [
    familyLevel(compare(x.family, y.family, readings)),
    givenLevel(compare(x.given, y.given, readings), x.given, y.given),
  ];
  return badness(pair) > 0 && (a.latin || b.latin) ? cutElsewhere(a, b, pair, readings) : pair;
}

/** Words of a Latin name from which on families and given names are cut at will: shorter names sound alike by chance. */
const FEWEST_WORDS = 3;

/**
 * The kana of a foreign name of several words is cut by whoever writes it (DA SILVA MARIA: ダ シルバ マリア, ダシルバ マリア):
 * where both parts agree under another cut, they agree.
 */
function cutElsewhere(a: PersonName, b: PersonName, direct: Pair, readings: Readings): Pair {
  const kanaOnly = [a, b].find((name) => name.writtenWhole === '' && isSplit(name));
  const foreign = kanaOnly === a ? b : a;
  if (!kanaOnly || !isSplit(foreign) || foreign.words.split(' ').length < FEWEST_WORDS) return direct;
  const joined = { ...kanaOnly, family: NO_PART, given: NO_PART };
  const recut = splitLike(joined, foreign, readings);
  const levels = [
    comparePart(recut.family, foreign.family, readings),
    comparePart(recut.given, foreign.given, readings),
  ] as const;
  return levels.every((level) => EXPLAINING.has(level)) ? levels : direct;
}

/** Half of a family name is another family's as often as not: 佐藤 and 加藤. */
function familyLevel(level: NameLevelId): NameLevelId {
  return level === 'half_written' ? 'different' : level;
}

/** 真 for 直, where no kana tells: a slip of the pen, or of the eye. */
function givenLevel(level: NameLevelId, a: NamePart, b: NamePart): NameLevelId {
  const mayBeSlip = level === 'half_written' || (level === 'different' && (a.kana === '' || b.kana === ''));
  return mayBeSlip && looksAlike(a.written, b.written) ? 'near' : level;
}

const NO_PART: NamePart = { written: '', kana: '', raw: '' };

/** What can be said of the wholes at once: a kana holder that was cut at 30 bytes, or two unsplit wholes. */
function compareWholes(
  a: PersonName,
  b: PersonName,
  readings: Readings,
  compare: typeof comparePart,
): Pair | null {
  if (a.latin && b.latin && a.kanaWhole === '' && b.kanaWhole === '') {
    const [one, other] = [a.latinWords.join(' '), b.latinWords.join(' ')];
    if (isTruncatedLatin(one, other) || isTruncatedLatin(other, one)) return ['exact', 'exact'];
  }
  const writtenMissing = a.writtenWhole === '' || b.writtenWhole === '';
  if (writtenMissing && a.kanaWhole !== '' && b.kanaWhole !== '') {
    if (a.kanaWhole === b.kanaWhole) return ['kana', 'kana'];
    if (isTruncatedKana(a.kanaWhole, b.kanaWhole) || isTruncatedKana(b.kanaWhole, a.kanaWhole)) {
      return ['kana', 'kana'];
    }
  }
  if (isSplit(a) || isSplit(b)) return null;
  const kanaFits = a.kanaWhole === '' || b.kanaWhole === '' || a.kanaWhole === b.kanaWhole;
  if (a.writtenWhole !== '' && a.writtenWhole === b.writtenWhole && kanaFits) {
    const same = a.rawWhole === b.rawWhole || a.rawWhole === '' || b.rawWhole === '';
    return same ? ['exact', 'exact'] : ['variant', 'variant'];
  }
  // A name of one word is one, whatever the register's kana of it are: HIDAYAT ヒダヤト, ヒダヤット. What it shares with another is no part.
  const areBothLatin = a.latinWords.length === 1 && b.latinWords.length === 1;
  if (areBothLatin || (writtenMissing && (a.latin ? a : b).latinWords.length === 1)) {
    const level = compare(wholeOf(a), wholeOf(b), readings);
    if (areBothLatin || !CONTRADICTING.has(level)) return [level, level];
  }
  if (writtenMissing && (a.kanaWhole === '' || b.kanaWhole === '')) {
    const level = compare(wholeOf(a), wholeOf(b), readings);
    return [level, level];
  }
  return null;
}
