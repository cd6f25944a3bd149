import { kanaKey } from '../../normalize/name/kana.js';
import { kanjiKey } from '../../normalize/name/kanji.js';
import { sounded } from '../../normalize/reading/reading-forms.js';
import { isShortSlip, kanaDifference } from '../kana-difference.js';
import { READS_WITHIN, readingCost } from './reading-cost.js';

/** Whether a kana reads a name, and how ordinary that is: 0 plain, more for sound changes, infinite for never. */
export interface Reading {
  readonly verdict: 'reads' | 'near' | 'differs';
  readonly cost: number;
}

/** Readings of one run: the aligner joined with the pairs its registers hold. */
export interface Readings {
  /** Like `reads`, and a pair the registers hold twice or more reads at no cost. */
  reads(kanji: string, kana: string): Reading;
  /** P(kana | kanji), above 0 and below 1: how likely a bearer of this name reads it so. */
  probability(kana: string, kanji: string): number;
  /** Others of the run bear this kana: it is no slip of the pen by itself. */
  isBorne(kana: string): boolean;
  /** Others of the run whose names are in kanji bear this kana: it is a Japanese name. */
  isJapanese(kana: string): boolean;
  /** A kana that nobody bears, and one slip of the pen off a way in which bearers of these kanji read them: 愛美 ママミ, マナミ. */
  isSlip(kana: string, kanji: string): boolean;
  /** Whether bearers of the one and of the other name often read them alike, by what the run holds of either: 稔 and 実 (ミノル). */
  soundAlike(kanji: string, other: string): boolean;
  /** Nobody of the run bears these kanji beside a kana: how they are read stays open where the aligner fails. */
  isUnheard(kanji: string): boolean;
  /**
   * What the pairs of the run have to do with the answer to one of the questions above: where a question finds the same
   * word in two runs, it has the same answer in both.
   */
  attested(question: Question): string;
}

/** A question of `Readings` with its texts. */
export type Question =
  | readonly ['reads' | 'isSlip' | 'soundAlike', string, string]
  | readonly ['isBorne' | 'isJapanese' | 'isUnheard', string];

/** A pair seen this often in the registers is a reading; one seen once may be a slip of the pen. */
const LEARNED_FROM = 2;
/** Rows with a kana from which on it is a name that others bear: a person alone stands in the register and in a source or two. */
const BORNE_FROM = 4;
const SEEN_ONCE: Reading = { verdict: 'near', cost: 4 };

/** How likely two writings must be read alike to be one name that was written by ear. */
const HEARD_FROM = 0.1;

/** Weight of the aligner against counted pairs, in bearers. */
const PRIOR_BEARERS = 2;
/** What the aligner gives one reading of a name: a plain one, one with a slip, any other (times how common it is). */
const PRIOR = { reads: 0.3, near: 0.01, differs: 0.02 } as const;

function readingOf(cost: number): Reading {
  const verdict = cost <= READS_WITHIN ? 'reads' : cost === Number.POSITIVE_INFINITY ? 'differs' : 'near';
  return { verdict, cost };
}

