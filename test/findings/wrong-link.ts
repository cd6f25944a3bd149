import type { WrongLink } from '../../src/findings/wrong-link.js';

export const link = (
  lid: number,
  rid: number,
  owner: number | null,
  shift: number | null = null,
  src = 0,
): WrongLink => ({
  lid,
  src,
  rid,
  owner,
  shift,
});
