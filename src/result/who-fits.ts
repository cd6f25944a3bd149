import type { CandidateView, Case } from '../audit/case.js';
import { isHidden } from '../audit/evidence.js';
import { kindOf } from '../findings/kinds/index.js';
import type { Bilingual } from '../text/bilingual.js';
import { type BesideCompared, cluesOf, EVEN, isEven } from './ahead.js';
import {
  AGREEING,
  type Compared,
  isWhole,
  joined,
  listed,
  listedLabels,
  rowsOf,
  titlesOf,
  wholly,
  writtenOtherwise,
} from './compared.js';

/** A candidate so much less likely than the first is no tie, however alike what they state is. */
const TIED_WITHIN = 5;
/** A candidate is said to fit from here on: of kinds that are no wrong link, and of those in which nobody may fit, if something differs. */
const LIKELY = 0.5;

type FitOf = Pick<Case, 'kind' | 'candidates' | 'twins' | 'otherNames'> &
  Partial<Pick<Case, 'linked' | 'facts' | 'holders'>>;

/** Who fits instead: one, or several between whom the record cannot decide. */
export function fitOf(item: FitOf): Bilingual | undefined {
  const { kind, candidates, twins = [], linked } = item;
  const [first] = candidates;
  const { isWrongLink } = kindOf(kind);
  if (first === undefined) return kind in NOBODY ? NOBODY[kind] : undefined;
  if (!isWrongLink && (first.probability ?? 0) < LIKELY) return undefined;
  if (kind in NOBODY && isFaint(first)) return faintOf(first);
  const tied = labelsOf(candidates, (other) => isAlike(first, other));
  if (tied.length === 2 && twins.some((pair) => pair.join() === tied.join())) return TWINS(tied);
  const own = tied.length > 1 ? tieOf(tied, candidates) : oneOf(first, linked === null);
  // What is not shown of anybody is not spoken of either.
  const told = item.facts?.some((row) => row.item === 'records') ? item : {};
  const parts = [own, ...butOf(tied, candidates, told), ...alsoOf(candidates, tied, told)];
  return { ja: parts.map(({ ja }) => ja).join('。'), en: parts.map(({ en }) => en).join('. ') };
}

/** What is told of the other records of candidates. */
type OfRecords = BesideCompared & Partial<Pick<Case, 'otherNames'>>;

const FORM: Readonly<Record<'name' | 'kana', Bilingual>> = {
  name: { ja: '氏名', en: 'name' },
  kana: { ja: 'カナ', en: 'kana' },
};

/** Of those whose name is told to fit, in whose other records another one stands. */
function butOf(
  labels: readonly string[],
  candidates: readonly CandidateView[],
  { otherNames = [] }: OfRecords,
): readonly Bilingual[] {
  const isNameOf = (label: string) => {
    const { family, given } = candidateOf(candidates, label).levels;
    return [family, given].every((level) => level && (level.kind === 'missing' || AGREEING.has(level.kind)));
  };
  return otherNames
    .filter(([label]) => labels.includes(label) && isNameOf(label))
    .map(([label, form]) => ({
      ja: `ただし、${label}のほかの記録の${FORM[form].ja}はAと異なります`,
      en: `But the ${FORM[form].en} in another record of ${label} is not that of A`,
    }));
}

/** Labels of the candidates of whom something holds. */
function labelsOf(
  candidates: readonly CandidateView[],
  holds: (other: CandidateView) => boolean,
): readonly string[] {
  return candidates.flatMap((other, index) => (holds(other) ? [`C${index + 1}`] : []));
}

const candidateOf = (candidates: readonly CandidateView[], label: string) =>
  candidates[Number(label.slice(1)) - 1]!;

