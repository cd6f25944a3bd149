/** What a message quotes: texts in marks, long numbers, and letters that no message of an engine is written in. */
const QUOTED = /'[^']*'?|"[^"]*"?|`[^`]*`?|\d{3,}|[^\x20-\x7e]+/g;

/** The first line of a message of foreign make, what it may quote of a record as `?`; the lines after it show rows. */
export function withoutQuotes(message: string): string {
  return message.split('\n', 1)[0]!.slice(0, LONGEST).replace(QUOTED, '?');
}

const LONGEST = 500;
