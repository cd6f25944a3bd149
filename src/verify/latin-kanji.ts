import { kanaOfRomaji, romajiKey, romajiOf } from '../normalize/name/romaji.js';
import { isRomanisedFamily } from '../normalize/reading/romanised-families.js';
import { isSinicFamily } from '../normalize/reading/sinic-table.js';
import { readsRomaji } from './compare-part.js';
import { isCompoundFamily, sinicCuts } from './foreign-words.js';
import { kanjiSpelt } from './heard-abroad.js';
import { latinKanaDifference, romajiReads } from './latin-kana.js';
import type { PersonName } from './person-name.js';
import type { Readings } from './reading/reading.js';

/** Words of a Latin name from which on, and up to which, it says enough and is one person's. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 5;

/**
 * Whether a name in Latin letters and one in kanji, no kana being known, are two persons': no word of the one can be a part of
 * the other, read in Japanese in any order, and the family name is in no way romanised so where it may be Chinese, Korean or
 * Vietnamese (KHAN AMIT is no 林　勇立, WANG TING no 吉富　美穂). False where nothing can be told: a name without a blank that may be
 * Japanese, a part that reads so.
 */
export function areTwoPersons(a: PersonName, b: PersonName, readings: Readings): boolean {
  const [latin, kanji] = a.latin ? [a, b] : [b, a];
  const words = latin.latinWords;
  if (!latin.latin || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return false;
  if (!isKanji(kanji)) return false;
  const isSplit = kanji.family.written !== '' && kanji.given.written !== '';
  const abroad = sinicCuts(kanji).filter(([family]) => isSinicFamily(family) || isCompoundFamily(family));
  if (!isSplit && abroad.length === 0) return false;
  const runs = wordRuns(words);
  const parts = isSplit ? [kanji.family.written, kanji.given.written] : abroad.flat();
  if (parts.some((part) => runs.some((run) => readsRomaji(part, run, readings)))) return false;
  return !abroad.some(([family]) =>
    runs.some((run) => kanjiSpelt(family, run) || isRomanisedFamily(family, run)),
  );
}

/**
 * Whether a Latin name is the family name of a Japanese one with furigana, in romaji, beside the romaji of another given name: HONDA
 * GORO is no 本多　太一郎（ホンダ　タイチロウ）, while KEN is what a ケンイチ may be called. False where a word is no romaji, or the
 * family name may be Chinese or Korean.
 */
export function isAnothersGiven(a: PersonName, b: PersonName): boolean {
  const [latin, { family, given }] = a.latin ? [a, b] : [b, a];
  const words = latin.latinWords;
  if (!latin.latin || words.length !== 2 || family.kana === '' || given.kana === '') return false;
  if (![family.written, given.written].every((part) => /^\p{Script=Han}+$/u.test(part))) return false;
  if (isSinicFamily(family.written) && family.kana.length < FEWEST_JAPANESE) return false;
  const [first, second] = words as readonly [string, string];
  const other = romajiReads(first, family.kana) ? second : romajiReads(second, family.kana) ? first : null;
  if (other === null || kanaOfRomaji(other).length === 0) return false;
  if (latinKanaDifference(other, given.kana) !== 'differs') return false;
  const [said, own] = [romajiKey(other), romajiOf(given.kana)];
  return !said.startsWith(own) && !own.startsWith(said);
}

/** Kana from which on 林 is ハヤシ and no リン. */
const FEWEST_JAPANESE = 3;

/** Of a name in kanji all through; a kana on either side is compared as such. */
function isKanji({ latin, writtenWhole, kanaWhole }: PersonName): boolean {
  return !latin && kanaWhole === '' && /^\p{Script=Han}{2,}$/u.test(writtenWhole);
}

/** Words of a name, and what they make joined: a given name may be written in two. */
function wordRuns(words: readonly string[]): readonly string[] {
  return words.flatMap((_, start) =>
    words.slice(start).map((__, length) => words.slice(start, start + length + 1).join('')),
  );
}