/** One candidate before all others, and in what even they differ; where the number is nobody's there is no resident whom they could fit better than. */
function oneOf(first: CandidateView, isAlone: boolean): Bilingual {
  const [ja, en] = labelOf(first);
  const rows = rowsOf(first.levels);
  if (isWhole(rows)) return wholly(rows, ja, en, 'A');
  const differs = differsOf(first, rows);
  if (differs) {
    return isAlone
      ? { ja: `${ja}は${differs.ja}が、ほかはAに合います`, en: `${en} ${differs.en}, and fits A in all else` }
      : {
          ja: `${ja}は${differs.ja}が、BよりはAによく合います`,
          en: `${en} ${differs.en}, but fits A better than B`,
        };
  }
  return isAlone
    ? { ja: `${ja}がAによく合います`, en: `${en} fits A well` }
    : { ja: `${ja}のほうがAによく合います`, en: `${en} fits A better` };
}

/** In what a candidate differs from the record; of a family name alone, what the register has of former ones. */
function differsOf({ items }: CandidateView, rows: readonly Compared[]): Bilingual | undefined {
  const differing = rows.filter(({ kind }) => kind === 'different');
  const written = writtenOtherwise(rows);
  if (differing.length === 0) {
    return written && { ja: `${written.ja}がAと異なります`, en: `differs from A in ${written.en}` };
  }
  const titles = titlesOf(differing);
  const isOfFamilyAlone =
    differing.some(({ item }) => item === 'family') && !differing.some(({ item }) => item === 'given');
  const former = isOfFamilyAlone ? (items.former_name?.trim() ? NOR_FORMER : NO_FORMER) : NONE;
  return {
    ja: `${joined(titles)}がAと一致しません${former.ja}`,
    en: `differs from A in ${listed(titles)}${former.en}`,
  };
}

const NONE: Bilingual = { ja: '', en: '' };
const NO_FORMER: Bilingual = { ja: '（旧氏の登録なし）', en: ' (no former name registered)' };
const NOR_FORMER: Bilingual = { ja: '（旧氏とも不一致）', en: ' (nor is the former name that of A)' };

/** Who agrees as the first of them does, though something that is no comparison puts them behind: what that is. */
function alsoOf(
  candidates: readonly CandidateView[],
  tied: readonly string[],
  told: OfRecords,
): readonly Bilingual[] {
  const [first] = candidates;
  const isContradicted = (label: string) => told.otherNames?.some(([one]) => one === label) === true;
  const labels = labelsOf(candidates, (other) => isAsGood(first!, other)).filter(
    (label) => !tied.includes(label),
  );
  if (labels.length === 0) return [];
  // Where an item is hidden that may be all the other evidence that there is.
  if (hides(first!)) {
    const { ja, en } = alsoAre(labels);
    return [{ ja: `${ja}表示する項目は同じように合います`, en: `${en}, by what is shown` }];
  }
  const byClue = new Map<string, { readonly clue: Bilingual; readonly labels: string[] }>();
  for (const label of labels.filter((one) => !isContradicted(one))) {
    const clue = aheadOf(first!, candidateOf(candidates, label), label, tied, told);
    const known = byClue.get(clue.ja);
    if (known) known.labels.push(label);
    else byClue.set(clue.ja, { clue, labels: [label] });
  }
  const alike = [...byClue.values()].map(({ clue, labels: ofClue }) => {
    const { ja, en } = alsoAre(ofClue);
    return {
      ja: `${ja}比べた項目は同じように合います（${clue.ja}）`,
      en: `${en}, by what was compared; ${clue.en}`,
    };
  });
  const apart = (told.otherNames ?? [])
    .filter(([label]) => labels.includes(label))
    .map(([label, form]) => ({
      ja: `${label}は比べた項目は合いますが、ほかの記録の${FORM[form].ja}がAと異なります`,
      en: `${label} agrees in what was compared, but the ${FORM[form].en} in another record of ${label} is not that of A`,
    }));
  return [...alike, ...apart];
}

function alsoAre(labels: readonly string[]): Bilingual {
  return {
    ja: `${labels.join('と')}も`,
    en: `So ${labels.length > 1 ? 'do' : 'does'} ${listedLabels(labels)}`,
  };
}

/** Why those who are told first are so. */
function aheadOf(
  first: CandidateView,
  other: CandidateView,
  label: string,
  tied: readonly string[],
  told: OfRecords,
): Bilingual {
  if (isEven(first, other)) return EVEN;
  const clues = cluesOf(first, other, label, told);
  return {
    ja: `${tied.join('と')}が先の手がかり: ${clues.map(({ ja }) => ja).join('・')}`,
    en: `what puts ${listedLabels(tied)} first: ${clues.map(({ en }) => en).join(', ')}`,
  };
}

