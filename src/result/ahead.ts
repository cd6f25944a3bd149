import type { CandidateView, Case } from '../audit/case.js';
import { RELATIONS } from '../audit/relations.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import { joined, listed, titlesOf } from './compared.js';

/** Two are as likely as each other but for what rounds away: which of them is named first says nothing. */
const EVEN_WITHIN = 1.02;

const RESEMBLES = RELATIONS.find(({ id }) => id === 'resembles')!.title;

/** What is known of candidates beside how they compare; told only where the page shows their other records. */
export type BesideCompared = Partial<Pick<Case, 'holders'>>;

/** Both are as likely: nothing puts one before the other but their keys. */
export function isEven(first: CandidateView, other: CandidateView): boolean {
  const [one, two] = [first.probability ?? 0, other.probability ?? 0];
  return one <= two * EVEN_WITHIN && two <= one * EVEN_WITHIN;
}

export const EVEN: Bilingual = { ja: '並び順に意味はありません', en: 'their order says nothing' };

/**
 * What puts the first candidate before another of whom all that was compared agrees as well: how they came to be candidates, that the other has
 * a record of the source already, how well a name agrees; where none of these differs, how rare the name is. `label` is that of the other.
 */
export function cluesOf(
  first: CandidateView,
  other: CandidateView,
  label: string,
  { holders }: BesideCompared,
): readonly Bilingual[] {
  const isOthers = (title: Bilingual) => other.why.some(({ en }) => en === title.en);
  const ways = first.why.filter((title) => !isOthers(title) && title.en !== RESEMBLES.en);
  const holds = holders?.includes(label) && !holders.includes('C1') ? [HOLDS(label)] : [];
  // What the first states nothing of puts nobody before the other.
  const unlike = COMPARISONS.filter(({ id }) => {
    const level = first.levels[id];
    return level && level.kind !== 'missing' && level.level !== other.levels[id]?.level;
  });
  const isOfNames = unlike.length > 0 && unlike.every(({ id }) => id === 'family' || id === 'given');
  // Furigana that the register lacks are no word against anybody.
  if (isOfNames && first.items.kana?.trim() && !other.items.kana?.trim())
    return [...ways, ...holds, NO_KANA(label)];
  const titles = titlesOf(unlike.map(({ id, title }) => ({ item: id, title, ...EQUAL })));
  const manner = titles.length > 0 ? [MANNER(titles)] : [];
  const found = [...ways, ...holds, ...manner];
  return found.length > 0 ? found : [RARITY];
}

const EQUAL = { level: 'equal', kind: 'equal', weight: 0 } as const;

const HOLDS = (label: string): Bilingual => ({
  ja: `${label}には同じ事務の記録が既にあること`,
  en: `${label} has a record of this source already`,
});
const NO_KANA = (label: string): Bilingual => ({
  ja: `${label}はカナが未登録で、氏名の読みで比べたこと`,
  en: `${label} has no kana registered and was compared by how the name may be read`,
});
const MANNER = (titles: readonly Bilingual[]): Bilingual => ({
  ja: `${joined(titles)}の合い方`,
  en: `how the ${listed(titles)} agrees`,
});
const RARITY: Bilingual = { ja: '氏名の珍しさ', en: 'how rare the name is' };
