/** Turns characters that XML cannot hold back: a workbook writes a return as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** A number as it is, without exponent where it is whole. */
export function numberText(written: string): string {
  const value = Number(written);
  if (Number.isNaN(value)) return written;
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** A moment of a sheet, which has no zone, in ISO form; a midnight is a date. */
export function dateText(moment: Date): string {
  return moment.toISOString().replace(/T00:00:00\.000Z$|\.000Z$/, '');
}
