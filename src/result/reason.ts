import type { CandidateView, Case } from '../audit/case.js';
import { CAUSES } from '../findings/causes/index.js';
import neighbourRecord from '../findings/causes/neighbour-record.js';
import { kindOf } from '../findings/kinds/index.js';
import type { Bilingual } from '../text/bilingual.js';
import { beforeBirthOf, type Circumstances, circumstanceOf } from './circumstances.js';
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
import { isSwappedWith } from './how-related.js';
import { hasNextSerial } from './next-serial.js';
import { fitOf } from './who-fits.js';

/** A case as it is shown, and of its evidence the rows that compare an item. */
export type ReasonOf = Circumstances &
  Pick<
    Case,
    | 'cause'
    | 'candidates'
    | 'evidence'
    | 'related'
    | 'relatedCases'
    | 'twins'
    | 'doubles'
    | 'holders'
    | 'otherNames'
    | 'bearers'
    | 'isHeld'
    | 'linkedName'
  >;

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
    // Of several records each is told of as it compares with the resident.
    beside.length > 0 ? comparedWith(item.evidence, 'A', 'B') : comparedWith(item.evidence, 'B', 'A'),
    ...beside,
    fitOf(item) ?? sharersOf(item),
    bearersOf(item),
    ...(isShowingRecords(item) ? [heldOf(item), nameOf(item)] : []),
    doubleOf(item),
    twinOf(item),
    storyOf(item),
  ].filter((part) => part !== undefined);
  return {
    ja: parts.map(({ ja }) => `${ja}。`).join(''),
    en: parts.map(({ en }) => `${en}.`).join(' '),
  };
}

/** Where none of those who share the record is likely, how each of them compares with it. */
function sharersOf({ kind, candidates }: ReasonOf): Bilingual | undefined {
  if (kind !== 'shared-record') return undefined;
  const told = candidates.flatMap(
    ({ levels }, index) => comparedWith(rowsOf(levels), `C${index + 1}`, 'A') ?? [],
  );
  return told.length === 0
    ? undefined
    : { ja: told.map(({ ja }) => ja).join('。'), en: told.map(({ en }) => en).join('. ') };
}

/** What is not shown is not spoken of. */
const isShowingRecords = ({ kind, facts }: ReasonOf) =>
  kindOf(kind).isWrongLink && facts?.some(({ item }) => item === 'records') === true;

/** Of two who agree alike what parts them: one person has one record of most sources. */
function heldOf({ evidence, candidates, isHeld, holders = [] }: ReasonOf): Bilingual | undefined {
  const [first] = candidates;
  if (!isHeld || first === undefined || holders.includes('C1')) return undefined;
  if (!isWhole(evidence) || !isWhole(rowsOf(first.levels))) return undefined;
  return {
    ja: 'C1が先の手がかり: Bには同じ事務の記録が既にあり、C1にはないこと',
    en: 'What puts C1 first: B has a record of this source already, and C1 has none',
  };
}

/** Where the name is said to differ: another office knows the linked resident by it. */
function nameOf({ evidence, linkedName }: ReasonOf): Bilingual | undefined {
  const differs = evidence.some(
    ({ item, kind }) => (item === 'family' || item === 'given') && kind === 'different',
  );
  if (!differs || linkedName === undefined) return undefined;
  const form = linkedName === 'name' ? { ja: '氏名', en: 'name' } : { ja: 'カナ', en: 'kana' };
  return {
    ja: `ただし、Bのほかの記録に${form.ja}がAと同じものがあります`,
    en: `But another record of B has the ${form.en} of A`,
  };
}

