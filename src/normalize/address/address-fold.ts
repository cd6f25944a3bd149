import { kanjiVariants } from '../name/kanji-variants.js';
import { isNumeral } from '../number/numerals.js';

/** Stands for any character that could not be written: ●, 〓, ?, U+FFFD, private use. */
export const UNKNOWN_CHARACTER = '●';

/**
 * Kanji that alternate in place names alone, beside the variants of names (kanji-variants.tsv): 塩釜 and 塩竈 are one city,
 * 鯵ケ沢 and 鰺ヶ沢 one town. First the one kept.
 */
const ALTERNATING = ['釜竈', '鯵鰺', '祇祗', '梼檮', '麸麩', '剥剝', '躯軀', '嘘噓', '賎賤'] as const;

const SPACE = 0x20;
const MAP = new Uint16Array(65_536);
for (let code = 0; code < 65_536; code++) MAP[code] = foldCode(code);
/** Kanji beyond the basic plane, and what they become. */
const RARE = new Map<string, string>();
foldVariants();
for (let code = 0xf900; code <= 0xfaff; code++) {
  const plain = String.fromCharCode(code).normalize('NFKC');
  if (MAP[code] === code && plain.length === 1) MAP[code] = MAP[plain.charCodeAt(0)] as number;
}
for (const [kept, ...others] of ALTERNATING.map((shapes) => [...shapes])) {
  for (const other of others) replaceEverywhere(other, kept as string);
}
map('ぁァ', 'ア');
map('ぃィ', 'イ');
map('ぅゥ', 'ウ');
map('ぇェ', 'エ');
map('ぉォ', 'オ');
map('っッ', 'ツ');
map('ゃャ', 'ヤ');
map('ゅュ', 'ユ');
map('ょョ', 'ヨ');
// Small ヵ and ヶ are one mark, 箇 written short: 六箇所村.
map('ヵゕヶゖ箇', 'ケ');
map('ヮゎ', 'ワ');
map('之乃', 'ノ');
map('\u3000\t\n\r\u00a0（）()「」『』、，,#＃"＂', ' ');
map('〓?？\u{fffd}', UNKNOWN_CHARACTER);
map('‐‑‒–—―−－─━ｰー~～〜\u{ff0d}', '-');
map('．｡。・･', '.');
for (let code = 0; code < 65_536; code++) MAP[code] = MAP[MAP[code] as number] as number;

