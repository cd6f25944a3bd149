/**
 * Marks without width: those that say which way to read (Windows puts them round a copied number), joiners, soft hyphens,
 * byte order marks, variation selectors.
 */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/** A text without marks that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

const FORMULA = /^=\s*"([^"]*)"$/u;
const QUOTED = /^(["'\u2018\u2019\u201c\u201d])(.*)["'\u2018\u2019\u201c\u201d]$/u;
const LEADING_QUOTE = /^['\u2018\u2019`]+/u;
/** 1.9750302E7: how Java writes a number of eight digits. Excel writes a plus, and rounds. */
const EXPONENT = /^(\d)\.(\d+)E(\d{1,2})$/u;

/**
 * What a cell says in one width, without what programs put round it: marks without width, quotes, a leading apostrophe,
 * `="…"`, and the `.0` of a whole number that was read as a fraction. For texts that could not be read as they are.
 */
export function plainCell(text: string): string {
  let plain = withoutInvisible(text).normalize('NFKC').trim();
  plain = FORMULA.exec(plain)?.[1] ?? QUOTED.exec(plain)?.[2] ?? plain.replace(LEADING_QUOTE, '');
  plain = plain.trim().replace(/^(\d+)\.0*$/u, '$1');
  const exponent = EXPONENT.exec(plain);
  if (!exponent) return plain;
  const [, first = '', digits = '', power = ''] = exponent;
  return digits.length <= Number(power) ? (first + digits).padEnd(Number(power) + 1, '0') : plain;
}
