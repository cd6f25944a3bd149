import type { CandidateView } from '../audit/case.js';
import { type Evidence, isHidden, type LevelKind } from '../audit/evidence.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { NameLevelId } from '../verify/name-levels.js';

/** One item of a comparison; only whether the weight is negative, and its order, count. */
export type Compared = Pick<Evidence, 'item' | 'title' | 'level' | 'kind' | 'weight'>;

/** Items named in the reason: more would not be read. */
const MOST_NAMED = 3;
/** So few items compared are named. */
const FEW = 2;

export const AGREEING: ReadonlySet<LevelKind> = new Set(['equal', 'equivalent']);

/** All that was compared agrees. Of one or two items it is said which: "every item" would promise more than they are, or what is hidden. */
export function wholly(compared: readonly Compared[], ja: string, en: string, whom: string): Bilingual {
  const titles = titlesOf(compared.filter(({ kind }) => kind !== 'missing'));
  const but = compared.some(isHidden) ? BUT_HIDDEN : { ja: '', en: '' };
  if (titles.length > FEW) {
    return {
      ja: `${ja}は${but.ja}比べた全項目が${whom}と一致します`,
      en: `${but.en}${en} agrees with ${whom} in every item compared`,
    };
  }
  return {
    ja: `${ja}は${but.ja}比べた${joined(titles)}が${whom}と一致し、ほかは比べていません`,
    en: `${but.en}${en} agrees with ${whom} in ${listed(titles)}, and nothing else was compared`,
  };
}

const BUT_HIDDEN: Bilingual = {
  ja: '、結果を表示しない項目を除き、',
  en: 'Leaving aside what is not shown, ',
};

/** Where only levels are kept: items in the order of the comparisons, whatever they weigh. */
export function rowsOf(levels: CandidateView['levels']): readonly Compared[] {
  return COMPARISONS.flatMap(({ id, title }) => {
    const { level, kind } = levels[id] ?? {};
    if (level === undefined || kind === undefined) return [];
    return [{ item: id, title, level, kind, weight: kind === 'different' ? -1 : 1 }];
  });
}

/** Titles of items, the weightiest first; family and given name together are the name. */
export function titlesOf(evidence: readonly Compared[]): readonly Bilingual[] {
  const names = evidence.filter(({ item }) => item === 'family' || item === 'given');
  const rows =
    names.length < 2 ? evidence : [nameOf(names), ...evidence.filter((row) => !names.includes(row))];
  return rows
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_NAMED)
    .map(({ title }) => title);
}

function nameOf(parts: readonly Compared[]): Compared {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return { ...parts[0]!, title: { ja: '氏名', en: 'name' }, weight };
}

export function isWhole(levels: readonly { readonly kind: LevelKind }[]): boolean {
  const compared = levels.filter(({ kind }) => kind !== 'missing');
  return compared.length > 0 && compared.every(({ kind }) => AGREEING.has(kind));
}

export function joined(titles: readonly Bilingual[]): string {
  return titles.map(({ ja }) => ja).join('・');
}

export function listed(titles: readonly Bilingual[]): string {
  return listedLabels(titles.map(({ en }) => en.toLowerCase()));
}

export function listedLabels(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** How names differ that a comparison explains, and the levels at which they do: in words that `differs in` goes before. */
const FORMS = [
  { ja: '漢字', en: 'the kanji', levels: ['kana_only', 'homophone'] },
  { ja: 'カナ', en: 'the kana', levels: ['kanji_only', 'other_reading'] },
  { ja: '1文字', en: 'one character', levels: ['near', 'half_written'] },
  { ja: 'カナの1文字', en: 'one kana', levels: ['near_short', 'near_known'] },
  { ja: 'ローマ字のつづり', en: 'the spelling', levels: ['misspelt'] },
] as const satisfies readonly (Bilingual & { readonly levels: readonly NameLevelId[] })[];

/** In what names differ that sound or look alike: what a comparison explains is no difference of the item, and yet tells namesakes, or sisters, apart. */
export function writtenOtherwise(evidence: readonly Compared[]): Bilingual | undefined {
  const told = FORMS.flatMap(({ ja, en, levels }) => {
    const isSo = ({ kind, level }: Compared) => kind === 'explained' && levels.some((one) => one === level);
    const titles = titlesOf(evidence.filter(isSo));
    return titles.length > 0
      ? [{ ja: `${joined(titles)}の${ja}`, en: `${en} of the ${listed(titles)}` }]
      : [];
  });
  return told.length > 0 ? { ja: joined(told), en: listedLabels(told.map(({ en }) => en)) } : undefined;
}
