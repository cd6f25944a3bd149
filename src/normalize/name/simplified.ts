import { readFileSync } from 'node:fs';
import { once } from '../once.js';

/**
 * What a character simplified in China is besides: `one`, nothing (陈 is 陳); `several`, one of these (发 is 発 or 髪);
 * `japanese`, a character of Japanese names too (叶 is 葉, and a name of its own); `variant`, folded by the variants' table.
 */
type Use = 'one' | 'several' | 'japanese' | 'variant';

interface Simplified {
  /** The characters it may stand for, the one for `one`. */
  readonly targets: string;
  readonly use: Use;
}

const TABLE = once(() => {
  const table = new Map<string, Simplified>();
  for (const line of readFileSync(new URL('../data/simplified.tsv', import.meta.url), 'utf8').split('\n')) {
    const [simplified = '', targets, use] = line.split('\t');
    if (targets !== undefined) table.set(simplified, { targets, use: use as Use });
  }
  return table;
});

/** The one Japanese form of a character that Japanese texts do not have; undefined for any other. */
export function unsimplified(char: string): string | undefined {
  const entry = TABLE().get(char);
  return entry?.use === 'one' ? entry.targets : undefined;
}

/** By UTF-16 unit, whether a character that is written in simplified Chinese only may begin with it: most texts hold none. */
const MAY_BEGIN = once(() => {
  const units = new Uint8Array(0x10000);
  for (const [char, { use }] of TABLE()) if (use !== 'japanese') units[char.charCodeAt(0)] = 1;
  return units;
});

/** Does a text hold a character that is written in simplified Chinese only? */
export function holdsSimplified(text: string): boolean {
  const mayBegin = MAY_BEGIN();
  for (let i = 0; i < text.length; i++) {
    if (mayBegin[text.charCodeAt(i)] === 0) continue;
    const use = TABLE().get(String.fromCodePoint(text.codePointAt(i)!))?.use;
    if (use !== undefined && use !== 'japanese') return true;
  }
  return false;
}

/**
 * Whether one character of a key may be the simplified form of another. One that is Japanese too stands for another only
 * in a name that is `chinese`, or 里見 were 裏見.
 */
export function mayStandFor(simplified: string, char: string, chinese: boolean): boolean {
  const entry = TABLE().get(simplified);
  if (entry === undefined || (entry.use === 'japanese' && !chinese)) return false;
  return entry.targets.includes(char);
}
