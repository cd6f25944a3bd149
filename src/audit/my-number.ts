/** Weights of the digits before the check digit, left to right. */
export const MY_NUMBER_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * The check digit of an 個人番号 for its first 11 digits, or null unless given 11 ASCII digits.
 * Rule: 番号法総務省令 (平成26年総務省令第85号) 第5条.
 */
export function myNumberCheckDigit(first11: string): number | null {
  return /^\d{11}$/.test(first11) ? modulus11(first11, MY_NUMBER_WEIGHTS) : null;
}

/** Is this an 個人番号 by its check digit: 12 ASCII digits? Twelve zeros pass the rule but are a filler, not a number. */
export function isMyNumber(digits: string): boolean {
  return /[1-9]/.test(digits) && endsWithCheckDigit(digits, 12, MY_NUMBER_WEIGHTS);
}

/** Does the last of `length` digits follow from those before it by modulus 11, as in numbers and resident codes? */
export function endsWithCheckDigit(digits: string, length: number, weights: readonly number[]): boolean {
  if (digits.length !== length || !/^\d+$/.test(digits)) return false;
  return modulus11(digits, weights) === digits.charCodeAt(length - 1) - 48;
}

function modulus11(digits: string, weights: readonly number[]): number {
  const rest = weightedSum(digits, weights) % 11;
  return rest <= 1 ? 0 : 11 - rest;
}

/** Digits times their weights, added up. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] as number);
  return sum;
}
