import type { Case, RelatedCase } from '../audit/case.js';
import { RELATIONS } from '../audit/relations.js';
import invalidNumber from '../findings/kinds/invalid-number.js';
import type { Bilingual } from '../text/bilingual.js';
import { isAtHome, withSameNumber } from './how-related.js';
import { withOriginals } from './originals.js';

type OfNumber = Pick<Case, 'kind' | 'candidates'> &
  Partial<Pick<Case, 'facts' | 'holders' | 'originals' | 'relatedCases'>>;

const words = (ja: string, en: string): Bilingual => ({ ja, en });

/**
 * Of a number that nobody has: what other records with it, those of one home, or what the likeliest resident holds already say of it, and what
 * is done where the original has that number too.
 */
export function numberAdvice(item: OfNumber, isProtected: boolean): Bilingual {
  const { kind, relatedCases = [], candidates, originals } = item;
  const told =
    ofSlips(relatedCases) ??
    (candidates.length > 0 ? ofCandidate(item) : undefined) ??
    ofSameNumber(relatedCases) ??
    (kind === invalidNumber.id ? OF_INVALID : ofNobody(item, isProtected));
  return withOriginals(told, originals);
}

const idsOf = (cases: readonly RelatedCase[]) => cases.map(({ id }) => id);

/** Which of two numbers is the mistaken one only paper tells, unless a check digit does: how both stand is told of the related case. */
export function ofSlips(related: readonly RelatedCase[]): Bilingual | undefined {
  const ids = idsOf(related.filter(({ isSlip }) => isSlip));
  if (ids.length === 0) return undefined;
  return words(
    `同じ人とみられる記録（${ids.join('、')}）と番号が1～2桁だけ違います。どちらかの番号の記入・入力誤りとみて、両方の番号を原本と見比べます。`,
    `The number is a digit or two off that of what seems to be the same person (${ids.join(', ')}): compare both numbers with the originals, one is likely mistyped.`,
  );
}

/** So many cases are named in a line. */
const FEW = 2;

const named = (ids: readonly string[]) =>
  ids.length > FEW
    ? words(`${ids[0]!}など${ids.length}件`, `${ids[0]!} and ${ids.length - 1} more`)
    : words(ids.join('、'), ids.join(', '));

/** Two offices do not mistake one number for another in the same way; of two people at least one has another's. */
function ofSameNumber(related: readonly RelatedCase[]): Bilingual | undefined {
  const of = (whose: 'same' | 'another') => idsOf(related.filter(({ how }) => withSameNumber(how) === whose));
  const [same, another] = [of('same'), of('another')];
  if (another.length > 0) {
    const { ja, en } = named(another);
    return words(
      `同じ番号で氏名の表記が異なる記録があります（${ja}）。別人なら一方の番号は誤りなので、両方を原本と見比べます。`,
      `${en} has the number under another name: if they are two people one number is wrong, so compare both with the originals.`,
    );
  }
  if (same.length === 0) return undefined;
  const { ja, en } = named(same);
  return words(
    `同じ氏名・同じ番号の記録が別にもあり（${ja}）、番号は正しいとみられます。転出・死亡などを確かめて3です。`,
    `${en} has the same name and number, which seems right then: 3 once it is known to be of somebody who has left or died.`,
  );
}

const SLIPS: ReadonlySet<string> = new Set(
  RELATIONS.filter(({ id }) => id === 'number-slip' || id === 'number-near').map(({ title }) => title.en),
);

/** Whether the record would be the candidate's first of its source, where the page shows that. */
function ofCandidate({ candidates, facts = [], holders = [], originals }: OfNumber): Bilingual | undefined {
  if (!candidates[0]!.why.some(({ en }) => SLIPS.has(en))) return undefined;
  const row = facts.find(({ item }) => item === 'records');
  const held = !row?.candidates[0]
    ? words('', '')
    : holders.includes('C1')
      ? words('C1には同じ事務の記録が既にあります。', 'C1 has a record of this source already. ')
      : words('C1に同じ事務の記録はまだありません。', 'C1 has no record of this source yet. ');
  // What a town's systems know people by nobody writes by hand.
  if (originals?.key)
    return words(
      `${held.ja}{number}にAの番号の方がいれば、その方の記録かを先に確かめます。`,
      `${held.en}If somebody has the number of A in {number}, see first whether it is theirs.`,
    );
  return words(
    `${held.ja}{number}もAと同じ番号なら、書き間違いかを本人に確かめるまで4です。`,
    `${held.en}If {number} has the number of A, too: 4 until C1 has been asked whether it was miswritten.`,
  );
}

const OF_INVALID = words(
  '{number}も同じ番号なら正しい番号を本人に確かめ、分からなければ2、確かめるまでは4です。',
  'If {number} has it, too, ask the person for the right one: 4 until then, 2 if nobody can tell.',
);

/** Of a protected person nothing is said of a home. */
function ofNobody({ relatedCases = [], originals }: OfNumber, isProtected: boolean): Bilingual {
  const own =
    !isProtected && relatedCases.some(({ how }) => isAtHome(how))
      ? words(
          '同じ住所の別の記録にも住民がなく、世帯ごと転出した方などとみられます。',
          'Others at this address are no residents either: the family may have left. ',
        )
      : words('', '');
  if (originals?.key)
    return words(
      `${own.ja}{number}で調べ、転出した方や住民でない方の番号なら3、分かるまでは4です。`,
      `${own.en}Look it up in {number}: 3 if it is of somebody who has left or was no resident, 4 until then.`,
    );
  return words(
    `${own.ja}{number}も同じ番号なら住基ネットなどで調べ、転出した方などと分かれば3、分かるまでは4です。`,
    `${own.en}If {number} has it, too, look the number up in the national network: 3 once it is of somebody elsewhere, 4 until then.`,
  );
}
