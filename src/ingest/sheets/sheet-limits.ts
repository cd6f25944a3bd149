/** What a sheet of Excel can hold at most; a place beyond it is a broken file. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Sheets of a workbook at most, and parts of its archive (a sheet has some five): each is held by its name. */
export const MAX_SHEETS = 1_000;
export const MAX_PARTS = 20_000;
