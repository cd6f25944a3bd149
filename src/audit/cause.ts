import type { Bilingual } from '../text/bilingual.js';

/** What is known of a wrong link when its cause is judged. */
export interface CauseContext {
  /** Relations (bits, relations.ts) of the likeliest rightful resident; 0 when there is none. */
  readonly relations: number;
  /**
   * Relations in which other records of the linked resident, by their number or as it was found, stand to this one: adjacent row,
   * terminal, neighbouring number.
   */
  readonly holder: number;
  /** Length of the run of consecutive rows that each fit the resident of the next (or previous) row; 0 outside one. */
  readonly run: number;
  /** Length of the cycle of links whose rightful residents are each other's; 0 outside one. */
  readonly cycle: number;
  /** Whether the record agrees with the linked resident, too, in the birth date and in family or given name. */
  readonly similar: boolean;
}

/** A mechanism by which a link went wrong, with the signature that it leaves in the data. */
export interface Cause {
  readonly id: string;
  readonly title: Bilingual;
  /** The evidence, as a sentence. */
  readonly sentence: Bilingual;
  /** Says more than why the likeliest resident is a candidate: named in the reason beside that. */
  readonly isTelling: boolean;
  readonly matches: (context: CauseContext) => boolean;
}
