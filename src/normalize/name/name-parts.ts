import { cutInitialFamily } from './initial-family.js';
import { kanaKey } from './kana.js';
import { kanjiKey } from './kanji.js';
import { latinKey } from './latin-key.js';

/** What a name is written in; `kanji` may hold kana too (花のすけ), `mixed` is everything else. */
export type NameScript = 'kanji' | 'kana' | 'latin' | 'mixed';

/** One name cut into keys. Without a separator family and given are ''. `whole` is family + given. */
export interface NameParts {
  readonly family: string;
  readonly given: string;
  readonly whole: string;
  readonly separated: boolean;
  readonly script: NameScript;
}

const HAN = 1;
const KANA = 2;
const LATIN = 4;
const OTHER = 8;
/** Set on every unit that was looked at. */
const SEEN = 16;

/** The script of a code point as a bit. ー and half-width marks are modifier letters and have no script of their own. */
function scriptBit(char: string): number {
  if (/[\p{Script=Han}〇]/u.test(char)) return HAN;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char)) return KANA;
  if (/\p{Script=Latin}/u.test(char)) return LATIN;
  return /[\p{Lo}\p{Lu}\p{Ll}\p{Lt}]/u.test(char) ? OTHER : 0;
}

const BITS = new Uint8Array(0x10000);

/** The script of a UTF-16 unit, looked up once. */
function unitBits(code: number): number {
  if (BITS[code] === 0) BITS[code] = SEEN | scriptBit(String.fromCharCode(code));
  return BITS[code]!;
}

/** What the letters of a text are written in; a text without letters counts as kanji. */
function scriptOf(text: string): NameScript {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const high = code >= 0xd800 && code <= 0xdbff;
    bits |= high ? scriptBit(String.fromCodePoint(text.codePointAt(i)!)) : unitBits(code);
  }
  bits &= ~SEEN;
  if (bits === LATIN) return 'latin';
  if (bits === KANA) return 'kana';
  return (bits & (LATIN | OTHER)) === 0 ? 'kanji' : 'mixed';
}

/** The key of a text in the given script. */
function keyIn(script: NameScript, text: string): string {
  if (script === 'latin') return latinKey(text);
  return script === 'kana' ? kanaKey(text) : kanjiKey(text);
}

/** Two spaces or more, or an ideographic one: the wider gap where a name has gaps of two widths. */
const WIDE = /\s{2,}|\u3000+/;

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x3000 ||
    (code < 0x0e && code > 8) ||
    (code > 0x7f && /\s/.test(String.fromCharCode(code)))
  );
}

/** The parts between spaces; `split` with an expression would take most of the time of `parseName`. */
function spacedParts(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    // Kana and kanji are no spaces: the common case first.
    if (code > 0x3000 && code < 0xfe00) continue;
    if (!isSpace(code)) continue;
    if (i > start) parts.push(text.slice(start, i));
    start = i + 1;
  }
  return parts;
}

/** The words of a name: cut at the wide gaps where there are wide and narrow ones (田 中　花 子). */
function words(text: string): readonly string[] {
  const narrow = spacedParts(text);
  if (narrow.length < 3 || narrow.some((word) => [...word].length > 1)) return narrow;
  const wide = text.trim().split(WIDE);
  return wide.length === 2 ? wide : narrow;
}

const COMMA = /[,，、､]/;

/** The two sides of a comma; undefined where there is none, several, or nothing on one side. */
function aroundComma(text: string): readonly [string, string] | undefined {
  if (!COMMA.test(text)) return undefined;
  const [before, after, more] = text.split(COMMA);
  // K, C ANIL: the comma stands within a family name of two letters.
  const initials =
    more === undefined && latinKey(before!).length === 1
      ? cutInitialFamily(words(`${before} ${after}`))
      : null;
  if (initials) return initials;
  return more === undefined && before!.trim() !== '' && after!.trim() !== '' ? [before!, after!] : undefined;
}

