import type { Bilingual } from '../text/bilingual.js';
import type { LevelKind } from './evidence.js';

/** The learned parameters as the model page shows them; weights are log2(m/u). */
export interface ModelView {
  readonly sources: Readonly<Record<string, SourceModelView>>;
  /** How many links have a probability of at least `from`, and less than that of the next. */
  readonly distribution?: readonly { readonly from: number; readonly links: number }[];
  /** Places that were renamed, as the links show, most links first; absent where there are none. */
  readonly renamings?: readonly RenamingView[];
  /** What the commonest kana given names say of sex and age, as the register has them; absent where nothing was asked of them. */
  readonly givenNames?: readonly GivenNameView[];
  /** The same by source: as many counts as the distribution has. */
  readonly distributions?: Readonly<Record<string, readonly number[]>>;
  /** Probability against what people have settled; absent before the first decision. */
  readonly reliability?: readonly ReliabilityBin[];
  /** The same of each source of which links are settled. */
  readonly reliabilities?: Readonly<Record<string, readonly ReliabilityBin[]>>;
}

/** A town or municipality, its new name, and the links and lots that say so. */
export interface RenamingView {
  readonly before: string;
  readonly after: string;
  readonly links: number;
  readonly lots: number;
  /** What says so: the links themselves, a table of the office, or a list that the program carries. */
  readonly origin: 'learned' | 'gazetteer' | 'built-in';
}

/** A kana given name: its bearers, the share of women, and the decades between which half of them were born (1950 for 1950 to 1959). */
export interface GivenNameView {
  readonly kana: string;
  readonly residents: number;
  readonly women: number;
  readonly from: number;
  readonly to: number;
}

export interface SourceModelView {
  readonly links: number;
  /** Estimated share of wrong links, and after each round of learning. */
  readonly wrongRate: number;
  readonly convergence?: readonly number[];
  readonly comparisons: readonly {
    readonly comparison: string;
    readonly title: Bilingual;
    readonly levels: readonly {
      readonly level: string;
      readonly kind: LevelKind;
      readonly title: Bilingual;
      readonly m: number;
      readonly u: number;
      readonly weight: number;
      readonly count: number;
    }[];
  }[];
}

/** Links of about one probability: how many, how many of them are wrong, and the exact 95 % interval of that share. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly links: number;
  readonly meanProbability: number;
  readonly wrongShare: number;
  readonly low: number;
  readonly high: number;
}
