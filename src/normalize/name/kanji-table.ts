import { DASHES, isBlank, isPlainBlock, SEPARATORS } from './kana-table.js';
import { kanjiVariants, type VariantRule } from './kanji-variants.js';
import { unsimplified } from './simplified.js';

/** Why a character of a name is not itself in the key. */
export type KanjiRule =
  | VariantRule
  | 'simplified'
  | 'compatibility'
  | 'width'
  | 'case'
  | 'dash'
  | 'separator'
  | 'space'
  | 'selector'
  | 'composed'
  | 'repeat';

/** What becomes of one code point, and why; `rule` is undefined when nothing does. */
export interface Folded {
  readonly to: string;
  readonly rule: KanjiRule | undefined;
}

/** Variation selectors: standardised, and those of ideographic variation sequences (IVS). */
const SELECTOR = /[\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;

/** Full- and half-width forms, Kangxi radicals, compatibility ideographs: blocks whose NFKC is one plain letter. */
function isCompatible(code: number): boolean {
  return (
    (code >= 0xff01 && code <= 0xffef) ||
    (code >= 0x2f00 && code <= 0x2fd5) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  );
}

/** Folds one code point on its own. The result is stable: folding it again changes nothing. */
export function foldKanji(char: string): Folded {
  const variant = kanjiVariants().get(char);
  // A radical in its Chinese form (⻢) is another kanji still.
  if (variant) return { ...variant, to: unsimplified(variant.to) ?? variant.to };
  const traditional = unsimplified(char);
  if (traditional !== undefined) return { to: traditional, rule: 'simplified' };
  const code = char.codePointAt(0)!;
  if (isPlainBlock(code)) return { to: char, rule: undefined };
  if (SELECTOR.test(char)) return { to: '', rule: 'selector' };
  if (DASHES.includes(char)) return { to: 'ー', rule: char === 'ー' ? undefined : 'dash' };
  if (SEPARATORS.includes(char)) return { to: '', rule: 'separator' };
  if (isBlank(char)) return { to: '', rule: 'space' };
  if (isCompatible(code)) {
    const plain = char.normalize('NFKC');
    if (plain !== char) {
      const { to } = foldKanji(plain);
      return { to, rule: code >= 0xff00 && code <= 0xffef ? 'width' : 'compatibility' };
    }
  }
  const upper = char.toUpperCase();
  // ß and the like grow; a key keeps one character for one.
  return upper !== char && upper.length === char.length && upper.toUpperCase() === upper
    ? { to: upper, rule: 'case' }
    : { to: char, rule: undefined };
}
