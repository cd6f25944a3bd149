import type { ItemRow } from '../audit/case.js';
import { COMPARISONS, tellsPlace } from '../verify/comparisons/index.js';

/** The rows of a comparison table, as the comparisons say. */
export const ITEM_ROWS: readonly ItemRow[] = [...new Set(COMPARISONS.flatMap(({ rows }) => rows))].map(
  (item) => ({
    item,
    judgedBy: COMPARISONS.flatMap(({ id, row }) => (row === item ? [id] : [])),
    always: COMPARISONS.some(({ rows, optional }) => rows.includes(item) && !optional),
    tellsPlace: tellsPlace(item),
  }),
);