/** Compares like the first, or agrees in all items in which the first does, and differs in none. */
function isAsGood(first: CandidateView, other: CandidateView): boolean {
  if (isSameLevels(first, other)) return true;
  const rows = rowsOf(other.levels);
  const stated = new Set(rows.filter(({ kind }) => kind !== 'missing').map(({ item }) => item));
  const own = rowsOf(first.levels);
  return (
    isWhole(own) && isWhole(rows) && own.every(({ item, kind }) => kind === 'missing' || stated.has(item))
  );
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
const TWINS = ([one, two]: readonly string[]): Bilingual => ({
  ja: `${one}と${two}は同じように一致し、記録だけでは決められません。1人の二重登録か別の2人かを先に確認してください（関連する事案）`,
  en: `${one} and ${two} fit equally well and the record alone cannot decide: settle first whether they are one person registered twice or two (related case)`,
});

const NOBODY_ELSE: Bilingual = { ja: 'Aに合う住民は見つかりません', en: 'Nobody in the register fits A' };
const NOBODY: Readonly<Record<string, Bilingual>> = {
  'nobody-fits': NOBODY_ELSE,
  'unknown-number': NOBODY_ELSE,
  'invalid-number': NOBODY_ELSE,
  'stale-binding': NOBODY_ELSE,
};

/** Labels of the residents between whom the record cannot decide: candidates alike, rows of one person, a row beside. */
export function tiedOf({
  kind,
  candidates,
  twins = [],
  doubles = [],
}: Pick<Case, 'kind' | 'candidates' | 'twins' | 'doubles'>): readonly string[] {
  const [first] = candidates;
  if (first === undefined || !kindOf(kind).isWrongLink) return [];
  const alike = labelsOf(candidates, (other) => isAlike(first, other));
  if (alike.length > 1) return alike;
  return doubles.length > 0 || twins.length > 0 ? ['C1'] : [];
}

function isSameLevels(first: CandidateView, other: CandidateView): boolean {
  return hasLevelsOf(first, other) && hasLevelsOf(other, first);
}

function hasLevelsOf({ levels }: CandidateView, other: CandidateView): boolean {
  for (const id in other.levels) if (levels[id]?.level !== other.levels[id]!.level) return false;
  return true;
}

/** Alike, and about as likely: of those of whom an item is hidden that would tell how it compares. */
function isAlike(first: CandidateView, other: CandidateView): boolean {
  const isNear = (other.probability ?? 0) * TIED_WITHIN >= (first.probability ?? 0);
  return (isNear || hides(first)) && isSameLevels(first, other);
}

/** How something compares is not shown, of the linked resident or a candidate. */
export function isHiding({ evidence, candidates }: Pick<Case, 'evidence' | 'candidates'>): boolean {
  return evidence.some(isHidden) || candidates.some(hides);
}

/** How something compares is not shown. */
function hides({ levels }: CandidateView): boolean {
  return Object.values(levels).some(isHidden);
}

function tieOf(labels: readonly string[], candidates: readonly CandidateView[]): Bilingual {
  const who = listedLabels(labels);
  const all = `${labels.join('と')}の${labels.length}人`;
  const tied = labels.map((label) => candidateOf(candidates, label));
  if (hides(tied[0]!)) {
    return {
      ja: `${all}が、表示する項目では同じように一致し、この画面だけでは決められません`,
      en: `${who} fit equally well in what is shown; this page alone cannot decide between them`,
    };
  }
  const order = tied.every((one) => isEven(tied[0]!, one))
    ? { ja: `（${EVEN.ja}）`, en: ` (${EVEN.en})` }
    : { ja: '', en: '' };
  return {
    ja: `${all}が同じように一致し、記録だけでは決められません${order.ja}`,
    en: `${who} fit equally well; the record alone cannot decide between them${order.en}`,
  };
}
