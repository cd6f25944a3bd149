import { isColumnName } from '../audit/header-names.js';
import { namedAs } from '../audit/item-names.js';
import type { InspectedColumn } from './inspection.js';
import { NAME, plainCell } from './layout-table.js';

/** Words beside the names of columns in the header of a list of them. */
const BESIDE =
  /^(項番|番号|no|#|列|列番号?|順番?|(項目|データ)?(型|属性|種別|タイプ|形式)|(最大)?(桁数|長さ?|文字数|バイト数|サイズ)|開始(位置)?|必須|説明|内容|備考|摘要|例|キー|主キー|pk|null|type|length|size|description|note|remarks?|required)$/;

/** Names of columns in the order of a list: a table of them with a header, a numbered list, or one line of names. Null of anything else. */
export function columnList(rows: readonly (readonly string[])[]): readonly string[] | null {
  const cells = rows.map((row) => row.map((cell) => cell.normalize('NFKC').trim()));
  const filled = cells.filter((row) => row.some((cell) => cell !== ''));
  return listed(cells) ?? numbered(filled) ?? oneLine(filled);
}

function listed(rows: readonly (readonly string[])[]): readonly string[] | null {
  for (const [at, row] of rows.entries()) {
    const header = row.map(plainCell);
    const column = header.findIndex((cell) => NAME.test(cell));
    if (column < 0 || !header.some((cell, place) => place !== column && BESIDE.test(cell))) continue;
    const names: string[] = [];
    for (const cells of rows.slice(at + 1)) {
      const name = cells[column] ?? '';
      if (name === '') break;
      names.push(name);
    }
    return named(names);
  }
  return null;
}

/** 1 宛名番号, 2 世帯番号 …, from some row on. */
function numbered(rows: readonly (readonly string[])[]): readonly string[] | null {
  const first = rows.findIndex((row) => /^1[.:)]?$/.test(row[0] ?? ''));
  if (first < 0) return null;
  const list = rows.slice(first);
  const counts = list.findIndex((row, at) => !new RegExp(`^${at + 1}[.:)]?$`).test(row[0] ?? ''));
  const own = counts < 0 ? list : list.slice(0, counts);
  return named(own.map((row) => row[1] ?? ''));
}

function oneLine(rows: readonly (readonly string[])[]): readonly string[] | null {
  return rows.length === 1 ? named(rows[0]!) : null;
}

const FEWEST = 3;

/** Names of columns, for the most part such as are known, each once. */
function named(names: readonly string[]): readonly string[] | null {
  const isList =
    names.length >= FEWEST &&
    new Set(names).size === names.length &&
    2 * names.filter(isColumnName).length >= names.length;
  return isList ? names : null;
}

/** Whether a list names the columns of a table: as many, and the number where numbers are. */
export function fitsColumns(names: readonly string[], columns: readonly InspectedColumn[]): boolean {
  return (
    names.length === columns.length &&
    columns.every(({ profile: { type } }, at) => {
      const isNumber = [true, false].some((register) =>
        namedAs(names[at]!, register).some(
          ({ item, strength }) => item === 'my_number' && strength !== 'other',
        ),
      );
      return type === 'empty' || isNumber === (type === 'my-number');
    })
  );
}
