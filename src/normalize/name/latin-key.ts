/** Latin letters that do not decompose into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  Ł: 'L',
  Þ: 'TH',
  Ŋ: 'N',
  Ŧ: 'T',
  ẞ: 'SS',
  Ə: 'E',
};

/**
 * Latin text as capitals A to Z: width and case folded, diacritics dropped, hyphens, apostrophes, spaces and
 * everything else that is no letter gone. `Đỗ Thị-Ân` is DOTHIAN. It never maps ä to AE as some passports do.
 */
export function latinKey(text: string): string {
  if (/^[A-Z]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\u0000-\u007f]/g, (char) => LETTERS[char] ?? '')
    .replace(/[^A-Z]/g, '');
}
