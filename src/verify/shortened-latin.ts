import { sinicLengths } from './heard-abroad.js';
import { inOneRun } from './in-one-run.js';
import { isLatinSlip } from './latin-slip.js';
import type { NameLevelId } from './name-levels.js';
import type { PersonName } from './person-name.js';

/** Letters from which on the beginning of a word is that word cut off, and not another one. */
const FEWEST_LETTERS = 3;
/** Of a word beside the family name and another that are whole. */
const FEWEST_BESIDE_WORDS = 2;
/** Of the last word of a column fewer will do: letters of the name from which on a column may end in it. */
const FEWEST_OF_COLUMN = 15;

/**
 * Two Latin names of which one leaves words out, gives them by initials, or is cut off at the end of its column: SMITH JOHN M
 * and SMITH JOHN MICHAEL, whatever their order. The family name must stand there whole. Null where they are not.
 */
export function shortenedLatin(a: PersonName, b: PersonName): readonly [NameLevelId, NameLevelId] | null {
  if (a.words === '' || b.words === '' || a.words === b.words) return null;
  if (isTurned(a.writtenWhole, b.writtenWhole)) return ['order', 'order'];
  if (a.latinWords.length === 1 || b.latinWords.length === 1) return withoutBlanks(a, b);
  const [cut, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  if (long.family.written === '') return null;
  const short = withFamilyApart(cut, long);
  const given = matched(short.words.split(' '), long, cutWord(short, long));
  if (given === null) return withSlip(short, long);
  // Kana that agree from end to end say of what is left out or an initial that it is theirs.
  const isHeardWhole = short.kanaWhole !== '' && short.kanaWhole === long.kanaWhole;
  return [
    short.family.written === long.family.written ? 'exact' : 'order',
    isHeardWhole ? 'shortened' : given,
  ];
}

/** A name with the words of the family name apart, as the other has them: DELACRUZ MARIA beside DELA CRUZ MARIA CLARA. */
function withFamilyApart(name: PersonName, other: PersonName): PersonName {
  const family = familyWords(other);
  const place = name.latinWords.indexOf(family.join(''));
  if (family.length === 1 || place < 0) return name;
  const latinWords = name.latinWords.toSpliced(place, 1, ...family);
  const part = { ...name.family, written: family.join('') };
  return {
    ...name,
    latinWords,
    words: latinWords.toSorted().join(' '),
    family: place === 0 ? part : name.family,
  };
}

/** Letters of a word from which on it may hold a slip beside words that are left out. */
const FEWEST_WITH_SLIP = 3;
/** Words that are the same beside it. */
const FEWEST_SAME = 2;

/** Words left out, and a slip in one of those that are there: DEEA CRUZ EVELYN of DELA CRUZ EVELYN BAUTISTA. */
function withSlip(short: PersonName, long: PersonName): readonly [NameLevelId, NameLevelId] | null {
  if (short.latinWords.length >= long.latinWords.length) return null;
  const left = [...long.latinWords];
  const odd = short.latinWords.filter((word) => !take(left, (other) => other === word));
  const [word] = odd;
  if (word === undefined || odd.length > 1 || short.latinWords.length - 1 < FEWEST_SAME) return null;
  const other = left.find((each) => each.length >= FEWEST_WITH_SLIP && isLatinSlip(word, each));
  if (other === undefined || word.length < FEWEST_WITH_SLIP) return null;
  const family = familyWords(long);
  const rest = family.every((each) => each === other || short.latinWords.includes(each));
  if (!rest) return null;
  if (family.includes(other)) return ['near', 'shortened'];
  return [short.family.written === long.family.written ? 'exact' : 'order', 'near'];
}

/** Whole words before a cut one from which on they are one person's, wherever the long name has them. */
const FEWEST_BEFORE_CUT = 2;

/**
 * The last word of a name that ends with its column: of as many words as the other, as the other begins, or with two words and more
 * before it, since it may be turned round and lack a word besides (DILRUKSHI HANSIKA KA). Null where it does not.
 */
function cutWord(short: PersonName, long: PersonName): string | null {
  if (short.writtenWhole.length < FEWEST_OF_COLUMN) return null;
  const [words, whole] = [short.latinWords, long.latinWords];
  const before = words.slice(0, -1);
  const isBeginning = whole.join(' ').startsWith(words.join(' '));
  const areWhole = before.length >= FEWEST_BEFORE_CUT && before.every((word) => whole.includes(word));
  return isBeginning || words.length === whole.length || areWhole ? words.at(-1)! : null;
}

/** A name without a blank (MAITHIDO, FERREIRAMARCELO): words of the other, in one of the orders in which names are written. */
function withoutBlanks(a: PersonName, b: PersonName): readonly [NameLevelId, NameLevelId] | null {
  const [whole, named] = a.latinWords.length === 1 ? [a, b] : [b, a];
  const { latinWords: words } = named;
  if (words.length < 2) return null;
  const family = familyWords(named);
  const parts = words.map((word) => ({ isFamily: family.includes(word) }));
  const letters = whole.latinWords[0]!;
  const isCutOff = (word: string, text: string) =>
    letters.length >= FEWEST_OF_COLUMN && text.length > 1 && word.startsWith(text) && letters.endsWith(text);
  const run = inOneRun(letters, parts, (place, text) => {
    const word = words[place]!;
    return word === text || isCutOff(word, text) ? text : null;
  });
  if (run === null) return null;
  return [run.places[0] === 0 ? 'exact' : 'order', run.places.length < words.length ? 'shortened' : 'order'];
}

/** Letters from which on the same letters turned round are the same name cut elsewhere: CAO TIANQIANG, Tian Qiang Cao. */
const FEWEST_TURNED = 5;

function isTurned(a: string, b: string): boolean {
  return a.length >= FEWEST_TURNED && a.length === b.length && `${a}${a}`.includes(b);
}

/** Letters from which on the beginning of a family name is as good as the whole. */
const LONG = 6;

/** How the given name agrees when every word of the short name stands for one of the long name's; null when one does not. */
function matched(
  words: readonly string[],
  long: PersonName,
  last: string | null,
): 'shortened' | 'initials' | null {
  const left = [...long.latinWords];
  // Letters by themselves are equal where they are the family name (K C); else they are initials.
  const family = familyWords(long);
  const isFamily = (word: string) => family.includes(word);
  const equal = words.filter(
    (word) => (word.length > 1 || isFamily(word)) && take(left, (other) => other === word),
  );
  // Which words are the family name is a guess: two whole words in common hold one of it.
  const isLong = (word: string) => word.length >= LONG && family.some((whole) => whole.startsWith(word));
  const known = equal.length + words.filter((word) => !equal.includes(word) && isLong(word)).length;
  if (equal.filter(isFamily).join('').length < long.family.written.length && known < 2) return null;
  let cut = 0;
  // Beside the family name and another whole word two letters are enough: MA TERESA of MARIA TERESA.
  const fewest = equal.length > family.length ? FEWEST_BESIDE_WORDS : FEWEST_LETTERS;
  for (const word of words.filter((each) => !equal.includes(each))) {
    const isCut =
      (word.length >= fewest || word.length === 1 || word === last) &&
      take(left, (other) => other.startsWith(word));
    if (isCut) {
      if (word.length > 1 && ++cut > 1) return null;
    } else if (!takeInitials(left, word, isFamily) && !take(left, (other) => isContraction(word, other)))
      return null;
  }
  // HOANG HOANG of HOANG QUANG HOANG: the second one is the given name.
  const ofFamily = Math.min(equal.filter(isFamily).length, family.length);
  if (words.length === ofFamily) return null;
  return cut > 0 || equal.length > ofFamily ? 'shortened' : 'initials';
}

/** Initials that are run together, in the order of the words that they begin: JM of JOHN MICHAEL, but AN is no ANH NAM. Takes those words out. */
function takeInitials(left: string[], word: string, isFamily: (word: string) => boolean): boolean {
  const place = left.findIndex((_, i) => {
    const words = left.slice(i, i + word.length);
    return words.length === word.length && words.every((each, j) => each[0] === word[j] && !isFamily(each));
  });
  if (word.length < 2 || place < 0 || sinicLengths(word).includes(1)) return false;
  left.splice(place, word.length);
  return true;
}

/** Letters that a contraction leaves out, at least. */
const LEAST_LEFT_OUT = 2;

/** First letter and some of the others, as a name is contracted (WM of WILLIAM, CHAS of CHARLES); HA of HANG is a name of its own. */
function isContraction(word: string, whole: string): boolean {
  if (word.length < 2 || word[0] !== whole[0] || word.length > whole.length - LEAST_LEFT_OUT) return false;
  if (sinicLengths(word).includes(1)) return false;
  let at = 0;
  for (const letter of whole) if (letter === word[at]) at++;
  return at === word.length;
}

/** The words that make up the family name: YEN is none of NGUYEN THI YEN's, though its letters are in it. */
function familyWords({ family, latinWords }: PersonName): readonly string[] {
  for (let start = 0; start < latinWords.length; start++) {
    for (let end = start + 1; end <= latinWords.length; end++)
      if (latinWords.slice(start, end).join('') === family.written) return latinWords.slice(start, end);
  }
  return [family.written];
}

/** Takes the first word that fits out of the list; false where none does. */
function take(words: string[], fits: (word: string) => boolean): boolean {
  const place = words.findIndex(fits);
  if (place < 0) return false;
  words.splice(place, 1);
  return true;
}
