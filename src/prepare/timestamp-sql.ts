/** The usual notations of a date with a time of day, by their length: read in SQL, as `parseTimestamp` reads them. */
const NOTATIONS: readonly (readonly [length: number, formats: readonly string[]])[] = [
  [14, ['%Y%m%d%H%M%S']],
  [19, ['%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S', '%Y/%m/%d %H:%M:%S']],
];

/** Seconds of a text in one of the usual notations, NULL for any other: what remains goes through `dict_time`. */
export function plainTime(text: string): string {
  const cases = NOTATIONS.map(
    ([length, formats]) =>
      `WHEN ${length} THEN try_strptime(${text}, [${formats.map((format) => `'${format}'`).join(', ')}])`,
  );
  // A year begins with a digit that is not 0, else the text is padded with blanks or is no year at all.
  return `CASE WHEN regexp_full_match(${text}, '[1-9][0-9T :/-]*[0-9]')
    THEN CAST(epoch(CASE length(${text}) ${cases.join(' ')} END) AS BIGINT) END`;
}

/** The dictionary value of a time: NULL where `plainTime` has read it, so that no dictionary grows to the size of a file. */
export function timeValue(text: string): string {
  return `CASE WHEN ${plainTime(text)} IS NULL THEN ${text} END`;
}