/** Latin letters are no unknown kanji: how they sound is for `latinKanaDifference` to say. */
const LATIN = /^[A-Z' .-]+$/;

function keyReads(kanji: string, kana: string): Reading {
  return readingOf(LATIN.test(kanji) ? Number.POSITIVE_INFINITY : readingCost(kanji, kana));
}

/**
 * Whether `kana` can be read from `kanji`, for one component (family or given name; keys or text as written).
 * Takes the readings of single kanji (on, kun, nanori), words read as one (五十嵐), rendaku, っ, 連声, dropped
 * vowels, unwritten の and が, kana among the kanji, 々. `near`: it would read but for one kana, a dakuten or a long
 * vowel, or a character is unknown; Latin letters never. It says what is *possible*, never what is usual: 幸子 reads サチコ and ユキコ.
 * Empty texts differ.
 */
export function reads(kanji: string, kana: string): Reading {
  return keyReads(kanjiKey(kanji), kanaKey(kana));
}

/**
 * Readings that also know the [kanji, kana, count] pairs of a run (components of names, counted over the register
 * and the sources that hold both; order and repetition do not matter). P(kana | kanji) is the share among the
 * bearers counted, shrunk to what the aligner expects: (n(kanji, kana) + 2 q) / (n(kanji) + 2), where q is 0.3 e^-cost
 * for a reading, 0.01 for a near one and 0.02 times the share of the kana among all names otherwise.
 */
export function createReadings(learned: Iterable<readonly [string, string, number]>): Readings {
  /** By kanji, then by kana: counts of the pairs. */
  const pairs = new Map<string, Map<string, number>>();
  const byKanji = new Map<string, number>();
  const byKana = new Map<string, number>();
  const inKanji = new Map<string, number>();
  let all = 0;
  for (const [kanjiText, kanaText, count] of learned) {
    const [kanji, kana] = [kanjiKey(kanjiText), soundOf(kanaText)];
    const kanas = pairs.get(kanji) ?? new Map<string, number>();
    pairs.set(kanji, kanas);
    add(kanas, kana, count);
    add(byKanji, kanji, count);
    add(byKana, kana, count);
    if (!LATIN.test(kanji)) add(inKanji, kana, count);
    all += count;
  }
  const countOf = (kanji: string, kana: string) => pairs.get(kanji)?.get(kana) ?? 0;
  const readAs = (kanji: string): readonly string[] => [...(pairs.get(kanji)?.keys() ?? [])];
  const readsKeys = (kanji: string, kana: string): Reading => {
    const seen = countOf(kanji, kana);
    if (seen >= LEARNED_FROM) return { verdict: 'reads', cost: 0 };
    const reading = keyReads(kanji, kana);
    return reading.verdict === 'differs' && seen > 0 ? SEEN_ONCE : reading;
  };
  const expected = (kanji: string, kana: string): number => {
    const { verdict, cost } = keyReads(kanji, kana);
    if (verdict === 'reads') return PRIOR.reads * Math.exp(-cost);
    if (verdict === 'near') return PRIOR.near;
    return (PRIOR.differs * ((byKana.get(kana) ?? 0) + 0.5)) / (all + 1000);
  };
  const probability = (kana: string, kanji: string) =>
    (countOf(kanji, kana) + PRIOR_BEARERS * expected(kanji, kana)) /
    ((byKanji.get(kanji) ?? 0) + PRIOR_BEARERS);
  const seenClass = (kanji: string, kana: string) =>
    Math.min(countOf(kanjiKey(kanji), soundOf(kana)), LEARNED_FROM);
  const isSlip = (kana: string, kanji: string) =>
    !isBorne(kana) && readAs(kanjiKey(kanji)).some((other) => isOneSlip(soundOf(kana), other));
  const isUnheard = (kanji: string) => !byKanji.has(kanjiKey(kanji));
  /** What `probability` is at most, whatever the aligner says. */
  const mostProbable = (kana: string, kanji: string) =>
    (countOf(kanji, kana) + PRIOR_BEARERS * PRIOR.reads) / ((byKanji.get(kanji) ?? 0) + PRIOR_BEARERS);
  const soundAlike = (one: string, other: string) => {
    const [a, b] = [kanjiKey(one), kanjiKey(other)];
    const kana = new Set([...readAs(a), ...readAs(b)]);
    const chance = (of: typeof probability) => {
      let sum = 0;
      for (const each of kana) sum += of(each, a) * of(each, b);
      return sum;
    };
    // Names that share no reading, and of which many bearers are known, need not be aligned.
    return chance(mostProbable) >= HEARD_FROM && chance(probability) >= HEARD_FROM;
  };
  const isBorne = (kana: string) => (byKana.get(soundOf(kana)) ?? 0) >= BORNE_FROM;
  const isJapanese = (kana: string) => (inKanji.get(soundOf(kana)) ?? 0) >= BORNE_FROM;
  return {
    isBorne,
    isJapanese,
    isSlip,
    reads: (kanji, kana) => readsKeys(kanjiKey(kanji), soundOf(kana)),
    isUnheard,
    soundAlike,
    probability: (kana, kanji) => probability(soundOf(kana), kanjiKey(kanji)),
    attested: (question) => {
      switch (question[0]) {
        case 'reads':
          return String(seenClass(question[1], question[2]));
        case 'isSlip':
          return String(isSlip(question[1], question[2]));
        case 'soundAlike':
          return String(soundAlike(question[1], question[2]));
        case 'isBorne':
          return String(isBorne(question[1]));
        case 'isJapanese':
          return String(isJapanese(question[1]));
        case 'isUnheard':
          return String(isUnheard(question[1]));
      }
    },
  };
}

/** One kana changed, too many, missing or swapped with its neighbour. */
const isOneSlip = (a: string, b: string) => kanaDifference(a, b) === 'one-kana' || isShortSlip(a, b);

/** ヅ and ヂ are ズ and ジ to the ear, and in half of the records. */
const soundOf = (kana: string) => sounded(kanaKey(kana));

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
