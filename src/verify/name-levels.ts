import { codesOf, type Level } from '../audit/level.js';

type NameLevel = Omit<Level, 'title'> & Level['title'];

/** What is the same of both names' levels; their titles begin with the name of the part. */
const LEVELS = [
  { id: 'missing', kind: 'missing', m: 0, ja: 'は比較できません', en: 'cannot be compared' },
  { id: 'exact', kind: 'equal', m: 0.93, ja: 'が一致します', en: 'agrees', agrees: true, counted: true },
  {
    id: 'variant',
    kind: 'equivalent',
    m: 0.02,
    ja: 'は異体字・表記の違いのみです',
    en: 'differs only by a variant character',
    agrees: true,
  },
  {
    id: 'kana',
    kind: 'equal',
    m: 0.01,
    ja: 'のカナが一致します',
    en: 'agrees in kana',
    agrees: true,
    heard: true,
  },
  {
    id: 'kana_notation',
    kind: 'equivalent',
    m: 0.01,
    ja: 'のカナは表記の違いのみです',
    en: 'agrees but for kana notation',
    agrees: true,
  },
  {
    id: 'reading',
    kind: 'equivalent',
    m: 0.01,
    ja: 'はこのカナで読めます',
    en: 'can be read as this kana',
    agrees: true,
    heard: true,
  },
  // Romanised names against the kana of others, measured over ENAMDICT (docs/normalisation.md): u.
  {
    id: 'latin_near',
    kind: 'equivalent',
    m: 0.001,
    ja: 'のローマ字はこのカナにほぼ読めます',
    en: 'in Latin letters reads nearly as this kana',
    u: 0.013,
  },
  {
    id: 'other_name',
    kind: 'explained',
    m: 0.006,
    ja: 'は旧氏・通称などの別名と一致します',
    en: 'equals a former or other name',
  },
  {
    id: 'order',
    kind: 'equivalent',
    m: 0.001,
    ja: 'は氏と名の順を入れ替えると一致します',
    en: 'agrees with family and given swapped',
    agrees: true,
  },
  {
    id: 'heard_abroad',
    kind: 'explained',
    m: 0.001,
    ja: 'は外国語名の別の読み方・順序で一致します',
    en: 'agrees as a foreign name that is heard, read or ordered otherwise',
    doubtful: 'slip',
    oneName: true,
    u: 0.05,
  },
  {
    id: 'kanji_only',
    kind: 'explained',
    m: 0.006,
    ja: 'の漢字は一致し、カナが異なります',
    en: 'agrees in kanji, kana differs',
    alike: 'writing',
  },
  {
    id: 'kana_only',
    kind: 'explained',
    m: 0.0015,
    ja: 'のカナは一致し、漢字が異なります',
    en: 'agrees in kana, kanji differ',
    alike: 'sound',
    doubtful: 'slip',
  },
  {
    id: 'homophone',
    kind: 'explained',
    m: 0.001,
    ja: 'の漢字は異なりますが、同じ読みがあります（音からの書き起こし）',
    en: 'is in other kanji that can be read alike (written by ear)',
    plain: { ja: 'の漢字は異なりますが、同じ読みがあります', en: 'is in other kanji that can be read alike' },
    alike: 'sound',
    doubtful: 'slip',
    guess: 0.01,
  },
  {
    id: 'unknown_char',
    kind: 'explained',
    m: 0.004,
    ja: 'は読めない文字を除いて一致します',
    en: 'agrees but for an unknown character',
  },
  {
    id: 'near',
    kind: 'explained',
    m: 0.002,
    ja: 'は1文字違いです',
    en: 'is one character off',
    doubtful: 'slip',
  },
  {
    id: 'shortened',
    kind: 'explained',
    m: 0.002,
    ja: 'は省略または途中で切れた形です',
    en: 'is shortened or cut off',
    doubtful: 'slip',
    oneName: true,
    guess: 0.005,
  },
  {
    id: 'half_written',
    kind: 'explained',
    m: 0.001,
    ja: 'は2字のうち1字が異なります（誤記、または兄弟などの別の名の可能性があります）',
    en: 'differs in one of two kanji (a slip, or another name)',
    plain: { ja: 'は2字のうち1字が異なります', en: 'differs in one of two kanji' },
    doubtful: 'other',
    guess: 0.03,
    // Three names in a hundred of two kanji have one in common; a hand errs in one of some hundreds.
    odds: 8,
  },
  {
    id: 'misspelt',
    kind: 'explained',
    m: 0.002,
    ja: 'のローマ字のつづりがいくつか異なります',
    en: 'in Latin letters is spelt otherwise in a few places',
    doubtful: 'slip',
    oneName: true,
    guess: 0.005,
  },
  {
    id: 'initials',
    kind: 'explained',
    m: 0.001,
    ja: 'は頭文字だけが一致します',
    en: 'agrees in its initials alone',
    doubtful: 'other',
    guess: 0.07,
    // Who is written with initials is so in every record: others then agree as often as letters do.
    odds: 0.08,
  },
  {
    id: 'other_reading',
    kind: 'explained',
    m: 0.001,
    ja: 'のカナは異なりますが、漢字はそのようにも読めます',
    en: 'differs in kana, but the kanji can be read that way too',
    doubtful: 'slip',
  },
  {
    id: 'near_short',
    kind: 'explained',
    m: 0.0008,
    ja: 'のカナは1文字違いです（短い名のため、別の名の可能性があります）',
    en: 'is one kana off (a short name: may be another name)',
    plain: { ja: 'のカナは1文字違いです', en: 'is one kana off' },
    doubtful: 'other',
  },
  {
    id: 'near_known',
    kind: 'explained',
    m: 0.0003,
    ja: 'のカナは1文字違いで、ほかの方の名と一致します（別人の可能性があります）',
    en: 'is one kana off, and the very name of others (may be another person)',
    plain: { ja: 'のカナは1文字違いです', en: 'is one kana off' },
    doubtful: 'other',
    // Where the pairs drawn show none, they are too few: it must not speak for anybody.
    guess: 0.5,
  },
  {
    id: 'reading_differs',
    kind: 'different',
    m: 0.0005,
    ja: 'の漢字はこのカナの読みと一致しません',
    en: 'in kanji does not read as this kana',
    guess: 0.5,
    contradicts: true,
    inOneWriting: true,
    partly: true,
  },
  {
    id: 'latin_differs',
    kind: 'different',
    m: 0.0005,
    ja: 'がローマ字の名と一致しません（登録のない通称、または別人の可能性があります）',
    en: 'differs from the name in Latin letters (an alias that is not registered, or another person)',
    plain: { ja: 'がローマ字の名と一致しません', en: 'differs from the name in Latin letters' },
    guess: 0.5,
    contradicts: true,
    inOneWriting: true,
    unregistered: true,
  },
  // Which of two words is the family name cannot be told of a Latin name: either may have changed.
  {
    id: 'latin_other',
    kind: 'different',
    m: 0.003,
    ja: 'がローマ字で一致しません',
    en: 'differs in Latin letters',
    guess: 0.5,
    contradicts: true,
    eitherName: true,
  },
  {
    id: 'different',
    kind: 'different',
    m: 0,
    ja: 'が一致しません',
    en: 'differs',
    guess: 0.5,
    contradicts: true,
  },
] as const satisfies readonly NameLevel[];

export type NameLevelId = (typeof LEVELS)[number]['id'];

/** Code of a name level by its id: its place in the list, from best to worst. */
export const NAME_CODES = codesOf(LEVELS);

/**
 * Levels of a family or given name. Kanji, kana and readings of one name are one piece of evidence, so they
 * make one level together instead of being counted twice. `differs` is the first estimate of how often one person's differs.
 */
export function nameLevels(part: Level['title'], differs: number): readonly Level[] {
  const named = ({ ja, en }: Level['title']) => ({ ja: `${part.ja}${ja}`, en: `${part.en} ${en}` });
  return (LEVELS as readonly NameLevel[]).map(({ ja, en, plain, ...level }) => ({
    ...level,
    m: level.id === 'different' ? differs : level.m,
    title: named({ ja, en }),
    ...(plain ? { plain: named(plain) } : {}),
  }));
}
