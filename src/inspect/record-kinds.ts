/** The field of a description that says what a record is, and its codes. */
export interface RecordKinds {
  readonly field: string;
  /** The code of records that hold data. */
  readonly data: string;
  /** All codes told. */
  readonly known: readonly string[];
}

const KIND =
  /^(レコード|行)の?(区分|種別|種類|識別|タイプ|ID)(子|区分|コード|番号)?$|^(データ(区分|種別|種類)|(record|rec|row)_?(type|kind|id|class|div|kbn))$/i;
const DATA = /^(データ|明細|本体|data|detail|body)/i;
const OTHER =
  /ヘッダ|ヘダ|見出|トレーラ|トレイラ|トレーラー|エンド|終端|終了|末尾|合計|header|trailer|end|total/i;
const WORD = '[\\p{Script=Katakana}\\p{Script=Han}ー]+|[A-Za-z]+';
const CODE = '(?<![0-9A-Za-z])([0-9A-Za-z]{1,4})(?![0-9A-Za-z])';
/** ヘッダ(1) データ(2), ヘッダ=1; and 1:ヘッダ 2:データ, 「1」ヘッダ, 1 ヘッダ. */
const WORD_FIRST = new RegExp(`(${WORD})\\s*[:=(]\\s*["'「]?${CODE}`, 'gu');
const CODE_FIRST = new RegExp(`${CODE}["'」]?\\s*(?:[:=.、→-]|\\)(?=\\s*\\S))?\\s*(${WORD})`, 'gu');

/**
 * What the remarks beside a field say of the kinds of records (1:ヘッダ 2:データ 9:トレーラ). Null of a field that says something else, and
 * where not just one kind holds data.
 *
 * @param cells those of the row of the field, and of rows below that go on with its remark.
 */
export function recordKinds(field: string, cells: readonly string[]): RecordKinds | null {
  if (!KIND.test(field)) return null;
  const told = cells.map((cell) => cell.normalize('NFKC').trim());
  const all = (pattern: RegExp) => told.flatMap((cell) => [...cell.matchAll(pattern)]);
  const wordFirst = all(WORD_FIRST).map(([, word, code]) => ({ word: word!, code: code! }));
  const codeFirst = all(CODE_FIRST).map(([, code, word]) => ({ word: word!, code: code! }));
  for (const pairs of [wordFirst, codeFirst]) {
    const others = pairs.filter(({ word }) => OTHER.test(word));
    const data = pairs.filter(({ word }) => !OTHER.test(word) && DATA.test(word));
    const known = new Set([...data, ...others].map(({ code }) => code));
    if (data.length === 1 && others.length > 0 && known.size === others.length + 1)
      return { field, data: data[0]!.code, known: [...known] };
  }
  return null;
}