/** Whether anybody else who lives here may be meant, where the kana alone say whose the record is. */
function bearersOf({ bearers, candidates }: ReasonOf): Bilingual | undefined {
  if (bearers === undefined) return undefined;
  if (bearers === 0) {
    return {
      ja: '同じカナで登録された住民は、ほかに住んでいません',
      en: 'Nobody else who lives here is registered with these kana',
    };
  }
  const labels = candidates.map((_, index) => `C${index + 1}`);
  const who = labels.length < 2 ? labels.join('') : `${labels[0]}～${labels.at(-1)}`;
  const isAll = bearers <= labels.length;
  const n = bearers.toLocaleString('en');
  return {
    ja: `同じカナの住民がほかに${n}人住んでいます（${who}${isAll ? '' : 'など'}）`,
    en: `${n} other ${bearers === 1 ? 'resident bears' : 'residents bear'} these kana and ${bearers === 1 ? 'lives' : 'live'} here (${isAll ? '' : 'among them '}${listedLabels(labels)})`,
  };
}

/** How a resident compares with the record, by levels alone. */
export function saidOf(levels: CandidateView['levels'], who: string): Bilingual | undefined {
  return comparedWith(rowsOf(levels), who, 'A');
}

/** How `who` compares with `whom`: what differs, the most decisive first; else that everything agrees, or what does. */
function comparedWith(evidence: readonly Compared[], who: string, whom: string): Bilingual | undefined {
  const differing = titlesOf(evidence.filter(({ kind, weight }) => kind === 'different' && weight < 0));
  const written = writtenOtherwise(evidence);
  if (differing.length > 0) {
    const also = written && { ja: `一致せず、${written.ja}も異なります`, en: `, and in ${written.en}` };
    return {
      ja: `${who}は${joined(differing)}が${whom}と${also?.ja ?? '一致しません'}`,
      en: `${who} differs from ${whom} in ${listed(differing)}${also?.en ?? ''}`,
    };
  }
  const stated = evidence.filter(({ kind }) => kind !== 'missing');
  if (isWhole(stated)) return wholly(evidence, who, who, whom);
  const agreeing = titlesOf(stated.filter(({ kind }) => AGREEING.has(kind)));
  if (agreeing.length === 0) {
    return (
      written && {
        ja: `${who}は${written.ja}が${whom}と異なります`,
        en: `${who} differs from ${whom} in ${written.en}`,
      }
    );
  }
  return {
    ja: `${who}は${joined(agreeing)}が${whom}と一致し${written ? `、${written.ja}が異なり` : ''}ます`,
    en: `${who} agrees with ${whom} in ${listed(agreeing)}${written ? `, but not in ${written.en}` : ''}`,
  };
}

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

const OTHER_HALF: Bilingual = {
  ja: '入れ替わりの相手は、関連する事案にあります',
  en: 'Whom it was swapped with is among the related cases',
};

/** Three or more, each with the record of the next. */
const ring = (records: number): Bilingual => ({
  ja: `${records}件の記録が順に入れ替わった形です（関連する事案）`,
  en: `${records} records seem swapped in a ring (related cases)`,
});

/** Of certificates it is their serials that follow each other: no record stands beside. */
const nextSerial = (label: string): Bilingual => ({
  ja: `Aの証明書の番号は${label}の隣で、取り違えとみられます`,
  en: `The certificate serial of A is next to that of ${label}: they seem mixed up`,
});

/** How it came about, where that says more than why the first candidate is one. */
function storyOf({ kind, cause, candidates, related, relatedCases = [] }: ReasonOf): Bilingual | undefined {
  const named = CAUSES.find(({ id }) => id === cause);
  if (named === undefined || named.id === 'unknown') return undefined;
  const next = candidates.findIndex(hasNextSerial);
  if (named.id === neighbourRecord.id && next >= 0) return nextSerial(`C${next + 1}`);
  if (kind === 'swapped-links') {
    const others = relatedCases.filter(isSwappedWith).length;
    return others > 1 ? ring(others + 1) : related.length > 0 ? OTHER_HALF : named.sentence;
  }
  return candidates.length === 0 || named.isTelling ? named.sentence : undefined;
}
