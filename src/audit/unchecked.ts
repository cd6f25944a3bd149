import type { Bilingual } from '../text/bilingual.js';

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
 * Why a link cannot be told either way: its serial is nobody's; it fits a namesake born on the same day as well; too few items
 * are stated; who it is is contradicted, and nothing ordinary explains it.
 */
export type UndecidableReason = 'serial' | 'either' | 'little' | 'unexplained';

export const UNDECIDABLE: Readonly<Record<UndecidableReason, Bilingual>> = {
  serial: {
    ja: '証明書のシリアル番号が、今の住民の誰のものでもありません',
    en: 'The certificate serial is no present resident’s',
  },
  either: {
    ja: '同じ日に生まれた同姓同名の人にも、同じように合います',
    en: 'Fits a namesake born on the same day as well',
  },
  little: { ja: '比べられる項目が少なすぎます', en: 'Too few items can be compared' },
  unexplained: {
    ja: '本人を示す項目が食い違い、通常の説明がつきません',
    en: 'An identity item contradicts, and nothing ordinary explains it',
  },
};

/** Links of a source that cannot be told for one reason, and the first of them. */
export interface UndecidableLinks {
  readonly source: string;
  readonly reason: UndecidableReason;
  readonly count: number;
  readonly places: readonly {
    readonly recordId: string;
    readonly residentId: string | null;
    readonly file: string;
    readonly row: number;
  }[];
}
