import { isSpeltOut } from '../normalize/reading/letter-names.js';
import { hangulSyllables, pinyinSyllables } from '../normalize/reading/sinic-spelling.js';
import { soundsLike } from './compare-part.js';
import { type NamePartKind, readInJapanese, sinicLengths, spokenAbroad } from './heard-abroad.js';
import { cut } from './in-one-run.js';
import { soundsApart } from './latin-kana.js';
import type { PersonName } from './person-name.js';
import type { Readings } from './reading/reading.js';
import { areOtherSyllables, isInOldKana, isVietnameseInOldKana, syllableSounds } from './syllable-sounds.js';
import { fillsHolder } from './truncated-kana.js';

/**
 * How a word of a foreign name is heard as kana: as it sounds, nearly, as Chinese, Korean or Japanese read its characters, or by the
 * name of its first letter.
 */
export type Heard = 'reading' | 'latin_near' | 'heard_abroad' | 'shortened';
const RANK: Readonly<Record<Heard, number>> = { reading: 0, latin_near: 1, heard_abroad: 2, shortened: 3 };

export interface Word {
  readonly latin: string;
  readonly part: NamePartKind;
}

export interface Match {
  readonly family: Heard;
  readonly given: Heard | null;
  /** Places of the name's words in the order of the kana. */
  readonly places: readonly number[];
  /** A given name is said, and not its first letter alone. */
  readonly said: boolean;
  /** Some word is heard, and not nearly. */
  readonly sure: boolean;
}

/** Words that are there when the last one is cut off at the end of its field. */
const FEWEST_BEFORE_CUT = 2;

/** The words one by one; the last may be cut off at the end of its field. */
export function matchSoFar(kana: readonly string[], words: readonly Word[], hear: Hear): Match | null {
  const whole = match(kana, words, hear, NOTHING);
  if (whole !== null || kana.length <= FEWEST_BEFORE_CUT || !fillsHolder(kana.join(' '))) return whole;
  return match(kana.slice(0, -1), words, hear, NOTHING);
}

/** Kana from which on a word may hold a slip, and how far it then is from what it stands for (アタヤ for AASHA). */
const FEWEST_WITH_SLIP = 3;
const SLIP_WITHIN = 0.36;

/** A word of the kana that is one slip off a word of the name, and how all others are heard. */
export interface Slip extends Match {
  readonly place: number;
  readonly kana: string;
}

/** Three words or more, of which all but one are heard for sure, and that one is near what is left: a slip of the pen. */
export function matchButForOne(kana: readonly string[], words: readonly Word[], hear: Hear): Slip | null {
  if (kana.length < 3 || kana.length !== words.length) return null;
  for (const [i, text] of kana.entries()) {
    if (text.length < FEWEST_WITH_SLIP) continue;
    for (const [place, { latin }] of words.entries()) {
      if (soundsApart(latin, text, SLIP_WITHIN) > SLIP_WITHIN || syllableSounds(latin, text) === 'other')
        continue;
      const rest = match(kana.toSpliced(i, 1), words, (places, one) => sure(hear(places, one)), {
        ...NOTHING,
        family: words.some(({ part }, other) => part === 'family' && other !== place) ? null : 'reading',
        places: [place],
      });
      if (rest) return { ...rest, places: rest.places.slice(1).toSpliced(i, 0, place), place, kana: text };
    }
  }
  return null;
}

/** Words before a family name that are part of it, and of the name of nobody in Asia: DE GUZMAN, DELA CRUZ, DA SILVA. */
const PARTICLES: ReadonlySet<string> = new Set('DE DEL DELA DELAS DELOS DA DAS DOS MC'.split(' '));
const ARTICLES: ReadonlySet<string> = new Set(['LA', 'LAS', 'LOS']);

/** The first words of a name that are its family name by their particles (DE LA CRUZ MARIA: three); 0 where it has none. */
function particled(words: readonly string[]): number {
  if (!PARTICLES.has(words[0]!)) return 0;
  const length = ARTICLES.has(words[1] ?? '') ? 3 : 2;
  return length < words.length ? length : 0;
}

/** The words of a Latin name; those that make up the family name are of it. */
export function wordsOf({ latinWords: words, family }: PersonName): readonly Word[] {
  const first = words.slice(0, Math.max(1, particled(words))).join('');
  let rest = first.length > family.written.length ? first : family.written;
  const found = words.map((latin): Word => {
    const isFamily = rest.startsWith(latin);
    if (isFamily) rest = rest.slice(latin.length);
    return { latin, part: isFamily ? 'family' : 'given' };
  });
  return joinedInitials(withoutMc(found));
}

/** MC DONALD is one word, which no kana parts. */
function withoutMc(words: readonly Word[]): readonly Word[] {
  const [first, second, ...rest] = words;
  if (first?.latin !== 'MC' || second === undefined) return words;
  return [{ latin: `MC${second.latin}`, part: 'family' }, ...rest];
}

