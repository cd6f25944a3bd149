/** Exactly twelve digits, ASCII or full width, in a row or grouped by blanks or hyphens as on a card. */
const TWELVE_DIGITS = /(?<![0-9０-９])(?:[0-9０-９][\s\u3000\-－]?){11}[0-9０-９](?![0-9０-９])/gu;

const TIMESTAMP = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/;

/** Hides what could be a My Number written into a name or address: all but the last four digits become ＊. */
export function maskNumbers(text: string): string {
  if (text.length < 12) return text;
  return text.replace(
    TWELVE_DIGITS,
    (run) => `${'＊'.repeat(8)}${run.replace(/[\s\u3000\-－]/gu, '').slice(-4)}`,
  );
}

/** Puts the separators into a time of 12 or 14 digits, so that it reads as a time and not as a number. */
export function spacedTime(text: string): string {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return text;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day} ${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
}
