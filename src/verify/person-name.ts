import { kanaKey } from '../normalize/name/kana.js';
import { hasUnknownCharacter } from '../normalize/name/kanji.js';
import { type NameField, parseName } from '../normalize/name/name.js';
import { holdsSimplified } from '../normalize/name/simplified.js';

/** The name texts of a record or a resident, as read; null when missing. */
export interface NameTexts {
  readonly name: string | null;
  readonly kana: string | null;
  readonly formerName: string | null;
  readonly alias: string | null;
}

/** A family or given name: key of its written form (kanji or Latin) and of its kana, '' when not known. */
export interface NamePart {
  readonly written: string;
  readonly kana: string;
  /** The written form before folding, to tell a variant from an identical text; '' when it was not separable. */
  readonly raw: string;
  /** The whole name holds characters that only simplified Chinese has, or stands beside Latin letters. */
  readonly chinese?: boolean;
}

/** One name of a person. Without a separator only the wholes are known and both parts are empty. */
export interface PersonName {
  readonly family: NamePart;
  readonly given: NamePart;
  readonly writtenWhole: string;
  /** The whole before folding, without blanks; '' where it is not character for character what was folded. */
  readonly rawWhole: string;
  readonly kanaWhole: string;
  readonly latin: boolean;
  /** Words of a Latin name in alphabetical order, '' for others: the order of names differs between exports. */
  readonly words: string;
  /** The same in their order. */
  readonly latinWords: readonly string[];
  /** Keys of the words of the kana, as written; none where it is not kana alone. */
  readonly kanaWords: readonly string[];
  readonly unknown: boolean;
}

/** All names of a person: the main one and former names, aliases and other scripts; of a Latin name also what it is in kanji. */
export interface PersonNames {
  readonly main: PersonName;
  readonly others: readonly PersonName[];
  /** The same name in kanji, of a field that has both (CHUN SUNMI＿全　善美); it is among the others, too. */
  readonly inKanji: readonly PersonName[];
}

/** Parses the name texts of a person. Nothing is kept: to look up so long a text costs more than to parse it. */
export function personNames(texts: NameTexts): PersonNames {
  return namesIn(texts.kana !== null && KANJI.test(texts.kana) ? kanjiOutOfKana(texts) : texts);
}

/** Kanji but for those that stand in kana for the letters that they look like (力トウ, リ一ナ). */
const KANJI = /(?![一二三八千力口夕工卜才])\p{Script=Han}/u;

/**
 * Kanji in the column of kana are the name: rows whose two columns changed places, or that have no other. Where the name
 * stands beside them, they say no more than it does.
 */
function kanjiOutOfKana(texts: NameTexts): NameTexts {
  const { name, kana } = texts;
  if (kana === null || parseName(kana).script !== 'kanji') return texts;
  if (name === null) return { ...texts, name: kana, kana: null };
  const written = parseName(name);
  if (written.script === 'kana') return { ...texts, name: kana, kana: name };
  return written.whole === parseName(kana).whole ? { ...texts, kana: null } : texts;
}

function namesIn(texts: NameTexts): PersonNames {
  const written = texts.name ? parseName(texts.name) : null;
  const kana = texts.kana ? parseName(texts.kana) : null;
  const inKana = written?.script === 'kana';
  const main = inKana
    ? toName(null, kana ?? written, '', (kana ? texts.kana : texts.name) ?? '')
    : kana?.script === 'latin'
      ? toName(written ?? kana, null, (written ? texts.name : texts.kana) ?? '')
      : toName(written, kana, texts.name ?? '', texts.kana ?? '');
  const others = [
    // Latin letters in the column of kana are a name in another script.
    ...(written && kana?.script === 'latin' ? [toName(kana, null, texts.kana ?? '')] : []),
    ...(written?.further ?? []).map((field) => furtherName(field, main.latin)),
    ...(kana?.further ?? []).map((field) => toName(null, field, '')),
    ...[texts.formerName, texts.alias].flatMap((text) => (text ? otherNames(parseName(text)) : [])),
  ];
  const inKanji = main.latin
    ? (written?.further ?? []).filter(({ kind }) => kind === 'kanji').map((field) => furtherName(field, true))
    : [];
  return { main, others, inKanji };
}

/** Another writing of a name, which beside Latin letters is one of China or Korea. */
function furtherName(field: Field, isAbroad: boolean): PersonName {
  const name = toName(field, null, '');
  if (!isAbroad) return name;
  return { ...name, family: { ...name.family, chinese: true }, given: { ...name.given, chinese: true } };
}

function otherNames(field: NameField): PersonName[] {
  return [field, ...field.further].map((name) => {
    const kana = 'script' in name && name.script === 'kana';
    return kana ? toName(null, name, '') : toName(name, null, '');
  });
}

type Field = Pick<NameField, 'family' | 'given' | 'whole'> & { readonly script?: NameField['script'] };

function toName(written: Field | null, kana: Field | null, raw: string, rawKana = ''): PersonName {
  const [rawFamily = '', rawGiven = '', more] = raw
    .replace(CELL_MARKS, '')
    .trim()
    .split(/[ 　]+/);
  const latin = /^[\p{Script=Latin}\s'.-]+$/u.test(written?.whole ?? '');
  const split = rawGiven !== '' && more === undefined;
  const words = latin ? wordsOf(raw) : [];
  const chinese = written !== null && holdsSimplified(raw);
  return {
    family: {
      written: written?.family ?? '',
      kana: kana?.family ?? '',
      raw: split ? rawFamily : '',
      chinese,
    },
    given: { written: written?.given ?? '', kana: kana?.given ?? '', raw: split ? rawGiven : '', chinese },
    writtenWhole: written?.whole ?? '',
    rawWhole: rawWholeOf(raw, written?.whole ?? ''),
    kanaWhole: kana?.whole ?? '',
    latin,
    words: words.toSorted().join(' '),
    latinWords: words,
    kanaWords: kana ? kanaWordsOf(rawKana, kana.whole) : [],
    unknown: written !== null && hasUnknownCharacter(written.whole),
  };
}

/** What spreadsheets put round a text: an apostrophe, quotes, ="…". */
const CELL_MARKS = /^[\s='’‘`"“]+|["”\s]+$/gu;

/** A bracket, a title or a mark without width leave nothing to compare character by character. */
function rawWholeOf(raw: string, whole: string): string {
  const bare = raw.replace(/[ 　]/gu, '');
  return [...bare].length === [...whole].length ? bare : '';
}

function wordsOf(raw: string): readonly string[] {
  const letters = raw
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase();
  return letters.match(/[A-Z]+/g) ?? [];
}

/** Words of a kana text that make up this whole; none where the text holds more (brackets, titles). */
function kanaWordsOf(raw: string, whole: string): readonly string[] {
  const words = raw
    .split(/[\s・･]+/)
    .map(kanaKey)
    .filter((word) => word !== '');
  return words.join('') === whole ? words : [];
}