/** The letters of a family name of initials (B K SABINA) are called in one breath. */
function joinedInitials(words: readonly Word[]): readonly Word[] {
  const letters = words.filter(({ latin, part }) => part === 'family' && latin.length === 1);
  if (letters.length < 2) return words;
  const initials: Word = { latin: letters.map(({ latin }) => latin).join(''), part: 'family' };
  return words.flatMap((word) => (word === letters[0] ? [initials] : letters.includes(word) ? [] : [word]));
}

/** Letters of a word from which on its first one may stand for it. */
const FEWEST_OF_INITIAL = 2;

/** Its letter by name (エム for MICHAEL), or the kana with which it begins (ビ for VILLANUEVA; マ where the register has マイケル). */
const isInitialOf = (latin: string, kana: string, own: string | undefined) =>
  latin.length >= FEWEST_OF_INITIAL &&
  (isSpeltOut(latin[0]!, kana) ||
    (kana.length === 1 && (own?.startsWith(kana) === true || beginsWith(latin, kana))));

/** Letters of the longest that one kana stands for. */
const LONGEST_KANA = 3;
const KANA_WITHIN = 0.1;

const beginsWith = (latin: string, kana: string) =>
  Array.from({ length: LONGEST_KANA }, (_, i) => latin.slice(0, i + 1)).some(
    (letters) => soundsApart(letters, kana, KANA_WITHIN) <= KANA_WITHIN,
  );

type Hear = (places: readonly number[], kana: string) => Heard | null;

/** How words beside each other sound, asked once each: as the name's own kana say, where it has one for every word. */
export function hearer(words: readonly Word[], { kanaWords }: PersonName, readings: Readings): Hear {
  const own = kanaWords.length === words.length ? kanaWords : null;
  const isSinic = areSyllables(words);
  const known = new Map<string, Heard | null>();
  const heardOf = (places: readonly number[], kana: string): Heard | null => {
    const ownKana = own === null ? '' : places.map((place) => own[place]).join('');
    if (ownKana === kana) return 'reading';
    if (ownKana !== '' && isInOldKana(ownKana, kana)) return 'heard_abroad';
    const run = places.map((place) => words[place]!);
    const [{ latin, part }, ...more] = run as [Word, ...Word[]];
    if (more.length === 0)
      return (
        (isSinic ? hearSyllables(latin, kana, part, readings) : hearWord(latin, kana, part, readings)) ??
        (part === 'given' && isInitialOf(latin, kana, own?.[places[0]!]) ? 'shortened' : null)
      );
    // In words run together what differs in one of them is drowned: VAN CUONG nearly sounds バン ホア. So each is asked.
    const each = cut(kana, places, (place, piece) => sure(hear([place], piece)));
    if (each !== null) return each.reduce<Heard | null>(worse, null);
    // Only syllables of Chinese and Korean run into each other (HYUN AH ヒョナ).
    const isOne = run.every((word) => word.part === part && sinicLengths(word.latin).length > 0);
    return isOne ? sure(hearWord(run.map((word) => word.latin).join(''), kana, part, readings)) : null;
  };
  const hear: Hear = (places, kana) => {
    const key = `${places} ${kana}`;
    const heard = known.get(key) ?? (known.has(key) ? null : heardOf(places, kana));
    known.set(key, heard);
    return heard;
  };
  return hear;
}

/**
 * Whether all words are Chinese or Korean syllables, one of the family name and two of the given name at most. How they sound is known, and
 * nearly so sounds another's: HAOHAI is no ヒキヨウ.
 */
export function areSyllables(words: readonly Word[]): boolean {
  const most = (part: NamePartKind) => (part === 'family' ? 1 : 2);
  return (
    words.length > 1 &&
    words.length <= 3 &&
    words.every(({ latin, part }) => sinicLengths(latin).some((length) => length <= most(part)))
  );
}

/** How a word is heard of a name that is Chinese or Korean through and through: not nearly, and not as the very kana of another one. */
function hearSyllables(
  latin: string,
  kana: string,
  part: NamePartKind,
  readings: Readings,
): 'reading' | 'heard_abroad' | null {
  if (areOtherSyllables(latin, kana)) return readInJapanese(latin, kana, part) ? 'heard_abroad' : null;
  const heard = hearWord(latin, kana, part, readings);
  return heard === 'latin_near' ? null : heard;
}

/** What is neither near nor an initial alone. */
export const sure = (heard: Heard | null) => (heard === 'latin_near' || heard === 'shortened' ? null : heard);

