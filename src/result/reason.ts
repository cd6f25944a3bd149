import type { CandidateView, Case } from '../audit/case.js';
import type { Evidence, LevelKind } from '../audit/evidence.js';
import { CAUSES } from '../findings/causes/index.js';
import { kindOf } from '../findings/kinds/index.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import { beforeBirthOf, type Circumstances, circumstanceOf } from './circumstances.js';

/** A case as it is shown, and of its evidence the rows that compare an item. */
export type ReasonOf = Circumstances &
  Pick<Case, 'cause' | 'candidates' | 'evidence' | 'related' | 'twins' | 'doubles'>;

/** One item of a comparison; only whether the weight is negative, and its order, count. */
type Compared = Pick<Evidence, 'item' | 'title' | 'kind' | 'weight'>;

/** Items named in the reason: more would not be read. */
const MOST_NAMED = 3;
/** So few items compared are named. */
const FEW = 2;
/** A candidate so much less likely than the first is no tie, however alike what they state is. */
const TIED_WITHIN = 5;
/** A candidate is said to fit from here on: of kinds that are no wrong link, and of those in which nobody may fit, if something differs. */
const LIKELY = 0.5;

const AGREEING: ReadonlySet<LevelKind> = new Set(['equal', 'equivalent']);

/**
 * The reason in one breath: what the kind of finding rests on, how the linked resident compares, who fits instead, how
 * it came about. Never empty, and short enough for a line of the page.
 */
export function reasonOf(item: ReasonOf): Bilingual {
  const beside = (item.beside ?? []).map(({ levels }, index) =>
    comparedWith(rowsOf(levels), `A${index + 2}`, 'B'),
  );
  const parts = [
    beforeBirthOf(item),
    circumstanceOf(item),
    comparedWith(item.evidence, 'B', 'A'),
    ...beside,
    fitOf(item),
    doubleOf(item),
    twinOf(item),
    storyOf(item),
  ].filter((part) => part !== undefined);
  return {
    ja: parts.map(({ ja }) => `${ja}。`).join(''),
    en: parts.map(({ en }) => `${en}.`).join(' '),
  };
}

/** How the linked resident compares with the record, by levels alone. */
export function saidOf(levels: CandidateView['levels']): Bilingual | undefined {
  return comparedWith(rowsOf(levels), 'B', 'A');
}

/** How `who` compares with `whom`: what differs, the most decisive first; else that everything agrees, or what does. */
function comparedWith(evidence: readonly Compared[], who: string, whom: string): Bilingual | undefined {
  const differing = titlesOf(evidence.filter(({ kind, weight }) => kind === 'different' && weight < 0));
  if (differing.length > 0) {
    return {
      ja: `${who}は${joined(differing)}が${whom}と一致しません`,
      en: `${who} differs from ${whom} in ${listed(differing)}`,
    };
  }
  const stated = evidence.filter(({ kind }) => kind !== 'missing');
  if (isWhole(stated)) return wholly(stated, who, who, whom);
  const agreeing = titlesOf(stated.filter(({ kind }) => AGREEING.has(kind)));
  if (agreeing.length === 0) return undefined;
  return {
    ja: `${who}は${joined(agreeing)}が${whom}と一致します`,
    en: `${who} agrees with ${whom} in ${listed(agreeing)}`,
  };
}

/** All that was compared agrees. Of one or two items it is said which: "every item" would promise more than they are. */
function wholly(stated: readonly Compared[], ja: string, en: string, whom: string): Bilingual {
  const titles = titlesOf(stated);
  if (titles.length > FEW) {
    return {
      ja: `${ja}は比べた全項目が${whom}と一致します`,
      en: `${en} agrees with ${whom} in every item compared`,
    };
  }
  return {
    ja: `${ja}は比べた${joined(titles)}が${whom}と一致し、ほかは比べていません`,
    en: `${en} agrees with ${whom} in ${listed(titles)}, and nothing else was compared`,
  };
}

/** Where only levels are kept: items in the order of the comparisons, whatever they weigh. */
function rowsOf(levels: CandidateView['levels']): readonly Compared[] {
  return COMPARISONS.flatMap(({ id, title }) => {
    const kind = levels[id]?.kind;
    return kind === undefined ? [] : [{ item: id, title, kind, weight: kind === 'different' ? -1 : 1 }];
  });
}

