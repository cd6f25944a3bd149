/** How many bearers of a name there are, by sex (1, 2) and decade of birth (195 is 1950 to 1959). */
export type Bearers = ReadonlyMap<string, number>;

/** What is asked of a kana given name: does it fit somebody of this sex and decade, whose kanji are known? */
export interface Generation {
  readonly sex: 1 | 2;
  readonly decade: number;
  /** What the record does not state of its holder: what it states has been compared, and is not counted twice. */
  readonly lacks: { readonly sex: boolean; readonly birth: boolean };
  /** Bearers of the kana, of all names that end as it does, of the kanji, and of all that end as these do; and all residents. */
  readonly kana: Bearers;
  readonly kanaEnd: Bearers;
  readonly kanji: Bearers;
  readonly kanjiEnd: Bearers;
  readonly all: Bearers;
}

/** Bearers' worth of belief in the end of a name (子, オ) against the name, and in all residents against an end. */
const END_BEARERS = 0.5;
const ALL_BEARERS = 2;
/** And in the age of all of a sex, against that of a name's bearers. */
const AGE_BEARERS = 5;
/** However many bearers say otherwise: a sex in a register may be a slip, and a child may bear a name of its grandparents. */
const SLIP = 5e-4;
const OLD_FASHIONED = 0.02;
/** The kana alone may say this much for somebody, not more: most of it the reading of the kanji has said. */
const MOST = 2;

/** `1:195:12,2:196:3` as bearers. */
export function bearersOf(text: string): Bearers {
  const entries =
    text === '' ? [] : text.split(',').map((entry) => entry.split(':') as [string, string, string]);
  return new Map(entries.map(([sex, decade, n]) => [`${sex}:${decade}`, Number(n)]));
}

/**
 * How much likelier kanji are read so by somebody of this sex and decade than by any of their bearers: P(sex, decade | kana) over
 * P(sex, decade | kanji), of what the record does not state. By Bayes' rule P(kana | kanji, sex, decade) is P(kana | kanji) times
 * this, where the kana decides what the kanji leave open (陽虎: a boy's name; ヨウコ: a woman's of 1960). Smoothed, so that a name
 * of few bearers says what its end says, and no name is ever impossible.
 */
export function generationRatio(asked: Generation): number {
  // The resident bears the kanji, and says nothing of who else does.
  const own = (bearers: Bearers) => without(bearers, asked);
  const ofKana = chance(asked, asked.kana, asked.kanaEnd);
  const ofKanji = chance(asked, own(asked.kanji), own(asked.kanjiEnd));
  return Math.min(MOST, ofKana / ofKanji);
}

/** P(sex, decade | name), of what the record lacks. */
function chance({ sex, decade, lacks, all }: Generation, name: Bearers, end: Bearers): number {
  const ofSex = (bearers: Bearers) => sum(bearers, (key) => key.startsWith(`${sex}:`));
  const total = (bearers: Bearers) => sum(bearers, () => true);
  const average = (ofSex(all) + 1) / (total(all) + 2);
  const byEnd = (ofSex(end) + ALL_BEARERS * average) / (total(end) + ALL_BEARERS);
  const bySex = (ofSex(name) + END_BEARERS * byEnd) / (total(name) + END_BEARERS);
  const near = (bearers: Bearers) =>
    at(bearers, sex, decade) / 2 + (at(bearers, sex, decade - 1) + at(bearers, sex, decade + 1)) / 4;
  const age = (near(all) + 1) / (ofSex(all) + 2);
  const byAge = (near(name) + AGE_BEARERS * age) / (ofSex(name) + AGE_BEARERS);
  return (
    (lacks.sex ? (1 - SLIP) * bySex + SLIP * average : 1) *
    (lacks.birth ? (1 - OLD_FASHIONED) * byAge + OLD_FASHIONED * age : 1)
  );
}

const at = (bearers: Bearers, sex: number, decade: number) => bearers.get(`${sex}:${decade}`) ?? 0;

function sum(bearers: Bearers, counts: (key: string) => boolean): number {
  let total = 0;
  for (const [key, n] of bearers) if (counts(key)) total += n;
  return total;
}

function without(bearers: Bearers, { sex, decade }: Generation): Bearers {
  const n = at(bearers, sex, decade);
  return n === 0 ? bearers : new Map([...bearers, [`${sex}:${decade}`, n - 1]]);
}
