/** What databases write where there is no value: COPY and OUTFILE a sign of their own, other tools the word. */
export const NO_VALUES: readonly string[] = ['\\N', 'NULL', '(null)', '<NULL>', '[NULL]'];
