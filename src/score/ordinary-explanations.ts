import type { Level } from '../audit/level.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Aspect } from '../verify/comparison.js';
import { COMPARISONS } from '../verify/comparisons/index.js';

/**
 * An ordinary way in which the record of a person comes to contradict the register. Grade B needs one: where who
 * somebody is (name, birth date, sex) is contradicted and none of these holds, the difference is unexplained.
 */
interface Explanation {
  readonly text: Bilingual;
  /** What it may explain, alone or together. */
  readonly explains: readonly Aspect[];
  /** What must be so beside it. */
  readonly holds: (of: LevelOf) => boolean;
}

type LevelOf = (about: Aspect) => Level;

const agrees = (level: Level) =>
  level.agrees === true || level.kind === 'equal' || level.kind === 'equivalent';
/** Agrees, or but for a slip of the pen. */
const isLike = (level: Level) => agrees(level) || (level.kind === 'explained' && level.doubtful !== 'other');
/** Agrees with another name that is known, say: there is no doubt of whose it is. */
const isKnown = (level: Level) => level.kind === 'explained' && level.doubtful === undefined;
const isOneName = (level: Level) => isTheirs(level) || level.oneName === true;
const mayAgree = ({ kind }: Level) => kind !== 'different';
/** Kanji that nobody is known to read so: a reading may be uncommon. Letters sound as they are written: GARCIA ROBERTO is no ミゲル. */
const mayBeReadSo = (level: Level) => level.partly === true;
const isTheirHome = ({ home }: Level) => home === 'here' || home === 'before';

const isTheirs = (level: Level) => agrees(level) || isKnown(level);
/** Other kanji of one sound are one name too, where all else tells of one person: no two of one home and day are called alike. */
const soundsTheir = (level: Level) => isOneName(level) || level.id === 'kana_only';
const soundsTheirs = (of: LevelOf) => [of('family'), of('given')].every(soundsTheir);
const isTheirName = (of: LevelOf) => isTheirs(of('family')) && isTheirs(of('given'));

/** From the most to the least telling: the first that holds is named. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    text: {
      ja: '氏だけが異なり、名・生年月日・性別は一致します（婚姻・離婚・縁組などによる改姓）',
      en: 'Only the family name differs, while given name, birth date and sex agree: a change of family name (marriage, divorce, adoption)',
    },
    explains: ['family'],
    // Who marries is written into new files: a slip in the given name comes with it, and of strangers none has the birth date too.
    holds: (of) => isLike(of('given')) && agrees(of('birth')) && mayAgree(of('sex')),
  },
  {
    text: {
      ja: '氏だけが異なり、名・性別・現住所または前住所は一致します（婚姻・離婚・縁組などによる改姓）',
      en: 'Only the family name differs, while given name, sex and a present or former home agree: a change of family name (marriage, divorce, adoption)',
    },
    explains: ['family'],
    // At one home, today's or the one before, a slip in the given name or a birth date that is not stated leaves nobody else.
    holds: (of) =>
      isLike(of('given')) && mayAgree(of('birth')) && mayAgree(of('sex')) && isTheirHome(of('home')),
  },
  {
    text: {
      ja: '氏だけが異なり、名は一致します。生年月日と性別は食い違いません（改姓の可能性）',
      en: 'Only the family name differs, while the given name agrees and neither birth date nor sex speaks against it: it may have changed',
    },
    explains: ['family'],
    // How much a given name says beside what is known of the rest is for its weight to tell; who marries often moves as well.
    holds: (of) => isTheirs(of('given')) && mayAgree(of('birth')) && mayAgree(of('sex')),
  },
  {
    text: {
      ja: '漢字とカナの読みの対応だけが一般的でなく、ほかの項目は一致します',
      en: 'Only the reading of the kanji is uncommon, while all else agrees',
    },
    explains: ['family', 'given'],
    holds: (of) =>
      [of('family'), of('given')].every((level) => mayAgree(level) || mayBeReadSo(level)) &&
      [of('family'), of('given')].some(isTheirs) &&
      agrees(of('birth')) &&
      mayAgree(of('sex')) &&
      mayAgree(of('home')),
  },
  {
    text: {
      ja: '性別だけが異なり、氏名・生年月日は一致します（性別の入力誤り）',
      en: 'Only the sex differs, while name and birth date agree: a slip in the sex',
    },
    explains: ['sex'],
    holds: (of) =>
      (isTheirName(of) && isLike(of('birth')) && of('home').home === 'here') ||
      (isLike(of('family')) && soundsTheir(of('given')) && agrees(of('birth')) && isTheirHome(of('home'))) ||
      (isLike(of('family')) && isTheirs(of('given')) && agrees(of('birth'))),
  },
  {
    text: {
      ja: '性別だけが異なり、氏名と現住所または前住所は一致します（性別の入力誤り）',
      en: 'Only the sex differs, while name and a present or former home agree: a slip in the sex',
    },
    explains: ['sex'],
    // No two of one home bear one name.
    holds: (of) => isTheirName(of) && mayAgree(of('birth')) && isTheirHome(of('home')),
  },
  {
    text: {
      ja: '氏と性別が異なり、名・生年月日は一致します（改姓と、性別の入力誤り）',
      en: 'Family name and sex differ, while given name and birth date agree: a change of family name, and a slip in the sex',
    },
    explains: ['family', 'sex'],
    // Twins of two sexes have two names; of strangers none has both this name and this day.
    holds: (of) => agrees(of('given')) && agrees(of('birth')),
  },
  {
    text: {
      ja: '生年月日だけが異なり、氏名・住所は一致します（生年月日の入力誤り）',
      en: 'Only the birth date differs, while name and address agree: a slip in the birth date',
    },
    explains: ['birth'],
    holds: (of) =>
      [of('family'), of('given')].every(isOneName) && mayAgree(of('sex')) && of('home').home !== undefined,
  },
  {
    text: {
      ja: '生年月日の一部だけが異なり、氏名・性別は一致します（生年月日の入力誤り。住所は比較できません）',
      en: 'Only part of the birth date differs, while name and sex agree: a slip in the birth date (there is no address to compare)',
    },
    explains: ['birth'],
    // How many bear the name is for its weight to tell.
    holds: (of) =>
      isTheirName(of) && agrees(of('sex')) && of('birth').id === 'two_parts' && of('home').kind === 'missing',
  },
];

/** What people keep for life, so that a contradiction needs an explanation. */
const LASTING: ReadonlySet<Aspect> = new Set(['family', 'given', 'birth', 'sex']);

