/** What a sheet of Excel can hold at most; a place beyond it is a broken file. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
