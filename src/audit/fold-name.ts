import { kanaWords } from './kana-words.js';

/** Parts of a path of JSON keys that hold a record, and say nothing of it. */
const CONTAINER =
  /^(data|records?|rows?|items?|body|payload|attributes?|profile|person|personal|resident|user|customer|member|info|basic|details?|identity|root|values?|current|main|self|fields?|properties)$/i;
/** Parts that say of whom what stands below them is. */
const SOMEBODY =
  /^(spouse|head|householder|head_?of_?household|guardian|parent|father|mother|agent|proxy|representative|emergency|partner|mailing|child|applicant|insured|dependent|claimant|beneficiary|recipient)$/i;
/** Keys that mean something only with the one above them: kana.last, birth.year, case.no. */
const PART =
  /^(last|first|middle|family|given|sei|mei|full|before|previous|prev|former|prior|old|current|name|kana|kanji|furigana|year|month|day|era|gengo|[ymd]|no|num|number|id|code|cd|type|kind|value|text|line_?\d|\d|date|at|on|by|status|flag|serial|branch)$/i;

/** The last of a path of JSON keys, with those above it that it needs. */
function lastKey(path: string): string {
  const keys = path.split('.');
  const last = keys.at(-1)!;
  const above = keys.at(-2);
  const of = keys.slice(0, -1).filter((key) => SOMEBODY.test(key));
  const needed =
    above !== undefined && PART.test(last) && !CONTAINER.test(above) && !SOMEBODY.test(above) ? [above] : [];
  return [...of, ...needed, last].join('_');
}

/** What forms put before the names of their fields: ①, (1), 1. */
const ENUMERATOR =
  /^\s*(?:[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]|[（(]\d{1,2}[)）]|\d{1,2}[.．、)）](?=\D))\s*/u;

/**
 * A column name as it is compared: one width, lower case, without blanks and the brackets' own width; of a path of JSON
 * keys (`profile.name`) the last, and what it needs above it; camelCase parted like snake_case; 世帯CD as 世帯コード, 整理No. as 整理番号; names in
 * kana (ｾｲﾈﾝｶﾞｯﾋﾟ) as they are usually written; without what forms put around names (①, ※, 【必須】).
 */
export function foldName(name: string): string {
  const plain = name
    .replace(ENUMERATOR, '')
    .normalize('NFKC')
    .replace(/【(必須|任意|要?確認|入力|選択)】|[※＊*★☆●○■□◆◇]/gu, '');
  const folded = (/^[\w.]+\.\w+$/.test(plain) ? lastKey(plain) : plain.replace(/^[\w.]+\.(?=\w)/, ''))
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s\u3000"']/g, '')
    .replace(/[-.・:：/]/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/(?<=[\p{Script=Han}\p{Script=Katakana}ー])_?cd(?=$|\()/u, 'コード')
    .replace(/(?<=[\p{Script=Han}])_?no_?(?=$|\()/u, '番号');
  return kanaWords(folded);
}

/** What a header says of how a column is written, or that it must be filled: （10桁）, （コード）, （有無）, （西暦）, （必須）. */
const NOTE = /桁|バイト|文字|半角|全角|数字|コード|区分|有無|西暦|和暦|必須|任意|形式|入力|日付|yyyy/;
/** What tells two columns of one item apart. */
const SCRIPT = /カナ|かな|ガナ|がな|仮名|漢字|英字|ローマ字|kana|kanji/;

/** A folded name without such a note in brackets behind it. */
export function withoutNote(folded: string): string {
  const [, name, note] = /^([^()]+)\(([^()]*)\)$/.exec(folded) ?? [];
  return name !== undefined && NOTE.test(note!) && !SCRIPT.test(note!) ? name : folded;
}

/** Latin letters in the spelling of Hepburn with short vowels: zyuusyo, juusho and jyusho are jusho. */
export function hepburn(folded: string): string {
  return folded
    .replace(/zy|jy/g, 'j')
    .replace(/sy(?=[aou])/g, 'sh')
    .replace(/ty(?=[aou])/g, 'ch')
    .replace(/zi/g, 'ji')
    .replace(/si/g, 'shi')
    .replace(/ti(?!me)/g, 'chi')
    .replace(/tu/g, 'tsu')
    .replace(/hu/g, 'fu')
    .replace(/oo|ou/g, 'o')
    .replace(/uu/g, 'u');
}

/** What systems call a column they have no name for: 1, column1, COL_01, F1, Unnamed: 3, 項目1, 列２. */
const NO_NAME =
  /^((field|fld|column|col|colmn|item|itm|var|val|data|dt|unnamed|項目|列|フィールド|カラム|データ|[a-z]{1,2})?\d+|[a-z]{1,2})$/;

/** True of a name that tells nothing. */
export function isNoName(name: string): boolean {
  return NO_NAME.test(foldName(name).replaceAll('_', ''));
}
