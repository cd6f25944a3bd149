import { describe, expect, it } from 'vitest';
import {
  explanationsOf,
  isUnexplained,
  isUnexplainedForSure,
  UNEXPLAINED,
  unexplainedWeight,
} from '../../src/score/ordinary-explanations.js';
import { COMPARISONS } from '../../src/verify/comparisons/index.js';
import { personCodes } from '../verify/level-codes.js';

/** Levels of family name, given name, birth date, sex and address. */
describe('what contradicts who somebody is needs an ordinary explanation', () => {
  it.each<[string, readonly string[], string]>([
    ['marriage', ['different', 'exact', 'exact', 'exact', 'different'], 'change of family name'],
    [
      'marriage, the sex not stated',
      ['different', 'kana', 'exact', 'missing', 'identical'],
      'change of family name',
    ],
    [
      'a changed family name, the given name all there is',
      ['different', 'exact', 'missing', 'missing', 'missing'],
      'may have changed',
    ],
    [
      'marriage, and a slip in the kana, at one home',
      ['different', 'kana_notation', 'exact', 'exact', 'equivalent'],
      'change of family name',
    ],
    [
      'marriage, the birth date not stated, at one home',
      ['different', 'exact', 'missing', 'exact', 'identical'],
      'change of family name',
    ],
    [
      'marriage, the birth date not stated, at the home before',
      ['different', 'exact', 'missing', 'exact', 'previous_address'],
      'change of family name',
    ],
    [
      'marriage, a digit of the birth date mistyped, at the home before',
      ['different', 'exact', 'one_digit', 'exact', 'previous_address'],
      'change of family name',
    ],
    [
      'marriage and another home, the birth date not stated',
      ['different', 'exact', 'missing', 'exact', 'different'],
      'may have changed',
    ],
    [
      'marriage, the day of birth not known, no address',
      ['different', 'exact', 'default_day', 'exact', 'missing'],
      'may have changed',
    ],
    [
      'marriage, and a slip in the given name, elsewhere',
      ['different', 'near', 'exact', 'exact', 'different'],
      'change of family name',
    ],
    [
      'marriage, and other kanji of one sound, elsewhere',
      ['different', 'homophone', 'exact', 'exact', 'different'],
      'change of family name',
    ],
    [
      'a former name, and the birth date mistyped at one home',
      ['other_name', 'exact', 'different', 'exact', 'identical'],
      'slip in the birth date',
    ],
    [
      'a former name, and the sex mistyped',
      ['other_name', 'exact', 'exact', 'different', 'identical'],
      'slip in the sex',
    ],
    [
      'an alias, and the sex mistyped',
      ['other_name', 'reading', 'exact', 'different', 'building_differs'],
      'slip in the sex',
    ],
    [
      'sex and birth date mistyped, at one home',
      ['exact', 'exact', 'default_day', 'different', 'identical'],
      'slip in the sex',
    ],
    ['a rare reading', ['exact', 'reading_differs', 'exact', 'exact', 'identical'], 'uncommon'],
    ['the sex mistyped', ['exact', 'exact', 'exact', 'different', 'different'], 'slip in the sex'],
    [
      'the birth date mistyped',
      ['exact', 'exact', 'different', 'exact', 'equivalent'],
      'slip in the birth date',
    ],
    [
      'the birth date mistyped, a foreign name heard otherwise, at one home',
      ['heard_abroad', 'heard_abroad', 'different', 'exact', 'identical'],
      'slip in the birth date',
    ],
    [
      'the birth date mistyped, a foreign name cut off, at one home',
      ['exact', 'shortened', 'two_parts', 'exact', 'building_differs'],
      'slip in the birth date',
    ],
    [
      'part of the birth date mistyped, no address',
      ['exact', 'exact', 'two_parts', 'exact', 'missing'],
      'Only part',
    ],
    [
      'part of the birth date mistyped, kana alone',
      ['kana', 'kana', 'two_parts', 'exact', 'missing'],
      'Only part',
    ],
    [
      'part of the birth date mistyped, an alias',
      ['other_name', 'other_name', 'two_parts', 'exact', 'missing'],
      'Only part',
    ],
    [
      'part of the birth date mistyped, read off the kanji',
      ['reading', 'reading', 'two_parts', 'exact', 'missing'],
      'Only part',
    ],
    [
      'the first of two names in Latin letters, elsewhere',
      ['latin_other', 'exact', 'exact', 'exact', 'different'],
      'change of family name',
    ],
    [
      'the first of two names in Latin letters, at one home',
      ['latin_other', 'exact', 'exact', 'exact', 'identical'],
      'change of family name',
    ],
    [
      'the first of two names in Latin letters, the other cut off',
      ['latin_other', 'shortened', 'exact', 'exact', 'missing'],
      'change of family name',
    ],
    [
      'a slip in the sex, no birth date, at home',
      ['exact', 'exact', 'missing', 'different', 'identical'],
      'a slip in the sex',
    ],
    [
      'a slip in the sex, no birth date, at the home before',
      ['exact', 'variant', 'missing', 'different', 'previous_address'],
      'present or former home',
    ],
    [
      'a slip in the sex, one of the family name',
      ['near', 'exact', 'exact', 'different', 'identical'],
      'Only the sex differs',
    ],
    [
      'a slip in the sex, elsewhere',
      ['exact', 'exact', 'exact', 'different', 'different'],
      'Only the sex differs',
    ],
    [
      'a slip in the sex, the name as it is heard in Japan',
      ['heard_abroad', 'heard_abroad', 'exact', 'different', 'equivalent'],
      'Only the sex differs',
    ],
    [
      'a slip in the sex, a middle name left out',
      ['exact', 'shortened', 'exact', 'different', 'previous_address'],
      'Only the sex differs',
    ],
    [
      'a slip in the sex, and one in the kanji of the given name, whose kana agree',
      ['exact', 'kana_only', 'exact', 'different', 'identical'],
      'Only the sex differs',
    ],
    [
      'a slip in the sex, both names in other kanji of one sound, at the home before',
      ['kana_only', 'kana_only', 'exact', 'different', 'previous_address'],
      'Only the sex differs',
    ],
    [
      'marriage, and a slip in the sex',
      ['different', 'exact', 'exact', 'different', 'identical'],
      'Family name and sex differ',
    ],
    [
      'marriage, and a slip in the sex, elsewhere',
      ['different', 'exact', 'exact', 'different', 'different'],
      'Family name and sex differ',
    ],
    [
      'marriage, and a slip in the sex, no address',
      ['different', 'kana', 'exact', 'different', 'missing'],
      'Family name and sex differ',
    ],
  ])('%s explains', (_, levels, says) => {
    const codes = personCodes(...levels);
    expect(isUnexplained(codes)).toBe(false);
    expect(explanationsOf(codes)[0]!.en).toContain(says);
  });

  it.each<[string, readonly string[]]>([
    ['both names another person’s', ['different', 'different', 'exact', 'exact', 'identical']],
    ['both names another person’s, no address', ['different', 'different', 'exact', 'exact', 'missing']],
    ['another given name: a twin', ['exact', 'different', 'exact', 'exact', 'identical']],
    ['another given name and sex: a twin', ['exact', 'different', 'exact', 'different', 'identical']],
    [
      'another sex, and a short given name nearly alike: a twin',
      ['exact', 'near_short', 'exact', 'different', 'identical'],
    ],
    [
      'another sex, and one of two kanji: a twin',
      ['exact', 'half_written', 'exact', 'different', 'identical'],
    ],
    [
      'another sex, and other kanji that may be read alike: a twin',
      ['exact', 'homophone', 'exact', 'different', 'identical'],
    ],
    [
      'another sex, and other kanji of one sound, elsewhere',
      ['exact', 'kana_only', 'exact', 'different', 'different'],
    ],
    [
      'another sex, and other kanji of one sound, no address',
      ['exact', 'kana_only', 'exact', 'different', 'missing'],
    ],
    [
      'another sex, and other kanji of one sound, no birth date',
      ['exact', 'kana_only', 'missing', 'different', 'identical'],
    ],
    [
      'another sex and birth date, and other kanji of one sound',
      ['exact', 'kana_only', 'different', 'different', 'identical'],
    ],
    [
      'another sex, a given name shortened, elsewhere',
      ['exact', 'shortened', 'exact', 'different', 'different'],
    ],
    [
      'another sex, a name as it is heard, no birth date',
      ['heard_abroad', 'heard_abroad', 'missing', 'different', 'identical'],
    ],
    ['another family name and birth date', ['different', 'exact', 'different', 'exact', 'identical']],
    [
      'another family name and sex, the given name but a slip away: a twin who married',
      ['different', 'near', 'exact', 'different', 'identical'],
    ],
    [
      'another family name and sex, no birth date',
      ['different', 'exact', 'missing', 'different', 'identical'],
    ],
    [
      'another family name and sex, a digit of the birth date',
      ['different', 'exact', 'one_digit', 'different', 'identical'],
    ],
    ['another sex, and a given name by a slip: twins', ['exact', 'near', 'exact', 'different', 'identical']],
    ['another sex, no birth date, elsewhere', ['exact', 'exact', 'missing', 'different', 'different']],
    ['another sex, no birth date, no address', ['exact', 'exact', 'missing', 'different', 'missing']],
    ['another sex and birth date at one home', ['exact', 'exact', 'different', 'different', 'identical']],
    [
      'another sex at one home, no name and no birth date',
      ['missing', 'missing', 'missing', 'different', 'identical'],
    ],
    ['another birth date and home: a namesake', ['exact', 'exact', 'different', 'exact', 'different']],
    [
      'part of a birth date, the name heard otherwise, no address',
      ['reading', 'heard_abroad', 'different', 'exact', 'missing'],
    ],
    [
      'part of a birth date and another sex, no address',
      ['exact', 'exact', 'two_parts', 'different', 'missing'],
    ],
    ['part of a birth date, no sex and no address', ['exact', 'exact', 'two_parts', 'missing', 'missing']],
    ['part of a birth date, another address', ['exact', 'exact', 'two_parts', 'exact', 'different']],
    [
      'part of a birth date, another family name, no address',
      ['different', 'exact', 'two_parts', 'exact', 'missing'],
    ],
    [
      'part of a birth date, a given name one off, no address',
      ['exact', 'near', 'two_parts', 'exact', 'missing'],
    ],
    ['another birth date, no address', ['exact', 'exact', 'different', 'exact', 'missing']],
    [
      'a given name in Latin letters that is not heard so',
      ['reading', 'latin_differs', 'exact', 'exact', 'identical'],
    ],
    ['the same, as it was heard', ['heard_abroad', 'latin_differs', 'exact', 'exact', 'identical']],
    ['the same, elsewhere', ['kana', 'latin_differs', 'exact', 'exact', 'different']],
    [
      'a family name in Latin letters that is not heard so, no birth date',
      ['latin_differs', 'near', 'missing', 'exact', 'different'],
    ],
    ['neither name read by the kana', ['reading_differs', 'reading_differs', 'exact', 'exact', 'identical']],
    ['both names in Latin letters', ['latin_other', 'latin_other', 'exact', 'exact', 'identical']],
    ['SMITH PETER and SMITH JOHN, all else equal', ['exact', 'latin_other', 'exact', 'exact', 'identical']],
    ['SMITH PETER and SMITH JOHN, elsewhere', ['exact', 'latin_other', 'exact', 'exact', 'different']],
    ['SMITH PETER and SMITH JOHN, no address', ['exact', 'latin_other', 'exact', 'exact', 'missing']],
    ['SMITH PETER and SMITH JOHN, no sex', ['exact', 'latin_other', 'exact', 'missing', 'identical']],
    ['SMITH PETER and SMYTH JOHN', ['near', 'latin_other', 'exact', 'exact', 'identical']],
    ['SMITH PETER and JOHN SMITH', ['order', 'latin_other', 'exact', 'exact', 'identical']],
    ['SMITH PETER and SMITH JOHN, a day off', ['exact', 'latin_other', 'one_digit', 'exact', 'identical']],
    ['SMITH MARY and SMITH JOHN', ['exact', 'latin_other', 'exact', 'different', 'identical']],
    [
      'another family name, a slip in the given name, no birth date, elsewhere',
      ['different', 'near', 'missing', 'exact', 'different'],
    ],
    [
      'another family name, a given name that is others’ own',
      ['different', 'near_known', 'exact', 'exact', 'different'],
    ],
    [
      'another family name, no birth date, another sex, in the house next door',
      ['different', 'exact', 'missing', 'different', 'same_town'],
    ],
    [
      'other kanji of one sound, and another birth date elsewhere',
      ['exact', 'homophone', 'different', 'exact', 'different'],
    ],
    [
      'another given name at one home, no birth date',
      ['exact', 'different', 'missing', 'exact', 'identical'],
    ],
    ['all of it', ['different', 'different', 'different', 'different', 'different']],
  ])('%s has none', (_, levels) => {
    expect(isUnexplained(personCodes(...levels))).toBe(true);
    expect(explanationsOf(personCodes(...levels))).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing differs', ['exact', 'exact', 'exact', 'exact', 'identical'], []],
    ['notation alone', ['variant', 'kana_notation', 'exact', 'exact', 'equivalent'], []],
    ['moved', ['exact', 'exact', 'exact', 'exact', 'different'], ['The address differs: moved']],
    [
      'a former name',
      ['other_name', 'exact', 'exact', 'exact', 'identical'],
      ['Family name equals a former or other name'],
    ],
  ])('%s contradicts nothing', (_, levels, says) => {
    expect(isUnexplained(personCodes(...levels))).toBe(false);
    expect(explanationsOf(personCodes(...levels)).map(({ en }) => en)).toEqual(says);
  });
});

