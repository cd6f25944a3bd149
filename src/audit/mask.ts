/**
 * Twelve digits, ASCII or full width: with a blank or hyphen between any two, in three groups of four with other marks
 * between them, or twelve and more in a row (a digit beside a number must not show it).
 */
const TWELVE_DIGITS = new RegExp(
  [
    '(?<![0-9０-９])(?:[0-9０-９][\\s\\-－]?){11}[0-9０-９](?![0-9０-９])',
    '(?<![0-9０-９])(?:[0-9０-９]{4}[\\p{P}\\p{S}\\p{Z}ー]{1,3}){2}[0-9０-９]{4}(?![0-9０-９])',
    '[0-9０-９]{12,}',
  ].join('|'),
  'gu',
);

const TIMESTAMP = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/;

/** Hides what could be a My Number written into a name or address: all but the last four digits become ＊. */
export function maskNumbers(text: string): string {
  if (text.length < 12) return text;
  return text.replace(
    TWELVE_DIGITS,
    (run) => `${'＊'.repeat(8)}${run.replace(/[^0-9０-９]/gu, '').slice(-4)}`,
  );
}

/** Puts the separators into a time of 12 or 14 digits, so that it reads as a time and not as a number. */
export function spacedTime(text: string): string {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return text;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day} ${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
}
