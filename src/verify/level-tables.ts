import { levelTables } from '../tables/compared.js';
import type { Brought } from '../tables/index.js';
import { PAIRED } from './compare-pairs.js';
import { COMPARISONS, KEY_COLUMNS, LEVEL_COLUMNS } from './comparisons/index.js';

/** What the comparisons bring to the tables. */
export const BROUGHT: Brought = {
  levels: LEVEL_COLUMNS,
  pairs: PAIRED,
  keys: KEY_COLUMNS.map(({ column }) => column),
  names: COMPARISONS.flatMap(({ frequency }) => (frequency ? [frequency.kana, frequency.written] : [])),
};

/** The tables with a column for every comparison. */
export const { LEVELS, PATTERN_ODDS, RIVAL_LEVELS, BESIDE_LEVELS } = levelTables(LEVEL_COLUMNS);
