import { distance } from 'fastest-levenshtein';
import { isLatinSlip } from './latin-slip.js';

/** No Japanese letter: an address of another country, or of the same one in Latin letters. */
const LATIN =
  /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*[A-Za-z]{2}[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*$/u;

/** Whether both are in Latin letters, where nothing tells town from number: they are compared word by word. */
export function areLatin(a: string, b: string): boolean {
  return LATIN.test(a) && LATIN.test(b);
}

/** Share of the letters that two addresses must have in common, in words that are alike, to name one place. */
const ONE_PLACE = 0.7;
/** Or so few letters of the whole, as it stands, may differ. */
const MISSPELT = 0.25;

/**
 * How far two addresses in Latin letters name one place: in the same words, in any order; in words that are alike but for slips
 * of the pen, run together or cut apart, some of them left out; else they do not. The house number is the first number of each,
 * where there is one beside the postcode.
 */
export function sameLatinPlace(
  a: string,
  b: string,
): 'same' | 'town-shortened' | 'number-missing' | 'town' | 'none' {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if ([...x].sort().join(' ') === [...y].sort().join(' ')) return 'same';
  const [one, other] = [houseNumber(x), houseNumber(y)];
  const isPart = one === other && (isPartOf(x, y) || isPartOf(y, x));
  if (!isPart && commonShare(x, y) < ONE_PLACE && !isMisspelt(x.join(''), y.join(''))) return 'none';
  if (one === '' || other === '') return one === other ? 'town-shortened' : 'number-missing';
  return one === other ? 'town-shortened' : 'town';
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Of one number alone nobody can tell that it is no postcode, unless the address begins with it. */
function houseNumber(words: readonly string[]): string {
  const numbers = words.filter((word) => /^\d/.test(word));
  return numbers.length > 1 || numbers[0] === words[0] ? (numbers[0] ?? '') : '';
}

/** Words from which on an address that another one holds is that one with something left out. */
const FEWEST_WORDS = 4;

/** The estate, the street or the suburb is left out: every word of the short one, but for slips, is a word of the long one. */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < FEWEST_WORDS || short.length > long.length) return false;
  const left = [...long];
  return short.every((word) => take(left, (other) => other === word || isLatinSlip(other, word)) > 0);
}

/** Letters of a word that is taken out of the list, 0 where none fits. */
function take(words: string[], fits: (word: string) => boolean): number {
  const place = words.findIndex(fits);
  return place < 0 ? 0 : words.splice(place, 1)[0]!.length;
}

function isMisspelt(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  return length > 0 && distance(a, b) <= MISSPELT * length;
}

/** Letters from which on a word with a third of its letters otherwise is still that word. */
const LONG = 5;

function isAlike(a: string, b: string): boolean {
  if (isLatinSlip(a, b)) return true;
  const shorter = Math.min(a.length, b.length);
  return shorter >= LONG && !/\d/.test(a + b) && distance(a, b) <= shorter / 3;
}

/** Share of all letters of both that stand in words which the other has as well (Dice): equal ones first, then alike ones. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const letters = a.join('').length + b.join('').length;
  let [left, right] = [[...a], [...b]];
  let common = 0;
  for (const fits of [(one: string, other: string) => one === other, isAlike]) {
    const rest: string[] = [];
    for (const word of left) {
      const taken = take(right, (other) => fits(word, other));
      if (taken === 0) rest.push(word);
      else common += word.length + taken;
    }
    left = rest;
    const [joinedLeft, inRight] = joined(left, right, fits);
    const [joinedRight, inLeft] = joined(inRight, joinedLeft, fits);
    common += lettersOf(left, inLeft) + lettersOf(right, joinedRight);
    [left, right] = [[...inLeft], [...joinedRight]];
  }
  return letters === 0 ? 0 : common / letters;
}

const lettersOf = (before: readonly string[], after: readonly string[]) =>
  before.join('').length - after.join('').length;

/** Takes words out of both lists where one of `long` is two beside each other of `short`: cooloolafarms, cooloola farms. */
function joined(
  long: readonly string[],
  short: readonly string[],
  fits: (one: string, other: string) => boolean,
): readonly [readonly string[], readonly string[]] {
  const rest = [...short];
  const whole = long.filter((word) => {
    const at = rest.findIndex((one, i) => i + 1 < rest.length && fits(word, one + rest[i + 1]!));
    if (at >= 0) rest.splice(at, 2);
    return at < 0;
  });
  return [whole, rest];
}
