import { COMPARISONS, codesWhere, placeOf } from '../verify/comparisons/index.js';
import { nameChange } from './name-changers.js';

/** Columns of `differences`: what multiplies u of a name that differs, null where it does not. */
export const DIFFERENCES = { name_change: 'double?', half_read: 'double?' } as const;

const [FAMILY, GIVEN] = [placeOf('family'), placeOf('given')];
const UNREAD = codesWhere(COMPARISONS[GIVEN]!, ({ partly }) => partly).join(', ');

/**
 * Columns that say more of a name that differs: who changes the family name (`name-changers.ts`), and whether the kana of a given name
 * is half of its kanji (`verify/reading/half-read.ts`). `levels` is an alias of a table of levels; needs the joins of both.
 */
export const differences = (levels: string) => `${nameChange(levels)},
  CASE WHEN ${levels}.given IN (${UNREAD}) THEN 1 / coalesce(heard.given_half, 1) END AS half_read`;

/** How common the names of a pair are (in the order of COMPARISONS), with what `differences` says where they differ. */
export function withDifferences(
  relative: readonly (number | null)[],
  { name_change: change, half_read: half }: { readonly [K in keyof typeof DIFFERENCES]: number | null },
): readonly (number | null)[] {
  return relative.map((common, c) => (c === FAMILY ? change : c === GIVEN ? half : null) ?? common);
}
