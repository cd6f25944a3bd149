import type { Comparison, Level } from '../audit/level.js';

/**
 * Levels of a family or given name. Kanji, kana and readings of one name are one piece of evidence, so they
 * make one level together instead of being counted twice.
 */
function nameLevels(ja: string, en: string, differs: number): readonly Level[] {
  const level = (id: string, kind: Level['kind'], m: number, japanese: string, english: string): Level => ({
    id,
    kind,
    m,
    title: { ja: `${ja}${japanese}`, en: `${en} ${english}` },
  });
  return [
    level('missing', 'missing', 0, 'は比較できません', 'cannot be compared'),
    level('exact', 'equal', 0.93, 'が一致します', 'agrees'),
    level(
      'variant',
      'equivalent',
      0.02,
      'は異体字・表記の違いのみです',
      'differs only by a variant character',
    ),
    level('kana', 'equal', 0.01, 'のカナが一致します', 'agrees in kana'),
    level('kana_notation', 'equivalent', 0.01, 'のカナは表記の違いのみです', 'agrees but for kana notation'),
    level('reading', 'equivalent', 0.01, 'はこのカナで読めます', 'can be read as this kana'),
    {
      ...level(
        'latin_near',
        'equivalent',
        0.001,
        'のローマ字はこのカナにほぼ読めます',
        'in Latin letters reads nearly as this kana',
      ),
      // Romanised names against the kana of others, measured over ENAMDICT (docs/normalisation.md).
      u: 0.013,
    },
    level(
      'other_name',
      'explained',
      0.006,
      'は旧氏・通称などの別名と一致します',
      'equals a former or other name',
    ),
    level(
      'order',
      'equivalent',
      0.001,
      'は氏と名の順を入れ替えると一致します',
      'agrees with family and given swapped',
    ),
    level(
      'kanji_only',
      'explained',
      0.006,
      'の漢字は一致し、カナが異なります',
      'agrees in kanji, kana differs',
    ),
    level(
      'kana_only',
      'explained',
      0.0015,
      'のカナは一致し、漢字が異なります',
      'agrees in kana, kanji differ',
    ),
    level(
      'unknown_char',
      'explained',
      0.004,
      'は読めない文字を除いて一致します',
      'agrees but for an unknown character',
    ),
    level('near', 'explained', 0.002, 'は1文字違いです', 'is one character off'),
    level(
      'other_reading',
      'explained',
      0.001,
      'のカナは異なりますが、漢字はそのようにも読めます',
      'differs in kana, but the kanji can be read that way too',
    ),
    level(
      'near_short',
      'explained',
      0.0008,
      'のカナは1文字違いです（短い名のため、別の名の可能性があります）',
      'is one kana off (a short name: may be another name)',
    ),
    level(
      'reading_differs',
      'different',
      0.0005,
      'の漢字はこのカナの読みと一致しません',
      'in kanji does not read as this kana',
    ),
    level(
      'latin_differs',
      'different',
      0.0005,
      'が一致しません（ローマ字の名のため、通称の可能性があります）',
      'differs (a name in Latin letters: may be an alias)',
    ),
    level('different', 'different', differs, 'が一致しません', 'differs'),
  ];
}

export const familyName: Comparison = {
  id: 'family',
  title: { ja: '氏', en: 'Family name' },
  levels: nameLevels('氏', 'Family name', 0.006),
};

export const givenName: Comparison = {
  id: 'given',
  title: { ja: '名', en: 'Given name' },
  levels: nameLevels('名', 'Given name', 0.0004),
};

/** Code of a name level, its place in the list. */
export type NameLevelId = (typeof NAME_LEVEL_IDS)[number];
export const NAME_LEVEL_IDS = [
  'missing',
  'exact',
  'variant',
  'kana',
  'kana_notation',
  'reading',
  'latin_near',
  'other_name',
  'order',
  'kanji_only',
  'kana_only',
  'unknown_char',
  'near',
  'other_reading',
  'near_short',
  'reading_differs',
  'latin_differs',
  'different',
] as const;

export function nameCode(id: NameLevelId): number {
  return NAME_LEVEL_IDS.indexOf(id);
}

/** Levels at which a name was seen to agree, in whatever script or notation. */
export const NAME_AGREEMENT: ReadonlySet<string> = new Set<NameLevelId>([
  'exact',
  'variant',
  'kana',
  'kana_notation',
  'reading',
  'order',
]);

export const NAME_AGREEMENT_CODES: readonly number[] = NAME_LEVEL_IDS.flatMap((id, code) =>
  NAME_AGREEMENT.has(id) ? [code] : [],
);
