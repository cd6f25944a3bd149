import { isColumnName } from '../audit/header-names.js';
import { type NamedAs, namedAs } from '../audit/item-names.js';
import { enumerated } from './enumerated.js';
import type { InspectedColumn } from './inspection.js';
import { NAME, plainCell } from './layout-table.js';

/** Words beside the names of columns in the header of a list of them. */
const BESIDE =
  /^(項番|番号|no|#|列|列番号?|順番?|(項目|データ)?(型|属性|種別|タイプ|形式)|(最大)?(桁数|長さ?|文字数|バイト数|サイズ)|開始(位置)?|必須|説明|内容|備考|摘要|例|キー|主キー|pk|null|type|length|size|description|note|remarks?|required)$/;

/**
 * Lists of names of columns, in their order, that the rows of a file may be: a table of them with a header, a numbered list, one with marks before
 * its lines, or one line of names. The likeliest first.
 */
export function columnLists(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const cells = withoutFrame(rows.map((row) => row.map((cell) => cell.normalize('NFKC').trim())));
  const filled = cells.filter((row) => row.some((cell) => cell !== ''));
  const found = [listed(cells), numbered(filled), ...enumerated(rows).map(named), oneLine(filled)];
  return found.filter((names) => names !== null);
}

/** The likeliest of them. Null of anything else. */
export function columnList(rows: readonly (readonly string[])[]): readonly string[] | null {
  return columnLists(rows)[0] ?? null;
}

/** Without lines that only part others, and the empty cells before those of a table that is drawn with bars. */
function withoutFrame(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const said = rows.filter((row) => !row.every((cell) => /^[-=_+─━＝ー*]*$/u.test(cell)) || isBlank(row));
  const isDrawn = said.every((row) => isBlank(row) || row[0] === '' || row.length === 1);
  return isDrawn ? said.map((row) => (row[0] === '' ? row.slice(1) : row)) : said;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
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
      if (type === 'empty') return true;
      const said = saidOfNumber(names[at]!);
      // What has the number's name among others (個人番号の有無) may be anything but the number.
      return type === 'my-number' ? said.length > 0 : !said.includes('whole');
    })
  );
}

function saidOfNumber(name: string): readonly NamedAs['strength'][] {
  return [true, false].flatMap((register) =>
    namedAs(name, register).flatMap(({ item, strength }) =>
      item === 'my_number' && strength !== 'other' ? [strength] : [],
    ),
  );
}
