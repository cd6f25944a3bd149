import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bearers,
  bearersOf,
  type Generation,
  generationRatio,
} from '../../src/verify/reading/generation.js';

const NONE: Bearers = new Map();
/** A thousand of each sex and decade from 1930 to 2019. */
const ALL = bearersOf(
  [1, 2]
    .flatMap((sex) => [193, 194, 195, 196, 197, 198, 199, 200, 201].map((d) => `${sex}:${d}:1000`))
    .join(','),
);
/** ヨウコ, as registers have it; シズコ is older and rarer; names that end in コ. */
const YOKO = bearersOf('2:193:20,2:194:120,2:195:180,2:196:140,2:197:40');
const SHIZUKO = bearersOf('2:192:3,2:193:4,2:194:2');
const KO = bearersOf('1:195:1,2:193:700,2:194:900,2:195:900,2:196:700,2:197:400,2:198:150,2:199:40,2:201:20');
const HIMARI = bearersOf('2:200:40,2:201:200');
const KAORU = bearersOf('1:195:30,1:197:20,2:195:35,2:196:30,2:197:15');

const BOTH = { sex: true, birth: true };
const asked = (over: Partial<Generation>): Generation => ({
  ...{ sex: 1, decade: 201, lacks: BOTH, kana: NONE, kanaEnd: NONE, kanji: NONE, kanjiEnd: NONE, all: ALL },
  ...over,
});
const ratio = (over: Partial<Generation>) => generationRatio(asked(over));

describe('what a kana given name says of sex and generation', () => {
  it('ヨウコ is no boy of 2014, whose kanji nobody else bears', () => {
    expect(ratio({ kana: YOKO, kanaEnd: KO, kanji: bearersOf('1:201:1') })).toBeLessThan(1 / 500);
  });

  it('nor is シズコ, of whom there are few: names that end so are women’s', () => {
    expect(ratio({ kana: SHIZUKO, kanaEnd: KO, kanji: bearersOf('1:201:1') })).toBeLessThan(1 / 100);
  });

  it('nor a woman of 2014, but less so: grandmothers’ names come back', () => {
    const woman = ratio({ sex: 2, kana: YOKO, kanaEnd: KO });
    expect(woman).toBeLessThan(1 / 2);
    expect(woman).toBeGreaterThan(1 / 50);
  });

  it('a woman of 1955 is as likely as her kanji say', () => {
    const kanji = bearersOf('2:194:100,2:195:150,2:196:120');
    expect(ratio({ sex: 2, decade: 195, kana: YOKO, kanaEnd: KO, kanji, kanjiEnd: KO })).toBeCloseTo(1, 0);
  });

  it.each<[string, Partial<Generation>]>([
    ['a name of both', { sex: 2, decade: 195, kana: KAORU, kanji: KAORU }],
    ['a kana that nobody bears', { sex: 2, decade: 195 }],
  ])('%s says nothing', (_, over) => expect(ratio(over)).toBeCloseTo(1, 1));

  it('what the record states is not counted again', () => {
    const boy = { kana: YOKO, kanaEnd: KO };
    expect(ratio({ ...boy, lacks: { sex: false, birth: false } })).toBe(1);
    expect(ratio({ ...boy, sex: 2, lacks: { sex: true, birth: false } })).toBeGreaterThan(1);
    expect(ratio({ ...boy, sex: 2, lacks: { sex: false, birth: true } })).toBeLessThan(1 / 2);
    expect(ratio({ ...boy, lacks: { sex: true, birth: false } })).toBeLessThan(1 / 200);
  });

  it('the resident does not vouch for the kanji', () => {
    const one = ratio({ kana: YOKO, kanaEnd: KO, kanji: bearersOf('1:201:1') });
    expect(one).toBe(ratio({ kana: YOKO, kanaEnd: KO }));
  });

  it('a fashion of now says no more than a bit for a child of now', () => {
    expect(ratio({ sex: 2, decade: 201, kana: HIMARI })).toBe(2);
  });

  const counts = fc
    .array(
      fc.record({ sex: fc.constantFrom(1, 2), decade: fc.integer({ min: 190, max: 202 }), n: fc.nat(5000) }),
    )
    .map((rows): Bearers => new Map(rows.map(({ sex, decade, n }) => [`${sex}:${decade}`, n])));
  it('is a number above 0 and never more than two, whatever the counts', () => {
    fc.assert(
      fc.property(
        counts,
        counts,
        counts,
        counts,
        fc.constantFrom(1, 2),
        fc.integer({ min: 190, max: 202 }),
        (kana, kanaEnd, kanji, kanjiEnd, sex, decade) => {
          const found = ratio({ sex: sex as 1, decade, kana, kanaEnd, kanji, kanjiEnd });
          expect(found).toBeGreaterThan(1e-10);
          expect(found).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
