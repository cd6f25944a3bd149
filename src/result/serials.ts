import type { Case } from '../audit/case.js';
import type { Bilingual } from '../text/bilingual.js';

/** A resident as likely as this is taken for the holder of the serial. */
const LIKELY = 0.5;

/** What may have become of a certificate whose serial no present resident has. */
type Fate = 'renewed' | 'ended' | 'unknown';

type OfSerial = Pick<Case, 'candidates'> & Partial<Pick<Case, 'facts'>>;

/** The person is there and has another certificate now, or none any more; or nobody fits the record. */
function fateOf({ candidates, facts }: OfSerial): Fate {
  if ((candidates[0]?.probability ?? 0) < LIKELY) return 'unknown';
  const row = facts?.find(({ item }) => item === 'serial');
  return row && row.candidates[0] === null ? 'ended' : 'renewed';
}

const REASON: Readonly<Record<Fate, Bilingual>> = {
  renewed: {
    ja: 'Aのシリアル番号は、C1の更新前のものとみられます',
    en: 'The serial of A seems to be that of C1 before a renewal',
  },
  ended: {
    ja: 'Aのシリアル番号は、C1の失効したものとみられます（今の証明書はなし）',
    en: 'The serial of A seems to be one of C1 that has ended: C1 has no certificate now',
  },
  unknown: {
    ja: 'Aのシリアル番号は不明です（今の住民にありません）',
    en: 'The certificate serial of A is unknown: no present resident has it',
  },
};

/**
 * What follows for the reviewer. Serials are told apart and never ordered: a profile of certificates promises that they are unique
 * (RFC 5280, 4.1.2.2), not that later ones are larger, and the page shows their last digits only.
 */
const ADVICE: Readonly<Record<Fate, Bilingual>> = {
  renewed: {
    ja: '番号の大小から新旧は分かりません。発行元の記録でAがC1の前の証明書なら1、別の方の証明書なら2を選びます。',
    en: 'Which serial is larger does not tell which is newer. By the issuer’s records: C1’s earlier certificate 1, somebody else’s 2.',
  },
  ended: {
    ja: '発行元の記録でAがC1の証明書だったなら、再発行の予定があれば1、なければ2、別の方の証明書でも2を選びます。',
    en: 'By the issuer’s records: C1’s, to be issued again 1; not to be, or somebody else’s 2.',
  },
  unknown: {
    ja: '転出・死亡した方か、ほかの市区町村の方の証明書とみられます。発行元の記録で失効していれば2、有効なら3を選びます。',
    en: 'It may be of somebody who has left or died, or who lives elsewhere. By the issuer’s records: ended 2, still valid 3.',
  },
};

export function serialReason(item: OfSerial): Bilingual {
  return REASON[fateOf(item)];
}

export function serialAdvice(item: OfSerial): Bilingual {
  return ADVICE[fateOf(item)];
}
