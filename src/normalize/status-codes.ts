/** Digits to which a spreadsheet or a layout fills up a code. */
const WIDEST = 4;

/**
 * Every spelling of the codes that a pipeline file tells, with the words each stands for: as told first, then full width, the other
 * case, with and without leading zeros (YAML reads 01 as 1), and as a spreadsheet's number (1.0). A spelling of two codes is of none.
 */
export function codeSpellings(codes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const told = new Map(Object.entries(codes));
  const further = new Map<string, string | null>();
  for (const [code, words] of told)
    for (const spelling of spellingsOf(code)) {
      if (told.has(spelling)) continue;
      const other = further.get(spelling);
      further.set(spelling, other === undefined || other === words ? words : null);
    }
  for (const [spelling, words] of further) if (words !== null) told.set(spelling, words);
  return told;
}

/** What a status says in words: those of its code, or the text itself. */
export function statusWords(codes: Readonly<Record<string, string>> | undefined): (text: string) => string {
  if (codes === undefined) return (text) => text;
  const spellings = codeSpellings(codes);
  return (text) => spellings.get(text) ?? text;
}

/** A status as people are told it: the words of its code with the code behind them. */
export function statusText(codes: Readonly<Record<string, string>> | undefined): (text: string) => string {
  const words = statusWords(codes);
  return (text) => (words(text) === text ? text : `${words(text)}（${text}）`);
}

function spellingsOf(code: string): readonly string[] {
  const plain = code.normalize('NFKC').trim();
  const digits = /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : null;
  const narrow =
    digits === null
      ? [plain, plain.toLowerCase(), plain.toUpperCase()]
      : [
          ...Array.from({ length: WIDEST }, (_, width) => digits.padStart(width + 1, '0')),
          ...[`${digits}.0`, plain],
        ];
  return [...new Set([...narrow, ...narrow.map(fullWidth)])];
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