/** How a word of a Latin name is heard as this kana (keys); null where it is not. */
export function hearWord(
  latin: string,
  kana: string,
  part: NamePartKind,
  readings: Readings,
): Exclude<Heard, 'shortened'> | null {
  const sound = soundsLike(latin, kana, readings);
  if (sound === 'reads') return 'reading';
  // Another's name in its own language may still be how Japanese reads the characters of this one.
  if (syllableSounds(latin, kana) === 'other')
    return mayBeReadInJapanese(latin, part) && readInJapanese(latin, kana, part) ? 'heard_abroad' : null;
  if (isVietnameseInOldKana(latin, kana) || spokenAbroad(latin, kana) || readInJapanese(latin, kana, part))
    return 'heard_abroad';
  return sound === 'near' ? 'latin_near' : null;
}

/** Of names that sound like another's: a Chinese one, a Korean family, and two Korean syllables that are spelt like one (HYEOK is HYE OK, 恵玉, too). */
const mayBeReadInJapanese = (latin: string, part: NamePartKind) =>
  part === 'family' ||
  pinyinSyllables(latin).length > 0 ||
  hangulSyllables(latin).some(({ length }) => length === 2);

/** The same of a word that may be a family or a given name. */
export function hearAnyWord(latin: string, kana: string, readings: Readings): ReturnType<typeof hearWord> {
  const heard = hearWord(latin, kana, 'family', readings);
  if (heard !== null) return heard;
  // Nothing but the characters of a given name is asked otherwise.
  const isAsked = syllableSounds(latin, kana) !== 'other' || mayBeReadInJapanese(latin, 'given');
  return isAsked && readInJapanese(latin, kana, 'given') ? 'heard_abroad' : null;
}

type SoFar = Omit<Match, 'family'> & { readonly family: Heard | null };

const NOTHING: SoFar = { family: null, given: null, places: [], said: false, sure: false };

/** Words of the kana taken one by one, or two that make one word of the name, each by the words of the name that are left. */
function match(kana: readonly string[], words: readonly Word[], hear: Hear, so: SoFar): Match | null {
  if (kana.length === 0) {
    const whole = words.every(({ part }, place) => part === 'given' || so.places.includes(place));
    return whole && so.family !== null ? { ...so, family: so.family } : null;
  }
  let best: Match | null = null;
  for (const taken of [1, 2].filter((length) => length <= kana.length)) {
    const text = kana.slice(0, taken).join('');
    for (const places of runs(words, so.places)) {
      // As many words of the kana as of the name are heard one by one, and not across a blank: ミウラ リサ is no MUELLER (ミウラリ) LISA.
      if (taken > 1 && places.length === taken) continue;
      const heard = hear(places, text);
      // Two words of the kana are one of the name only where neither is it by itself; letters are, whatever a register taught of one.
      if (heard === null) continue;
      const isSpelt = places.length === 1 && isSpeltOut(words[places[0]!]!.latin, text);
      if (taken > 1 && !isSpelt && kana.slice(0, 2).some((word) => hear(places, word))) continue;
      const next = withWords(so, places, words, heard);
      const found = match(kana.slice(taken), words, hear, next);
      if (found && (best === null || isBetter(found, best))) best = found;
    }
  }
  return best;
}

/** What is matched so far, and words of the name that are heard so. */
function withWords(so: SoFar, places: readonly number[], words: readonly Word[], heard: Heard): SoFar {
  const of = (part: NamePartKind) =>
    places.some((place) => words[place]!.part === part) ? worse(so[part], heard) : so[part];
  const isSaid = heard !== 'shortened' && places.some((place) => words[place]!.part === 'given');
  return {
    family: of('family'),
    given: of('given'),
    places: [...so.places, ...places],
    said: so.said || isSaid,
    sure: so.sure || sure(heard) !== null,
  };
}

const MOST_JOINED = 3;

/** Up to three words beside each other, none of them taken. */
function runs(words: readonly Word[], taken: readonly number[]): readonly (readonly number[])[] {
  return words.flatMap((_, start) => {
    const found: number[][] = [];
    for (let end = start; end < Math.min(words.length, start + MOST_JOINED); end++) {
      if (taken.includes(end)) break;
      found.push(Array.from({ length: end - start + 1 }, (_, i) => start + i));
    }
    return found;
  });
}

export function worse(one: Heard | null, other: Heard): Heard {
  return one === null || RANK[other] > RANK[one] ? other : one;
}

export const areInOrder = ({ places }: Pick<Match, 'places'>) =>
  places.every((place, i) => i === 0 || place > places[i - 1]!);

/** Turned round something must be heard for sure: a record that stands so has taught its own words for each other. */
export const isUsable = (found: Match) => found.sure || areInOrder(found);

/** One that says something, then more words matched, then in a plainer way, then in order. */
function isBetter(one: Match, other: Match): boolean {
  const cost = (found: Match) =>
    RANK[found.family] + (found.given === null ? 0 : RANK[found.given]) + (areInOrder(found) ? 0 : 1);
  if (isUsable(one) !== isUsable(other)) return isUsable(one);
  if (one.places.length !== other.places.length) return one.places.length > other.places.length;
  return cost(one) < cost(other);
}
