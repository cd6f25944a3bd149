/** A link graded wrong, with the resident who fits best instead (null when nobody does). */
export interface WrongLink {
  readonly lid: number;
  readonly src: number;
  readonly rid: number;
  readonly owner: number | null;
  /**
   * Rows from this record to the one whose linked resident is the owner (−2 … 2), where there is one near; without an
   * owner to the one whose resident has the record's name.
   */
  readonly shift: number | null;
}

/** How wrong links hang together: number of the swap or row shift of a link, and how many links are in it. */
export interface Shape {
  readonly id: number;
  readonly length: number;
}