describe('isUnexplainedForSure', () => {
  it.each<[string, readonly string[]]>([
    ['one of two names in Latin letters', ['exact', 'latin_other', 'exact', 'exact', 'identical']],
    ['one of two names in Latin letters, moved', ['exact', 'latin_other', 'exact', 'exact', 'different']],
    ['a name in another script', ['latin_differs', 'latin_differs', 'exact', 'exact', 'identical']],
    ['part of the birth date, moved', ['exact', 'exact', 'two_parts', 'exact', 'different']],
    ['part of the birth date, moved, by kana', ['kana', 'reading', 'two_parts', 'exact', 'different']],
    ['part of the birth date, moved, an alias', ['other_name', 'exact', 'two_parts', 'exact', 'different']],
    [
      'another birth date, other kanji of one sound, at one home',
      ['exact', 'kana_only', 'different', 'exact', 'identical'],
    ],
  ])('%s leaves it open', (_, levels) => {
    expect(isUnexplained(personCodes(...levels))).toBe(true);
    expect(isUnexplainedForSure(personCodes(...levels))).toBe(false);
  });

  it.each<[string, readonly string[]]>([
    ['both names in Latin letters', ['latin_other', 'latin_other', 'exact', 'exact', 'identical']],
    ['a name in Latin letters and the sex', ['exact', 'latin_other', 'exact', 'different', 'identical']],
    [
      'a name in Latin letters and the birth date',
      ['exact', 'latin_other', 'different', 'exact', 'identical'],
    ],
    ['a given name in kanji', ['exact', 'different', 'exact', 'exact', 'identical']],
    ['another birth date, moved', ['exact', 'exact', 'different', 'exact', 'different']],
    ['part of the birth date, a given name one off', ['exact', 'near', 'two_parts', 'exact', 'different']],
    ['part of the birth date, no sex', ['exact', 'exact', 'two_parts', 'missing', 'different']],
    ['part of the birth date and the sex', ['exact', 'exact', 'two_parts', 'different', 'different']],
    ['part of the birth date, no name', ['missing', 'exact', 'two_parts', 'exact', 'different']],
    [
      'another birth date, other kanji of one sound, elsewhere',
      ['exact', 'kana_only', 'different', 'exact', 'different'],
    ],
    [
      'another birth date and sex, other kanji of one sound, at one home',
      ['exact', 'kana_only', 'different', 'different', 'identical'],
    ],
    [
      'another birth date, kanji that may sound alike, at one home',
      ['exact', 'homophone', 'different', 'exact', 'identical'],
    ],
  ])('%s does not', (_, levels) => {
    expect(isUnexplainedForSure(personCodes(...levels))).toBe(true);
  });
});

