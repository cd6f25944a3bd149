/**
 * What a case rested on, kept with a decision so that a later night can say what has changed. Holds no value: of each
 * item one byte, by which a change is seen in 255 of 256 cases and no text can be told.
 */
export interface Marks {
  /** Tells keys apart: marks under different keys cannot be held against each other. Empty without a key. */
  readonly key: string;
  /** Bytes of the record's items, and of the linked resident's (or of the other row of the register). */
  readonly record: Readonly<Record<string, string>>;
  readonly resident: Readonly<Record<string, string>>;
  /** Level of each comparison. */
  readonly levels: Readonly<Record<string, string>>;
  /** Residents whom the record fits. */
  readonly candidates: readonly string[];
}
