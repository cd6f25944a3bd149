/** How a column writes its dates, as a pipeline file names it. */
export type DateFormat =
  | 'iso'
  | 'slash'
  | 'yyyymmdd'
  | 'wareki'
  | 'era-code-12345'
  | 'era-code-13579'
  | 'jpki';

/** What a date says before it is judged: -1 not written, 0 written as unknown. `year` is as written (50, 1975). */
export interface WrittenDate {
  /** Index into ERAS, or -1. */
  era: number;
  year: number;
  month: number;
  day: number;
  approximate: boolean;
}