describe('unexplainedWeight', () => {
  const weights = COMPARISONS.map((_, c) => [5, -4, 15, 1, 12][c] ?? 0);

  it('makes of what contradicts one in ten million', () => {
    const codes = personCodes('exact', 'different', 'exact', 'exact', 'identical');
    expect(unexplainedWeight(codes, weights, UNEXPLAINED) + weights[1]!).toBeCloseTo(
      Math.log2(UNEXPLAINED),
      12,
    );
  });

  it('is less severe in a file to blame, where all else is clearly the resident’s', () => {
    const codes = personCodes('latin_other', 'latin_other', 'exact', 'exact', 'identical');
    expect(unexplainedWeight(codes, weights, 0.05) + weights[0]! + weights[1]!).toBeCloseTo(
      Math.log2(0.05),
      12,
    );
    // Who has moved is told by the birth date all the same.
    expect(unexplainedWeight(codes, weights.with(4, -9), 0.05)).toBe(unexplainedWeight(codes, weights, 0.05));
    // 6 and 1 bit for birth date and sex are a stranger's as well as theirs; so is a family name, which relatives share.
    const vague = weights.with(2, 6).with(4, -9);
    expect(unexplainedWeight(codes, vague, 0.05)).toBe(unexplainedWeight(codes, vague, UNEXPLAINED));
    const relative = personCodes('exact', 'latin_other', 'different', 'missing', 'different');
    const shared = [10, -9, -6, 0, -5, 0];
    expect(unexplainedWeight(relative, shared, 0.05)).toBe(unexplainedWeight(relative, shared, UNEXPLAINED));
  });

  it('adds nothing where the levels say as much, are explained, or differ in one writing alone', () => {
    const twin = personCodes('exact', 'different', 'exact', 'exact', 'identical');
    expect(unexplainedWeight(twin, weights.with(1, -40), UNEXPLAINED)).toBe(0);
    expect(
      unexplainedWeight(
        personCodes('different', 'exact', 'exact', 'exact', 'identical'),
        weights,
        UNEXPLAINED,
      ),
    ).toBe(0);
    expect(
      unexplainedWeight(
        personCodes('latin_differs', 'missing', 'exact', 'exact', 'identical'),
        weights,
        UNEXPLAINED,
      ),
    ).toBe(0);
  });

  it('holds a name that is another in both parts, at home and all else agreeing, as one alias that is not registered', () => {
    const codes = personCodes('latin_differs', 'latin_differs', 'exact', 'exact', 'identical');
    const both = [-9, -8, 15, 1, 12, 0];
    // Two names cost 17 bits; an alias that nobody knows is borne by two records in a thousand.
    expect(unexplainedWeight(codes, both, UNEXPLAINED)).toBeCloseTo(17 + Math.log2(0.002), 12);
    expect(unexplainedWeight(codes, [-2, -1, 15, 1, 12, 0], UNEXPLAINED)).toBe(0);
    expect(isUnexplained(codes)).toBe(true);
  });

  it.each([
    ['one name agrees', ['reading', 'latin_differs', 'exact', 'exact', 'identical']],
    ['another birth date', ['latin_differs', 'latin_differs', 'two_parts', 'exact', 'identical']],
    ['no birth date', ['latin_differs', 'latin_differs', 'missing', 'exact', 'identical']],
    ['another sex', ['latin_differs', 'latin_differs', 'exact', 'different', 'identical']],
    ['no sex', ['latin_differs', 'latin_differs', 'exact', 'missing', 'identical']],
    ['another home', ['latin_differs', 'latin_differs', 'exact', 'exact', 'different']],
    ['no home', ['latin_differs', 'latin_differs', 'exact', 'exact', 'missing']],
    ['the next house', ['latin_differs', 'latin_differs', 'exact', 'exact', 'same_town']],
    ['Latin letters on both sides', ['latin_other', 'latin_other', 'exact', 'exact', 'identical']],
    ['a Japanese name', ['different', 'different', 'exact', 'exact', 'identical']],
  ])('%s: no alias', (_, levels) => {
    expect(
      unexplainedWeight(personCodes(...levels), [-9, -8, 15, 1, 12, 0], UNEXPLAINED),
    ).toBeLessThanOrEqual(0);
  });

  it('leaves a sex open where nothing else is stated', () => {
    const sexAlone = personCodes('missing', 'missing', 'missing', 'different', 'missing');
    expect(unexplainedWeight(sexAlone, weights, UNEXPLAINED)).toBe(0);
    const sexAndName = personCodes('exact', 'missing', 'missing', 'different', 'missing');
    expect(unexplainedWeight(sexAndName, weights, UNEXPLAINED)).toBeLessThan(-20);
  });
});
