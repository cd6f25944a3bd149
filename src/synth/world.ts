/** The day every world is seen on: the middle of the emergency review. */
export const WORLD_DAY = '2023-06-22';

/** What the steps of a world share. */
export interface World {
  readonly residents: number;
  readonly seed: number;
  readonly wrongRate: number;
  /** People made: the residents, then a few who stand in sources but not in the register. */
  readonly people: number;
  readonly nations: number;
}

/** People outside the register whose records turn up in sources all the same. */
export function outsiders(residents: number): number {
  return Math.max(8, Math.round(residents * 0.0003));
}