/** Titles of items, the weightiest first; family and given name together are the name. */
function titlesOf(evidence: readonly Compared[]): readonly Bilingual[] {
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

/** Who fits instead: one, or several between whom the record cannot decide. */
function fitOf({ kind, candidates, twins = [] }: ReasonOf): Bilingual | undefined {
  const [first] = candidates;
  const { isWrongLink } = kindOf(kind);
  if (first === undefined) return kind in NOBODY ? NOBODY[kind] : undefined;
  if (!isWrongLink && (first.probability ?? 0) < LIKELY) return undefined;
  if (kind in NOBODY && isFaint(first)) return faintOf(first);
  const tied = candidates.filter((other) => isAlike(first, other)).length;
  if (tied === 2 && twins.some(([one, other]) => one === 'C1' && other === 'C2')) return TWINS;
  if (tied > 1) return tieOf(tied);
  const [ja, en] = labelOf(first);
  const stated = rowsOf(first.levels).filter((row) => row.kind !== 'missing');
  return isWhole(stated)
    ? wholly(stated, ja, en, 'A')
    : { ja: `${ja}のほうがAによく合います`, en: `${en} fits A better` };
}

/** The first candidate, with why it is one, in both languages. */
function labelOf({ why: [reason] }: CandidateView): readonly [string, string] {
  return reason ? [`C1（${reason.ja}）`, `C1 (${reason.en})`] : ['C1', 'C1'];
}

/** Somebody to look at, from whom the record differs, and who is likelier not meant. */
function isFaint({ probability, levels }: CandidateView): boolean {
  return (probability ?? 1) < LIKELY && rowsOf(levels).some(({ kind }) => kind === 'different');
}

function faintOf(first: CandidateView): Bilingual {
  const [ja, en] = labelOf(first);
  const differing = titlesOf(rowsOf(first.levels).filter(({ kind }) => kind === 'different'));
  return {
    ja: `${NOBODY_ELSE.ja}。${ja}は${joined(differing)}がAと一致しません`,
    en: `${NOBODY_ELSE.en}. ${en} differs from A in ${listed(differing)}`,
  };
}

/** Which of the two is the register's own question, which has a case. */
const TWINS: Bilingual = {
  ja: 'C1とC2は同じように一致し、記録だけでは決められません。1人の二重登録か別の2人かを先に確認してください（関連する事案）',
  en: 'C1 and C2 fit equally well and the record alone cannot decide: settle first whether they are one person registered twice or two (related case)',
};

const NOBODY_ELSE: Bilingual = { ja: 'Aに合う住民は見つかりません', en: 'Nobody in the register fits A' };
const NOBODY: Readonly<Record<string, Bilingual>> = {
  'nobody-fits': NOBODY_ELSE,
  'unknown-number': NOBODY_ELSE,
  'invalid-number': NOBODY_ELSE,
  'stale-binding': NOBODY_ELSE,
};

/** The linked resident, too, may be the other row of whoever fits. */
function twinOf({ twins = [] }: ReasonOf): Bilingual | undefined {
  const own = twins.find(([one]) => one === 'B');
  return (
    own && {
      ja: `Bと${own[1]}が1人の二重登録か別の2人かを先に確認してください（関連する事案）`,
      en: `Settle first whether B and ${own[1]} are one person registered twice or two (related case)`,
    }
  );
}

/** A row that is not on the page fits as well as the candidate does. */
function doubleOf({ kind, doubles = [] }: ReasonOf): Bilingual | undefined {
  const [double] = doubles;
  if (double === undefined || !kindOf(kind).isWrongLink) return undefined;
  const [label, other] = double;
  return {
    ja: `${label}には同じ人とみられる別の行（宛名番号 ${other}）があり、記録だけでは決められません。二重登録かを先に確認してください（関連する事案）`,
    en: `Another row (resident ${other}) seems to be the same person as ${label}, and the record alone cannot decide: settle first whether they are one (related case)`,
  };
}

/** Labels of the residents between whom the record cannot decide: candidates alike, rows of one person, a row beside. */
export function tiedOf({
  kind,
  candidates,
  twins = [],
  doubles = [],
}: Pick<Case, 'kind' | 'candidates' | 'twins' | 'doubles'>): readonly string[] {
  const [first] = candidates;
  if (first === undefined || !kindOf(kind).isWrongLink) return [];
  const alike = candidates.flatMap((other, index) => (isAlike(first, other) ? [`C${index + 1}`] : []));
  if (alike.length > 1) return alike;
  return doubles.length > 0 || twins.length > 0 ? ['C1'] : [];
}

function isAlike(first: CandidateView, other: CandidateView): boolean {
  const ids = new Set([...Object.keys(first.levels), ...Object.keys(other.levels)]);
  const isSame = [...ids].every((id) => first.levels[id]?.level === other.levels[id]?.level);
  return isSame && (other.probability ?? 0) * TIED_WITHIN >= (first.probability ?? 0);
}

function tieOf(count: number): Bilingual {
  const labels = Array.from({ length: count }, (_, index) => `C${index + 1}`);
  return {
    ja: `${labels.join('と')}の${count}人が同じように一致し、記録だけでは決められません`,
    en: `${listed(labels.map((label) => ({ ja: label, en: label })))} fit equally well; the record alone cannot decide between them`,
  };
}

const OTHER_HALF: Bilingual = {
  ja: '入れ替わりの相手は、関連する事案にあります',
  en: 'Whom it was swapped with is among the related cases',
};

/** How it came about, where that says more than why the first candidate is one. */
function storyOf({ kind, cause, candidates, related }: ReasonOf): Bilingual | undefined {
  const named = CAUSES.find(({ id }) => id === cause);
  if (named === undefined || named.id === 'unknown') return undefined;
  if (kind === 'swapped-links') return related.length > 0 ? OTHER_HALF : named.sentence;
  return candidates.length === 0 || named.isTelling ? named.sentence : undefined;
}

function isWhole(levels: readonly { readonly kind: LevelKind }[]): boolean {
  const compared = levels.filter(({ kind }) => kind !== 'missing');
  return compared.length > 0 && compared.every(({ kind }) => AGREEING.has(kind));
}

function joined(titles: readonly Bilingual[]): string {
  return titles.map(({ ja }) => ja).join('・');
}

function listed(titles: readonly Bilingual[]): string {
  const words = titles.map(({ en }) => (/^C\d$/.test(en) ? en : en.toLowerCase()));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