/** Places in COMPARISONS at which these levels (codes in that order) contradict who somebody is. */
export function contradictions(codes: readonly number[]): readonly number[] {
  return COMPARISONS.flatMap(({ about, levels }, c) =>
    LASTING.has(about) && levels[codes[c]!]!.kind === 'different' ? [c] : [],
  );
}

function levelAbout(codes: readonly number[], about: Aspect): Level {
  const c = COMPARISONS.findIndex((comparison) => comparison.about === about);
  return COMPARISONS[c]!.levels[codes[c]!]!;
}

/** What the contradictions are explained by, or null; of levels that contradict nothing it is not asked. */
function explanationOf(codes: readonly number[]): Explanation | null {
  const contradicted = contradictions(codes).map((c) => COMPARISONS[c]!.about);
  const of: LevelOf = (about) => levelAbout(codes, about);
  return (
    EXPLANATIONS.find(
      ({ explains, holds }) => contradicted.every((about) => explains.includes(about)) && holds(of),
    ) ?? null
  );
}

/** Whether who somebody is is contradicted, and nothing ordinary explains it. */
export function isUnexplained(codes: readonly number[]): boolean {
  return contradictions(codes).length > 0 && explanationOf(codes) === null;
}

/** In words why levels that differ may still be one person's: grade B says so. Empty where all agree, or nothing explains it. */
export function explanationsOf(codes: readonly number[]): readonly Bilingual[] {
  if (isUnexplained(codes)) return [];
  const named = contradictions(codes).length > 0 ? [explanationOf(codes)!.text] : [];
  const others = COMPARISONS.flatMap(({ about, levels }, c) => {
    const level = levels[codes[c]!]!;
    if (level.kind === 'explained') return [level.title];
    return level.kind === 'different' && !LASTING.has(about) ? [CHANGED[about] ?? level.title] : [];
  });
  return [...named, ...others];
}

/** What people change, so that a difference explains itself. */
const CHANGED: Readonly<Partial<Record<Aspect, Bilingual>>> = {
  home: { ja: '住所が異なります（転居など）', en: 'The address differs: moved' },
};

