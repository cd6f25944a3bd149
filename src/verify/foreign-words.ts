import { isRomanisedFamily } from '../normalize/reading/romanised-families.js';
import { pinyinSyllables } from '../normalize/reading/sinic-spelling.js';
import { isSinicFamily } from '../normalize/reading/sinic-table.js';
import { soundsLike } from './compare-part.js';
import {
  kanjiHeardAbroad,
  kanjiSpelt,
  type NamePartKind,
  readInJapanese,
  sinicLengths,
  spokenAbroad,
} from './heard-abroad.js';
import { inOneRun } from './in-one-run.js';
import type { NameLevelId } from './name-levels.js';
import type { PersonName } from './person-name.js';
import type { Readings } from './reading/reading.js';
import { syllableSounds } from './syllable-sounds.js';

type Pair = readonly [NameLevelId, NameLevelId];

/** How a word of a foreign name is heard as kana: as it sounds, nearly, or as Chinese, Korean or Japanese read its characters. */
type Heard = 'reading' | 'latin_near' | 'heard_abroad';
const RANK: Readonly<Record<Heard, number>> = { reading: 0, latin_near: 1, heard_abroad: 2 };

/** Words of a name up to which every order is tried. */
const MOST_WORDS = 6;

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
  if (!latin.latin || kanji.latin || kanji.writtenWhole === '' || latin.latinWords.length < 2) return null;
  const [first, ...rest] = latin.latinWords;
  const [last, others] = [latin.latinWords.at(-1)!, latin.latinWords.slice(0, -1).join('')];
  for (const [family, given] of sinicCuts(kanji)) {
    if (kanjiSpelt(family, first!) && kanjiSpelt(given, rest.join('')))
      return ['heard_abroad', 'heard_abroad'];
    if (kanjiSpelt(family, last) && kanjiSpelt(given, others)) return ['heard_abroad', 'heard_abroad'];
  }
  return null;
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
  if (families.length === 0 || inWriting(a, b) !== null) return false;
  // LAM YUNG is how 林勇 is spelt in Hong Kong, where there is no pinyin.
  if (families.some((family) => words.some((word) => isRomanisedFamily(family, word)))) return false;
  return words.every((word) => sinicLengths(word).some((length) => length <= 2));
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
  if (kanaWhole === '' || named.writtenWhole === '' || (writtenWhole !== '' && latin === named.latin))
    return null;
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

