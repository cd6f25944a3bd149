/**
 * A column name as it is compared: one width, lower case, without blanks and the brackets' own width; of a path of JSON
 * keys (`profile.name`) the last; camelCase parted like snake_case.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^[\w.]+\.(?=\w)/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s\u3000"']/g, '')
    .replace(/[-.・:：/]/g, '_')
    .replace(/^_+|_+$/g, '');
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

/** What systems call a column they have no name for: 1, column1, COL_01, F1, Unnamed: 3, 項目1, 列２. */
const NO_NAME =
  /^((field|fld|column|col|item|var|f|c|x|v|unnamed|項目|列|フィールド|カラム|データ)?\d+|[a-z]{1,2})$/;

/** True of a name that tells nothing. */
export function isNoName(name: string): boolean {
  return NO_NAME.test(foldName(name).replaceAll('_', ''));
}
