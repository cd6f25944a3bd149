import type { Bilingual } from '../text/bilingual.js';
import type { CandidateView, Case, Weighing } from './case.js';
import type { Shown } from './shown.js';

/** What could not be checked: rows that could not be read, and links of which nothing can be told. */
export interface Unchecked {
  readonly rejected: readonly RejectedRows[];
  readonly undecidable: readonly UndecidableLinks[];
}

/** Rows of a source that were rejected for one reason, and where the first of them stand. */
export interface RejectedRows {
  readonly source: string;
  readonly code: string;
  readonly text: Bilingual;
  readonly count: number;
  readonly places: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: string | null;
  }[];
}

/**
 * Why a link cannot be told either way: its serial is nobody's; it fits a namesake born on the same day, or somebody of the household, as well; too few items
 * are stated; who it is is contradicted, and nothing ordinary explains it.
 */
export type UndecidableReason = 'serial' | 'either' | 'little' | 'unexplained';

export const UNDECIDABLE: Readonly<Record<UndecidableReason, Bilingual>> = {
  serial: {
    ja: '証明書のシリアル番号が、今の住民の誰のものでもありません',
    en: 'The certificate serial is no present resident’s',
  },
  either: {
    ja: '同じ日に生まれた同姓同名の人、または同じ世帯の人にも合います',
    en: 'Fits a namesake born on the same day, or somebody of the household, as well',
  },
  little: { ja: '比べられる項目が少なすぎます', en: 'Too few items can be compared' },
  unexplained: {
    ja: '本人を示す項目が食い違い、通常の説明がつきません',
    en: 'An identity item contradicts, and nothing ordinary explains it',
  },
};

/** What a clerk does about a link of each reason; no decision is taken here, since what is missing is in the data. */
export const UNDECIDABLE_NEXT: Readonly<Record<UndecidableReason, Bilingual>> = {
  serial: {
    ja: '証明書が更新されていないかを発行元の記録で確かめ、今のシリアル番号で紐付け直します。',
    en: 'Ask the issuer whether the certificate was replaced, and link the record by the present serial.',
  },
  either: {
    ja: '申請書など元の書類と本人確認書類で、B と C1 のどちらの人の記録かを確かめます。',
    en: 'Find out from the application and proof of identity whether the record is of B or of C1.',
  },
  little: {
    ja: '申請書など元の書類で氏名・生年月日・住所を確かめ、足りない項目を記録に補います。',
    en: 'Look up name, date of birth and address in the application and complete the record.',
  },
  unexplained: {
    ja: '改姓・訂正などの届出を確かめます。届出がなければ、元の書類から正しい番号を調べます。',
    en: 'Look for a notice of a changed or corrected item; if there is none, look up the right number in the application.',
  },
};

/** What such a link hangs on where somebody of it is protected, and who can see that; nothing of what came of it is told. */
export const UNDECIDABLE_HIDDEN: Bilingual = {
  ja: '支援措置のため、住所の比較の結果・世帯・他の記録は表示していません。表示する項目で決められなければ、記録の番号と宛名番号を支援措置の担当（住所を閲覧できる職員）に伝え、同じ人の記録かを確かめてもらいます',
  en: 'How addresses compare, households and other records are not shown (protected person). If what is shown cannot decide, give the numbers of record and resident to the staff in charge of protected persons, who may see addresses, and ask them whose record it is',
};

/** A link of which nothing can be told as a page shows it: the record, the resident, and whom else it may fit. */
export type UndecidableView = Shown<
  Weighing &
    Pick<Case, 'rows' | 'facts'> & {
      readonly levels: CandidateView['levels'];
      /** How the two compare, and what other records say of whose it is, where anything can be said of it. */
      readonly said: readonly Bilingual[];
      /** What to do where something of somebody is hidden; null where nothing is. */
      readonly next: Bilingual | null;
    }
>;

/** Where an undecidable link stands, and what is shown of it: the page of its finding, or the two side by side. */
export interface UndecidablePlace {
  readonly recordId: string;
  readonly residentId: string | null;
  readonly file: string;
  readonly row: number;
  /** The link has a finding of another kind, whose page shows it. */
  readonly finding: { readonly id: string; readonly organisation: string } | null;
  readonly view: UndecidableView | null;
}

/** Links of a source that cannot be told for one reason, and the first of them. */
export interface UndecidableLinks {
  readonly source: string;
  readonly reason: UndecidableReason;
  readonly count: number;
  /** How many of them have a finding of another kind, and of which kinds the first finding of each is. */
  readonly cases: number;
  readonly kinds: readonly string[];
  readonly places: readonly UndecidablePlace[];
}