/** A Latin name whose kana was written without a blank, in the order of the name, turned round, or without some given names. */
function latinRun(kana: string, named: PersonName, readings: Readings): Pair | null {
  const words = wordsOf(named);
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  const hear = hearer(words, named, readings);
  const isSure = (place: number, part: string) => {
    const heard = hear([place], part);
    return heard === 'latin_near' ? null : heard;
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
  if (words.length < 3 || kanaWords.length !== words.length) return false;
  return words.some(({ part }, place) => part === 'given' && hear([place], kanaWords[place]!) === null);
}

interface Word {
  readonly latin: string;
  readonly part: NamePartKind;
}

interface Match {
  readonly family: Heard;
  readonly given: Heard | null;
  /** Places of the name's words in the order of the kana. */
  readonly places: readonly number[];
}

function latinWords(kana: readonly string[], named: PersonName, readings: Readings): Pair | null {
  const words = wordsOf(named);
  const hear = hearer(words, named, readings);
  const found = match(kana, words, hear, { family: null, given: null, places: [] });
  if (found === null || found.given === null) return null;
  const inOrder = found.places.every((place, i) => i === 0 || place > found.places[i - 1]!);
  const left = words.length - found.places.length;
  const family = inOrder ? found.family : 'heard_abroad';
  if (left > 0) return [family, 'shortened'];
  return [family, inOrder ? found.given : 'heard_abroad'];
}

/** Words before a family name that are part of it, and of the name of nobody in Asia: DE GUZMAN, DELA CRUZ, DA SILVA. */
const PARTICLES: ReadonlySet<string> = new Set('DE DEL DELA DELAS DELOS DA DAS DOS'.split(' '));
const ARTICLES: ReadonlySet<string> = new Set(['LA', 'LAS', 'LOS']);

/** The first words of a name that are its family name by their particles (DE LA CRUZ MARIA: three); 0 where it has none. */
function particled(words: readonly string[]): number {
  if (!PARTICLES.has(words[0]!)) return 0;
  const length = ARTICLES.has(words[1] ?? '') ? 3 : 2;
  return length < words.length ? length : 0;
}

/** The words of a Latin name; those that make up the family name are of it. */
function wordsOf({ latinWords: words, family }: PersonName): readonly Word[] {
  const first = words.slice(0, Math.max(1, particled(words))).join('');
  let rest = first.length > family.written.length ? first : family.written;
  return words.map((latin) => {
    const isFamily = rest.startsWith(latin);
    if (isFamily) rest = rest.slice(latin.length);
    return { latin, part: isFamily ? 'family' : 'given' };
  });
}

type Hear = (places: readonly number[], kana: string) => Heard | null;

/** How words beside each other sound, asked once each: as the name's own kana say, where it has one for every word. */
function hearer(words: readonly Word[], { kanaWords }: PersonName, readings: Readings): Hear {
  const own = kanaWords.length === words.length ? kanaWords : null;
  const known = new Map<string, Heard | null>();
  return (places, kana) => {
    const key = `${places} ${kana}`;
    let heard = known.get(key);
    if (heard === undefined) {
      const run = places.map((place) => words[place]!);
      const isOwn = own !== null && places.map((place) => own[place]).join('') === kana;
      heard = isOwn
        ? 'reading'
        : hearWord(run.map(({ latin }) => latin).join(''), kana, run[0]!.part, readings);
      // In words run together what differs in one of them is drowned: VAN CUONG nearly sounds バン ホア.
      if (heard === 'latin_near' && places.length > 1) heard = null;
      known.set(key, heard);
    }
    return heard;
  };
}

/** How a word of a Latin name is heard as this kana (keys); null where it is not. */
export function hearWord(latin: string, kana: string, part: NamePartKind, readings: Readings): Heard | null {
  const sound = soundsLike(latin, kana, readings);
  if (sound === 'reads') return 'reading';
  // Another's name in its own language may still be how Japanese reads the characters of a Chinese one.
  if (syllableSounds(latin, kana) === 'other')
    return pinyinSyllables(latin).length > 0 && readInJapanese(latin, kana, part) ? 'heard_abroad' : null;
  if (spokenAbroad(latin, kana) || readInJapanese(latin, kana, part)) return 'heard_abroad';
  return sound === 'near' ? 'latin_near' : null;
}

/** The same of a word that may be a family or a given name. */
export function hearAnyWord(latin: string, kana: string, readings: Readings): Heard | null {
  const heard = hearWord(latin, kana, 'family', readings);
  if (heard !== null) return heard;
  // Nothing but the characters of a given name is asked otherwise.
  const isAsked = syllableSounds(latin, kana) !== 'other' || pinyinSyllables(latin).length > 0;
  return isAsked && readInJapanese(latin, kana, 'given') ? 'heard_abroad' : null;
}

type Partial = {
  readonly family: Heard | null;
  readonly given: Heard | null;
  readonly places: readonly number[];
};

/** Words of the kana taken one by one, or two that make one word of the name, each by the words of the name that are left. */
function match(kana: readonly string[], words: readonly Word[], hear: Hear, so: Partial): Match | null {
  if (kana.length === 0) {
    const whole = words.every(({ part }, place) => part === 'given' || so.places.includes(place));
    return whole && so.family !== null ? { ...so, family: so.family } : null;
  }
  let best: Match | null = null;
  for (const taken of [1, 2].filter((length) => length <= kana.length)) {
    const text = kana.slice(0, taken).join('');
    for (const places of runs(words, so.places)) {
      const heard = hear(places, text);
      // Two words of the kana are one of the name only where neither is it by itself.
      if (heard === null || (taken > 1 && kana.slice(0, 2).some((word) => hear(places, word)))) continue;
      const { part } = words[places[0]!]!;
      const next = { ...so, [part]: worse(so[part], heard), places: [...so.places, ...places] };
      const found = match(kana.slice(taken), words, hear, next);
      if (found && (best === null || isBetter(found, best))) best = found;
    }
  }
  return best;
}

const MOST_JOINED = 3;

/** Up to three words beside each other, of one part, none of them taken. */
function runs(words: readonly Word[], taken: readonly number[]): readonly (readonly number[])[] {
  return words.flatMap((word, start) => {
    const found: number[][] = [];
    for (let end = start; end < Math.min(words.length, start + MOST_JOINED); end++) {
      if (taken.includes(end) || words[end]!.part !== word.part) break;
      found.push(Array.from({ length: end - start + 1 }, (_, i) => start + i));
    }
    return found;
  });
}

function worse(one: Heard | null, other: Heard): Heard {
  return one === null || RANK[other] > RANK[one] ? other : one;
}

/** More words matched, then in a plainer way, then in order. */
function isBetter(one: Match, other: Match): boolean {
  const cost = ({ family, given, places }: Match) =>
    RANK[family] +
    (given === null ? 0 : RANK[given]) +
    (places.every((place, i) => i === 0 || place > places[i - 1]!) ? 0 : 1);
  if (one.places.length !== other.places.length) return one.places.length > other.places.length;
  return cost(one) < cost(other);
}
