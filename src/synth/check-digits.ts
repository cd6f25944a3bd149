const MY_NUMBER_WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;
const MUNICIPALITY_WEIGHTS = [6, 5, 4, 3, 2] as const;

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
}

/** The remainder a My Number's check digit is made of (0 to 10); `body` has 11 digits. Rule: 番号法総務省令 第5条. */
export function myNumberRemainder(body: string): number {
  return weighted(body, MY_NUMBER_WEIGHTS) % 11;
}

/** Check digit of a My Number's first 11 digits. */
export function myNumberCheckDigit(body: string): string {
  const remainder = myNumberRemainder(body);
  return remainder <= 1 ? '0' : String(11 - remainder);
}

/** SQL of the whole number of 12 digits from an 11-digit text expression. */
export function myNumberSql(body: string): string {
  const sum = MY_NUMBER_WEIGHTS.map(
    (weight, at) => `${weight} * CAST(substr(${body}, ${at + 1}, 1) AS INTEGER)`,
  );
  const remainder = `((${sum.join(' + ')}) % 11)`;
  return `${body} || CASE WHEN ${remainder} <= 1 THEN '0' ELSE CAST(11 - ${remainder} AS VARCHAR) END`;
}

/** Check digit of a 団体コード's first 5 digits: the last digit of 11 - (sum mod 11). */
export function municipalityCheckDigit(body: string): string {
  return String((11 - (weighted(body, MUNICIPALITY_WEIGHTS) % 11)) % 10);
}

/** Check digit of a 保険者番号: weights 2,1,2,1… from the right, the digits of the products added up. */
export function insurerCheckDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
