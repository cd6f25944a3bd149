/** Longest shard in bytes of UTF-8; a browser reads it in a few milliseconds. */
export const MAX_SHARD_BYTES = 900_000;

/** Everything that could end a script, break a line of one, or turn the direction of the text of one. */
const UNSAFE =
  /[<>&\u2028\u2029\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** JSON that may stand in a classic script: `<`, line separators and direction marks are escaped. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A classic script that hands data to the viewer: `totsugo.take('cases', 3, {…})`. */
export function dataScript(kind: string, number: number, json: string): string {
  return `totsugo.take(${scriptJson(kind)},${number},${json});\n`;
}
