import { hasUnknownCharacter } from './kanji.js';
import { cutName, type NameParts, type NameScript } from './name-parts.js';

/** Another name in the same field. `former`: 旧氏; `alias`: 通称; `latin`, `kanji`: the same name in another script. */
export interface FurtherName {
  readonly family: string;
  readonly given: string;
  readonly whole: string;
  readonly kind: 'former' | 'alias' | 'latin' | 'kanji' | 'other';
}

/** A name field taken apart. Every name is a key: see `parseName`. */
export interface NameField {
  readonly family: string;
  readonly given: string;
  readonly whole: string;
  readonly separated: boolean;
  readonly script: NameScript;
  readonly further: readonly FurtherName[];
  /** The main name holds a character that stands for one nobody can tell (●〓? or private use). */
  readonly unknown: boolean;
}

const SQUARE = '[［〔【';
const OPEN = /[[［〔【(（｛{〈＜<]/u;
const BRACKETED = /[[［〔【(（｛{〈＜<]([^[\]［］〔〕【】()（）｛｝{}〈〉＜＞<>]*)[\]］〕】)）｝}〉＞>]/u;

/** Characters of a field that are read. */
const LONGEST = 1000;

/** Abbreviated company forms in the holder of an account, such as ﾃｽﾄ(ｶ)ﾄｳｷﾖｳ: not another name. */
const COMPANY =
  /^(カ|ｶ|ユ|ﾕ|メ|ﾒ|シ|ｼ|ド|ﾄﾞ|イ|ｲ|ザイ|ｻﾞｲ|シヤ|ｼﾔ|ガク|ｶﾞｸ|フク|ﾌｸ|トクヒ|ﾄｸﾋ|シユウ|ｼﾕｳ|ドク|ﾄﾞｸ|株|有|株式会社|有限会社)$/;

const FORMER = /^\s*(旧姓|旧氏|旧名)\s*[:：]?\s*/;
const ALIAS = /^\s*(通称名?|通名|alias|a\.?k\.?a\.?)\s*[:：]?\s*/i;
const OTHER = /^\s*(本名|正式名)\s*[:：]?\s*/;

/**
 * Takes a name field apart: the main name as family and given name, and the further names it holds, all as keys
 * (`kanjiKey`; for kana `kanaKey`; for Latin capitals A-Z), ready to be compared. Shapes it knows:
 * `田中［山田］　花子` (former family name), `Marty McFly＿回到　未来（田中　五郎）` (Latin, kanji, alias),
 * `McFly, Marty`, `SMITH JOHN` and `John Smith` (family SMITH), labels such as 旧姓, titles (様, 殿, Mr).
 * It never guesses a boundary: without a separator family and given are '' and only `whole` is known (mononyms
 * too). It never reads kanji, never drops a middle name (it belongs to the given name), and leaves the company
 * suffixes of account holders (ｶ)ﾃｽﾄ) and brackets without a partner as they are. Any string is fine.
 */
export function parseName(text: string): NameField {
  // No name is as long: what was pasted into the field must not hold up the night.
  const [first = '', ...rest] = text
    .slice(0, LONGEST)
    .split(/[_＿]/)
    .filter((part) => part.trim() !== '');
  const main = parseOne(first);
  const further = [...main.further];
  for (const part of rest) {
    const next = parseOne(part);
    further.push({ ...namesOf(next.parts), kind: scriptKind(next.parts.script) }, ...next.further);
  }
  // Named one by one: spreading an object takes ten times as long as all the rest.
  const { family, given, whole, separated, script } = main.parts;
  return { family, given, whole, separated, script, further, unknown: hasUnknownCharacter(main.bare) };
}

interface One {
  readonly parts: NameParts;
  readonly further: readonly FurtherName[];
  /** The main name without its brackets and title. */
  readonly bare: string;
}

function parseOne(text: string): One {
  const further: { content: string; square: boolean; inside: boolean }[] = [];
  let bare = text;
  for (let found = nextBracket(bare); found; found = nextBracket(bare)) {
    const before = bare.slice(0, found.index);
    const after = bare.slice(found.index + found[0].length);
    const inside = before.trim() !== '' && withoutTitle(after).trim() !== '';
    further.push({ content: found[1]!, square: SQUARE.includes(found[0][0]!), inside });
    bare = `${before}\u3000${after}`;
  }
  bare = withoutTitle(bare);
  const parts = cutName(bare);
  return { parts, further: further.flatMap((name) => readBracket(name, parts)), bare };
}

/** The first pair of brackets that holds a name; undefined when there is none. */
function nextBracket(text: string): RegExpExecArray | undefined {
  if (!OPEN.test(text)) return undefined;
  const found = BRACKETED.exec(text);
  return found && !COMPANY.test(found[1]!.trim()) ? found : undefined;
}

/** A bracket after a family name alone, or a square one, holds a former family name; others hold another name. */
function readBracket(
  { content, square, inside }: { content: string; square: boolean; inside: boolean },
  main: NameParts,
): readonly FurtherName[] {
  const text = content.replace(FORMER, '').replace(ALIAS, '').replace(OTHER, '');
  if (text.trim() === '') return [];
  const parts = cutName(text);
  const former = FORMER.test(content) || (!ALIAS.test(content) && !OTHER.test(content) && (square || inside));
  if (former && !parts.separated) {
    return [{ family: parts.whole, given: main.given, whole: parts.whole + main.given, kind: 'former' }];
  }
  return [{ ...namesOf(parts), kind: former ? 'former' : bracketKind(content, parts, main) }];
}

function bracketKind(content: string, parts: NameParts, main: NameParts): FurtherName['kind'] {
  if (OTHER.test(content) || (parts.script === 'kana' && main.script === 'kanji')) return 'other';
  return 'alias';
}

function scriptKind(script: NameScript): FurtherName['kind'] {
  return script === 'latin' || script === 'kanji' ? script : 'other';
}

function namesOf({ family, given, whole }: NameParts): Omit<FurtherName, 'kind'> {
  return { family, given, whole };
}

const TITLE = /[様樣ま殿マﾏん氏生中]\s*$/u;

/** Titles at the end: 様 after two characters or more; others only as a word of their own. */
function withoutTitle(text: string): string {
  if (!TITLE.test(text)) return text;
  return text
    .replace(/(?<=\S\s*\S\s*)(様|さま|樣)\s*$/u, '')
    .replace(/(?<=\S)\s+(殿|サマ|ｻﾏ|さん|氏|先生|御中)\s*$/u, '')
    .replace(/(?<=\S\s+\S+)殿\s*$/u, '');
}
