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

/** What systems call a column they have no name for: 1, column1, COL_01, F1, Unnamed: 3, 項目1, 列２. */
const NO_NAME =
  /^((field|fld|column|col|item|var|f|c|x|v|unnamed|項目|列|フィールド|カラム|データ)?\d+|[a-z]{1,2})$/;

/** True of a name that tells nothing. */
export function isNoName(name: string): boolean {
  return NO_NAME.test(foldName(name).replaceAll('_', ''));
}