/** Every variant of the names' table; where the form kept is beyond the basic plane, the first of its variants within is kept. */
function foldVariants(): void {
  const beyond = new Map<string, string[]>();
  for (const [from, { to }] of kanjiVariants()) {
    if (to.length > 1) beyond.set(to, [...(beyond.get(to) ?? [to]), from]);
    else if (from.length > 1) RARE.set(from, to);
    else MAP[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (const [to, group] of beyond) {
    const kept = group.find((form) => form.length === 1) ?? to;
    for (const form of group) {
      if (form.length > 1) RARE.set(form, kept);
      else MAP[form.charCodeAt(0)] = kept.charCodeAt(0);
    }
  }
}

function map(from: string, to: string): void {
  for (const character of from) MAP[character.charCodeAt(0)] = to.charCodeAt(0);
}

/** Makes one kanji another, and whatever folds to it. */
function replaceEverywhere(from: string, to: string): void {
  const [old, kept] = [MAP[from.charCodeAt(0)], MAP[to.charCodeAt(0)] as number];
  for (let code = 0; code < 65_536; code++) if (MAP[code] === old) MAP[code] = kept;
}

function foldCode(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return foldCode(code - 0xfee0);
  if (code >= 0x61 && code <= 0x7a) return code - 0x20;
  if (code >= 0x3041 && code <= 0x3096) return code + 0x60;
  if (code >= 0xe000 && code <= 0xf8ff) return UNKNOWN_CHARACTER.charCodeAt(0);
  return code;
}

const DASH = 0x2d;
const LONG_VOWEL = 0x30fc;
const GA = 0x30ac;
const KE = 0x30b1;
const KA = 0x30ab;
const REPEAT = 0x3005;
/** What spreadsheets and their exports put before a text: an apostrophe, and the = of ="…" (quotation marks are blanks). */
const LEADING = [..."'‘’`="].map((mark) => mark.charCodeAt(0));

/** Halves of surrogate pairs, variation selectors, marks without width: a text without any needs no look at whole characters. */
const MAY_BE_RARE =
  /[\ud800-\udfff\ufacf-\ufad9\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]|[\u180b-\u180f]/;
const INVISIBLE = /[\p{Variation_Selector}\p{Cf}]/u;
const RARE_CHARACTER = /[\p{Variation_Selector}\p{Cf}\ufacf-\ufad9\u{20000}-\u{3ffff}]/gu;

/** Half-width kana, loose dakuten, ligatures and enclosed characters, all of which NFKC writes out. */
const COMPATIBLE = /[\uff61-\uff9f\u3099\u309a\u2100-\u217f\u2460-\u24ff\u3200-\u33ff]/u;

/**
 * An address in one notation of characters: ASCII digits and capitals, katakana without small letters, one kind
 * of dash, ケ for ヶ, ヵ, が, ガ and カ before a kanji, variants of kanji in one form, unknown characters ●. Blanks before the
 * first digit go, later ones become one. Idempotent.
 */
export function foldAddress(text: string): string {
  const source = plainCharacters(text);
  const units = source.length <= SCRATCH.length ? SCRATCH : new Uint16Array(source.length);
  let length = 0;
  let last = 0;
  let digitSeen = false;
  for (let i = 0; i < source.length; i++) {
    let code = MAP[source.charCodeAt(i)] as number;
    if (code === SPACE || (length === 0 && LEADING.includes(code))) {
      if (!digitSeen || last === SPACE) continue;
    } else if (code === DASH) {
      if (isKatakana(last) && (source.charCodeAt(i) === LONG_VOWEL || isKatakana(nextCode(source, i)))) {
        code = LONG_VOWEL;
      }
    } else if (code === GA || code === KE || code === KA) {
      // カ alone is the particle only between two kanji: 希望カ丘, not ニツカ町.
      const joins = isKanji(nextCode(source, i)) && (code !== KA || isKanji(last) || isAsciiDigit(last));
      code = joins ? KE : code;
    } else if (code === REPEAT) {
      // 代々木 is 代代木; 百々 stays, since 百百 would be a number.
      if (isKanji(last) && !isNumeral(last)) code = last;
    } else if (isAsciiDigit(code)) digitSeen = true;
    units[length++] = code;
    last = code;
  }
  return textOf(units, last === SPACE ? length - 1 : length);
}

/** Reused from call to call: building a string letter by letter costs three times as much. */
const SCRATCH = new Uint16Array(256);

function textOf(units: Uint16Array, length: number): string {
  if (length <= SCRATCH.length) {
    return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  }
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(units[i] as number);
  return text;
}

function plainCharacters(text: string): string {
  const plain = COMPATIBLE.test(text) ? text.normalize('NFKC') : text;
  return MAY_BE_RARE.test(plain) ? plain.replace(RARE_CHARACTER, plainCharacter) : plain;
}

function plainCharacter(rare: string): string {
  if (INVISIBLE.test(rare)) return '';
  const plain = rare.normalize('NFKC');
  return RARE.get(rare) ?? RARE.get(plain) ?? plain;
}

/** The folded character after place `i`, blanks left out. */
function nextCode(source: string, i: number): number {
  let at = i + 1;
  while (at < source.length && MAP[source.charCodeAt(at)] === SPACE) at++;
  return at < source.length ? (MAP[source.charCodeAt(at)] as number) : 0;
}

/** Is this UTF-16 unit a katakana letter, or the long-vowel mark? */
function isKatakana(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30a1 && code <= 0x30fc && code !== 0x30fb;
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Is this UTF-16 unit a kanji of the basic plane, or 々? */
export function isKanji(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005;
}