/** Cuts one name (no brackets, no second name) into family and given name. Never guesses where there is no separator. */
export function cutName(text: string): NameParts {
  const script = scriptOf(text);
  const [family, given] =
    aroundComma(text) ?? (script === 'latin' ? cutLatin(words(text)) : cutJapanese(text, script));
  const familyKey = keyIn(script, family);
  const givenKey = keyIn(script, given);
  if (familyKey === '' || givenKey === '') {
    return { family: '', given: '', whole: keyIn(script, text), separated: false, script };
  }
  return { family: familyKey, given: givenKey, whole: familyKey + givenKey, separated: true, script };
}

function cutJapanese(text: string, script: NameScript): readonly [string, string] {
  let parts = words(text);
  if (parts.length === 1 && script === 'kana') parts = text.split(/[・･]/);
  return [parts[0] ?? '', parts.slice(1).join(' ')];
}

/** Words that belong to the family name after them. */
const PARTICLES = new Set(
  'VAN VON DE DER DEN DA DO DOS DAS DI DU DEL DELA DELAS DELLA DELOS LA LAS LE LOS EL AL BIN BINTI IBN TER TEN SAN STE ST'.split(
    ' ',
  ),
);
/** Middle names of Vietnam: before them LE, DO and LA are family names, and no particles. */
const MIDDLE_NAMES = new Set(
  'THI VAN DUC HUU QUANG MINH THANH NGOC XUAN DINH CONG HOANG QUOC TRONG KIM THU HONG NHAT PHUONG TUAN VIET MANH TIEN TRUNG'.split(
    ' ',
  ),
);
/** A word of Vietnamese is one syllable: DO THUY, LE ANH; ROSA and NASCIMENTO are none. */
const SYLLABLE =
  /^(?:B|CH?|D|GH?|GI|H|KH?|L|M|N|NGH?|NH|PH|QU|R|S|TH?|TR|V|X)?[AEIOUY]{1,3}(?:CH?|M|N|NG|NH|P|T)?$/;
/** One letter, with or without a full stop: J M., J.M. */
const INITIAL = /^\p{L}\p{M}*\.?(\p{L}\p{M}*\.)?$/u;
const TITLES = /^(MR|MRS|MS|MISS|DR|PROF)\.?$/i;

/**
 * Latin words as [family, given]. A residence card writes FAMILY GIVEN in capitals; mixed case is Western order,
 * and a lone word in capitals among others (Marty McFLY is not one, John SMITH is) marks the family name. Initials are
 * part of the given name, and say nothing of the order but that no family name is one: SMITH JOHN M, J M SMITH; but for the
 * family names that are two letters (`initial-family.ts`).
 */
function cutLatin(all: readonly string[]): readonly [string, string] {
  const parts = all.length > 1 && TITLES.test(all[0]!) ? all.slice(1) : all;
  if (parts.length < 2) return [parts.join(' '), ''];
  const initials = cutInitialFamily(parts);
  if (initials) return initials;
  const full = parts.filter((word) => !INITIAL.test(word));
  const capitals = parts.map((word) => !INITIAL.test(word) && word === word.toUpperCase());
  if (full.length > 0 && full.length < parts.length && INITIAL.test(parts[0]!)) {
    return [full.at(-1)!, parts.slice(0, parts.lastIndexOf(full.at(-1)!)).join(' ')];
  }
  if (full.length > 0 && full.every((word) => word === word.toUpperCase())) {
    const isVietnamese =
      MIDDLE_NAMES.has(parts[1]!.toUpperCase()) || parts.every((word) => SYLLABLE.test(word.toUpperCase()));
    const start = isVietnamese ? 0 : parts.findIndex((word) => !PARTICLES.has(word.toUpperCase()));
    const end = start < 0 || start === parts.length - 1 ? 1 : start + 1;
    return [parts.slice(0, end).join(' '), parts.slice(end).join(' ')];
  }
  if (capitals.filter(Boolean).length === 1) {
    const at = capitals.indexOf(true);
    return [parts[at]!, parts.filter((_, i) => i !== at).join(' ')];
  }
  let start = parts.length - 1;
  while (start > 1 && PARTICLES.has(parts[start - 1]!.toUpperCase())) start--;
  return [parts.slice(start).join(' '), parts.slice(0, start).join(' ')];
}
