import type { ScriptData } from './viewer-data.js';

/**
 * The one global name of a page. A page opened from disk may neither fetch nor import, so its data stands in classic
 * scripts, and all that such a script can do is to call a function by a global name: `totsugo.take`.
 */
export const RECEIVER = 'totsugo';

declare const jsonOf: unique symbol;

/** JSON of a `T` that may stand in a script. */
export type ScriptJson<T> = string & { readonly [jsonOf]: T };

/** The same in pieces, some of them encoded already. */
export type ScriptJsonPieces<T> = readonly (string | Uint8Array)[] & { readonly [jsonOf]: T };

/** Longest shard in bytes of UTF-8; a browser reads it in a few milliseconds. */
export const MAX_SHARD_BYTES = 900_000;

/** Everything that could end a script, break a line of one, or turn the direction of the text of one. */
const UNSAFE =
  /[<>&\u2028\u2029\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** JSON that may stand in a classic script: `<`, line separators and direction marks are escaped. */
export function scriptJson<T>(value: T): ScriptJson<T> {
  return JSON.stringify(value).replace(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ) as ScriptJson<T>;
}

/** The pieces of a classic script that hands data to the viewer: `totsugo.take('cases', 3, {…})`. */
export function dataScript<Kind extends keyof ScriptData>(
  kind: Kind,
  number: number,
  json: ScriptJson<ScriptData[Kind]> | ScriptJsonPieces<ScriptData[Kind]>,
): readonly (string | Uint8Array)[] {
  const call = `${RECEIVER}.take(${scriptJson(kind)},${number},`;
  return typeof json === 'string' ? [`${call}${json});\n`] : [call, ...json, ');\n'];
}
