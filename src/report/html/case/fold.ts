import { kanaKey } from '../../../normalize/name/kana.js';

/**
 * Variant groups of names (from the MJ shrink map, the commonest ones), written as escapes because editors normalise
 * some of them. First character of a group is the one all others fold to. Only for drawing the difference
 * of two characters whose item has already been judged; no verdict hangs on it.
 */
const VARIANTS = [
  '\u9ad8\u9ad9',
  '\u5d0e\ufa11\u5d5c',
  '\u8fba\u908a\u9089',
  '\u6589\u9f4a',
  '\u658e\u9f4b',
  '\u6d5c\u6ff1\u6ff5',
  '\u5409\u{20bb7}',
  '\u6ca2\u6fa4',
  '\u5e83\u5ee3',
  '\u5cf6\u5d8b\u5d8c',
  '\u685c\u6afb',
  '\u771f\u771e',
  '\u6075\u60e0',
  '\u56fd\u570b\u5700',
  '\u6761\u689d',
  '\u702c\u7028',
  '\u9ed2\u9ed1',
  '\u6607\u66fb',
  '\u6851\u6852',
  '\u67f3\u6801\u687a',
  '\u5fb3\u5fb7',
  '\u7adc\u9f8d',
  '\u6edd\u7027',
  '\u9928\u8218',
  '\u8239\u8229',
  '\u5bcc\u51a8',
  '\u5cf0\u5cef',
  '\u5cb3\u5dbd',
  '\u66fd\u66fe',
  '\u6df5\u6e15',
  '\u6804\u69ae',
  '\u6a4b\u69d7',
  '\u6749\u6766',
  '\u5f25\u5f4c',
  '\u4e07\u842c',
  '\u585a\ufa10',
  '\u795e\ufa19',
  '\u30b1\u30f6\u304c\u30ac',
];

const FOLD = new Map(
  VARIANTS.flatMap((group) => {
    const [first, ...rest] = Array.from(group);
    return rest.map((variant): [string, string] => [variant, first!]);
  }),
);

const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const PLAIN = /^[\u4e00-\u9fff]$/;

/** Folds of one character, of which a script has so many; a page asks for the same ones all the time. */
const known = new Map<string, string>();

/** One grapheme without variation selector, width and variant: equal folds are drawn as equivalent. */
export function foldGrapheme(grapheme: string): string {
  const before = known.get(grapheme);
  if (before !== undefined) return before;
  const folded = foldOf(grapheme);
  if (grapheme.length === 1) known.set(grapheme, folded);
  return folded;
}

function foldOf(grapheme: string): string {
  if (!PLAIN.test(grapheme)) {
    const bare = grapheme.replace(SELECTORS, '');
    const wide = FOLD.get(bare) ?? bare.normalize('NFKC').toUpperCase();
    return FOLD.get(wide) ?? katakana(wide);
  }
  return FOLD.get(grapheme) ?? grapheme;
}

function katakana(text: string): string {
  return text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** Whether two kana texts are the same under the strict key: width, dakuten, small kana, dashes, blanks. */
export function sameKana(a: string, b: string): boolean {
  return kanaKey(a) === kanaKey(b);
}

const SEXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    1: '男',
    2: '女',
    M: '男',
    F: '女',
    m: '男',
    f: '女',
    male: '男',
    female: '女',
    男性: '男',
    女性: '女',
  }),
);

/** 男 or 女 for a known code or word; the text itself otherwise. */
export function sexWord(text: string): string {
  return SEXES.get(text.normalize('NFKC')) ?? text;
}
