import { foldKanji, type KanjiRule } from './kanji-table.js';

/** What a UTF-16 unit needs: nothing, replacing on its own, or a look at its neighbours; 0 until it is first met. */
const SAME = 1;
const FOLD = 2;
const CONTEXT = 3;

const REPEAT = /[々〻ゝゞヽヾ]/;
const REPEAT_VOICED = /[ゞヾ]/;
const KANA = /[ぁ-ゖァ-ヺ]/;
const MARK = /[\u3099\u309a\u309b\u309c\uff9e\uff9f]/;

const ACTIONS = new Uint8Array(0x10000);
const FOLDED: string[] = new Array<string>(0x10000);

/** Fills in what a unit needs when it is first met: most units never are. */
function learn(code: number): number {
  const char = String.fromCharCode(code);
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const { to } = surrogate ? { to: char } : foldKanji(char);
  FOLDED[code] = to;
  const inContext = surrogate || REPEAT.test(char) || MARK.test(char);
  ACTIONS[code] = inContext ? CONTEXT : to !== char ? FOLD : SAME;
  return ACTIONS[code];
}

function actionOf(code: number): number {
  return ACTIONS[code] || learn(code);
}

/**
 * The key of a name in kanji: two notations of one name get one key. Variants of the MJ tables folded to their
 * standard form (髙 高, 邉 辺, 𠮷 吉), compatibility ideographs and variation sequences to the plain character, 々 ゝ ゞ
 * written out, letters to half-width capitals, half-width kana to full width, dashes to ー, spaces and separators
 * gone; characters that only simplified Chinese has in their Japanese form (陈 陳). Idempotent; any string is fine.
 * It never makes 斉 斎, 崎 埼 碕, 藪 籔, 杉 椙, 畑 畠 or ヶ ケ が one, never changes hiragana to katakana, and
 * leaves unknown characters (●〓?) and private-use ones as they are. Equal keys mean *equivalent*; only equal
 * texts are *identical*.
 */
export function kanjiKey(text: string): string {
  const length = text.length;
  let i = 0;
  while (i < length && actionOf(text.charCodeAt(i)) === SAME) i++;
  if (i === length) return text;
  let key = text.slice(0, i);
  while (i < length) {
    const code = text.charCodeAt(i);
    if (actionOf(code) !== CONTEXT) {
      key += FOLDED[code]!;
      i++;
      continue;
    }
    const char = String.fromCodePoint(text.codePointAt(i)!);
    key = inContext(key, char);
    i += char.length;
  }
  return key;
}

/** The key so far, with a supplementary character, a repetition mark or a combining mark added. */
function inContext(key: string, char: string): string {
  if (char.length === 2) return key + supplementary(char);
  if (REPEAT.test(char)) return key + repeated(key, char);
  if (!MARK.test(char)) return key + char;
  return key.slice(0, key.length - 1) + composed(key.slice(key.length - 1), char);
}

/** What a repetition mark stands for: 々 the character before it, ゝ the kana without and ゞ with its dakuten. */
function repeated(key: string, mark: string): string {
  if (key === '') return mark;
  const last = lastOf(key);
  if (mark === '々' || mark === '〻') return last;
  if (!KANA.test(last)) return mark;
  const plain = last.normalize('NFD')[0]!;
  return REPEAT_VOICED.test(mark) ? composed(plain, '\u3099') : plain;
}

/** The last character of a text that is not empty. */
function lastOf(text: string): string {
  const pair = text.length > 1 && (text.charCodeAt(text.length - 1) & 0xfc00) === 0xdc00;
  const last = text.slice(pair ? -2 : -1);
  return last.codePointAt(0)! > 0xffff ? last : text.slice(-1);
}

/** Kana with its dakuten or handakuten as one letter; a mark that nothing takes is dropped. */
function composed(kana: string, mark: string): string {
  if (kana === '') return '';
  const joined = (kana + (/[\u3099\u309b\uff9e]/.test(mark) ? '\u3099' : '\u309a')).normalize('NFC');
  return joined.length === 1 ? joined : kana;
}

const SUPPLEMENTARY = new Map<string, string>();

function supplementary(char: string): string {
  let folded = SUPPLEMENTARY.get(char);
  if (folded === undefined) {
    folded = foldKanji(char).to;
    SUPPLEMENTARY.set(char, folded);
  }
  return folded;
}

/**
 * The key, with the rules that made it from the text, in order of first use: provenance for "equivalent". `koseki`,
 * `jis`, `jinmei`, `joyo`, `hyogai`, `extended`, `radical`, `simplified` name the table a variant is in.
 */
export function kanjiKeyWithRules(text: string): { key: string; rules: readonly KanjiRule[] } {
  const rules = new Set<KanjiRule>();
  for (const char of text) {
    if (REPEAT.test(char)) rules.add('repeat');
    else if (MARK.test(char)) rules.add('composed');
    else {
      const { rule } = foldKanji(char);
      if (rule !== undefined) rules.add(rule);
    }
  }
  return { key: kanjiKey(text), rules: [...rules] };
}

/**
 * Marks that systems put in place of a character they could not write (● 〓 ? □ ■ U+FFFD), private-use characters
 * (外字 mean something else in every municipality) and halves of surrogate pairs.
 */
const UNKNOWN = /[●〓?？□■▲\ufffd\p{Co}\p{Cs}]/u;

/** Whether a text holds a character that stands for one nobody can tell. */
export function hasUnknownCharacter(text: string): boolean {
  return UNKNOWN.test(text);
}