/**
 * How often a record of the resident's own contradicts the register without an ordinary explanation: whatever a file
 * seems to teach, for where columns were shifted or sorted it would teach that people change their names every day.
 */
export const UNEXPLAINED = 1e-7;

/** Bits from which on the items that contradict nothing are clearly the linked resident's: of strangers one in 256 gets there. */
const CLEARLY_THEIRS = 8;

/**
 * Whether the items that contradict nothing are clearly the linked resident's, by their bits in the order of COMPARISONS: all of
 * them together, or those alone that no relative shares (a birth date says so of people who have moved, a family name does not).
 */
export function isClearlyTheirs(codes: readonly number[], bits: readonly number[]): boolean {
  const foreign = new Set(contradictions(codes));
  const sumOf = (counts: (c: number) => boolean) =>
    bits.reduce((sum, each, c) => (codes[c] !== 0 && !foreign.has(c) && counts(c) ? sum + each : sum), 0);
  const isOwn = (c: number) => !COMPARISONS[c]!.levels[codes[c]!]!.kin;
  return sumOf(() => true) >= CLEARLY_THEIRS || sumOf(isOwn) >= CLEARLY_THEIRS;
}

/**
 * Whether it is certain that the levels contradict, and nothing explains it. It is left open by names in two scripts, by a sex
 * where nothing else is stated, by one of two names in Latin letters (SMITH PETER is no SMITH JOHN unless SMITH is the given name,
 * which nobody can tell), by part of the birth date beside a whole name and a sex that agree: somebody who has moved, or a namesake; and by a birth date
 * beside other kanji of one sound at one home: two slips, or a relative who is called alike.
 */
export function isUnexplainedForSure(codes: readonly number[]): boolean {
  const saysMore = COMPARISONS.some(({ about }, c) => about !== 'sex' && codes[c] !== 0);
  const of: LevelOf = (about) => levelAbout(codes, about);
  const contradicted = contradictions(codes).map((c) => COMPARISONS[c]!.levels[codes[c]!]!);
  const isAlone = contradicted.length === 1;
  const isOpen = (level: Level) =>
    level.inOneWriting === true ||
    (isAlone && level.eitherName === true) ||
    (isAlone && level.id === 'two_parts' && isTheirName(of) && agrees(of('sex'))) ||
    (isAlone &&
      of('birth') === level &&
      soundsTheirs(of) &&
      mayAgree(of('sex')) &&
      of('home').home === 'here');
  return saysMore && isUnexplained(codes) && !contradicted.every(isOpen);
}

/** How often a record of a foreigner bears an alias that the register does not know. */
const UNREGISTERED = 0.002;

/**
 * Whether all but the name is a foreigner's, the home too, and the name is in another script and another in both parts: an alias that
 * is not registered is one fact and not two. It explains nothing (nobody knows the alias), so the grade is U.
 */
function isUnderAlias(codes: readonly number[]): boolean {
  const of: LevelOf = (about) => levelAbout(codes, about);
  const isOther = (about: Aspect) => of(about).unregistered === true;
  return (
    isOther('family') &&
    isOther('given') &&
    agrees(of('birth')) &&
    agrees(of('sex')) &&
    isTheirHome(of('home'))
  );
}

/**
 * Bits that an unexplained contradiction takes from the linked resident beyond those of its levels (`weights`, in the
 * order of COMPARISONS): one by one they count as if a person who changes one name had no other reason to change both, and
 * a level that is rare in a file of few foreigners seems to speak for them. 0 where the levels are explained or leave it open.
 * `unexplained` is how often the source's own records are so, all else being clearly their resident's.
 */
export function unexplainedWeight(
  codes: readonly number[],
  weights: readonly number[],
  unexplained: number,
): number {
  const foreign = new Set(contradictions(codes));
  const sumOf = (counts: (c: number) => boolean) => weights.reduce((a, b, c) => (counts(c) ? a + b : a), 0);
  if (isUnderAlias(codes)) return Math.max(0, Math.log2(UNREGISTERED) - sumOf((c) => foreign.has(c)));
  if (!isUnexplainedForSure(codes)) return 0;
  const often = isClearlyTheirs(codes, weights) ? unexplained : UNEXPLAINED;
  return Math.min(0, Math.log2(often) - sumOf((c) => foreign.has(c)));
}
