import type { Layout } from './fixed-layout.js';
import { type RecordKinds, recordKinds } from './record-kinds.js';

/** Headers of the columns of a description of records, as offices, vendors and COBOL listings have them. */
export const NAME =
  /^((データ|デ-タ)?項目(名称?|名_?日本語|漢字名)?|(フィールド|カラム|列|データ)名称?|名称?|(和|日本語)名|(field|item|column|data|element)_?(name|nm)?|name|label)$/;
const START =
  /^((開始|先頭|相対|項目)?(位置|桁位置|バイト位置|オフセット|アドレス)|開始(桁|バイト|カラム)?(位置)?|自|(start|begin|from)(ing)?_?(pos(ition)?|byte|col(umn)?|at)?|pos(ition)?|offset|displacement)$/;
const END =
  /^((終了|最終)(位置|桁|バイト|カラム)?(位置)?|至|(end|stop|to)(ing)?_?(pos(ition)?|byte|col(umn)?|at)?)$/;
const BYTES =
  /^((項目)?バイト(数|長|サイズ)|(length|len|size|width)_?(in_?)?bytes?|bytes?(_?(length|len|size|count))?)$/;
const LENGTH =
  /^((項目|データ|フィールド|最大)?(長さ?|桁数?|文字数|サイズ|レングス)|(field_?)?(length|len|size|width|digits|lng))$/;
const TYPE =
  /^((項目)?(属性|型|種別|タイプ|データ型|文字種(別)?)|(data_?)?type|attr(ibute)?|pic(ture)?|format|形式)$/;
const TOTAL = /^(合計|総計|計|レコード長|total)$/;

/** What stands in a column of characters that take two bytes each: N, 全角, 漢字, Kanji, N(20). */
const WIDE = /^(n|k|m|g)(\(|$)|全角|漢字|日本語|^(nchar|kanji|dbcs|zenkaku)/;

interface Row {
  readonly name: string;
  readonly start: number | null;
  readonly length: number;
  readonly wide: boolean;
}

/** A description of records: its fields in bytes; where lengths may be of characters, both readings, the plain one first. */
export interface LayoutReadings {
  readonly readings: readonly Layout[];
  /** Which of the records hold data, where remarks say that others do not. */
  readonly kinds: RecordKinds | null;
}

const plain = (cell: string) => cell.normalize('NFKC').trim();
/** A cell of a header as it is compared. */
export const plainCell = (cell: string) =>
  plain(cell)
    .toLowerCase()
    .replace(/\(.*\)|[\s"']/g, '')
    .replace(/[-.・:/]/g, '_');

/**
 * Fields from a table with a header (項目名, 開始位置, 桁数 …) somewhere among its rows; places are added up where only lengths are
 * told. Null for any other table.
 */
export function layoutOfTable(rows: readonly (readonly string[])[]): LayoutReadings | null {
  for (const [at, row] of rows.entries()) {
    const header = row.map(plainCell);
    const find = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell));
    const bytes = find(BYTES);
    const places = {
      name: find(NAME),
      start: find(START),
      end: find(END),
      length: bytes >= 0 ? bytes : find(LENGTH),
      type: find(TYPE),
    };
    if (
      places.name < 0 ||
      (places.length < 0 && (places.start < 0 || places.end < 0) && !isRanges(rows, at, places.start))
    )
      continue;
    const fields = rows.slice(at + 1).flatMap((cells) => fieldOf(cells, places) ?? []);
    if (fields.length < 2) continue;
    const isZeroBased = fields[0]!.start === 0;
    const isInBytes = bytes >= 0 || places.length < 0;
    const readings = isInBytes || fields.every(({ wide }) => !wide) ? [1] : [1, 2];
    return {
      readings: readings.map((width) => placed(fields, isZeroBased, width)),
      kinds: kindsIn(rows.slice(at + 1), places.name),
    };
  }
  return null;
}

/** What the remarks of a field, also those in rows below it without a name, say of kinds of records. */
function kindsIn(rows: readonly (readonly string[])[], column: number): RecordKinds | null {
  const names = rows.map((cells) => plain(cells[column] ?? '').replace(/\s+/g, ''));
  for (const [at, name] of names.entries()) {
    const next = names.findIndex((other, later) => later > at && other !== '');
    const cells = rows
      .slice(at, next < 0 ? rows.length : next)
      .flatMap((row) => row.filter((_, place) => place !== column));
    const kinds = recordKinds(name, cells);
    if (kinds !== null) return kinds;
  }
  return null;
}

const RANGE = /^(\d+)\s*[-~〜～ー–:]\s*(\d+)$/;

function isRanges(rows: readonly (readonly string[])[], header: number, column: number): boolean {
  return column >= 0 && RANGE.test(plain(rows[header + 1]?.[column] ?? ''));
}

interface Places {
  readonly name: number;
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly type: number;
}

function fieldOf(cells: readonly string[], places: Places): Row | null {
  const cell = (at: number) => (at < 0 ? '' : plain(cells[at] ?? ''));
  const name = cell(places.name).replace(/\s+/g, '');
  if (name === '' || TOTAL.test(name)) return null;
  const range = RANGE.exec(cell(places.start));
  const start = range ? Number(range[1]) : numberOf(cell(places.start));
  const end = range ? Number(range[2]) : numberOf(cell(places.end));
  const length = numberOf(cell(places.length)) ?? (start !== null && end !== null ? end - start + 1 : null);
  if (length === null || length < 1) return null;
  const wide = [places.type, places.length].some((at) => WIDE.test(cell(at).toLowerCase()));
  return { name, start, length, wide };
}

/** 12, 12桁, X(12), 9(8). */
function numberOf(cell: string): number | null {
  const [, digits] =
    /^(?:[a-z9]{1,2}\()?(\d{1,5})(?:\)|\s*(?:桁|バイト|byte|bytes|文字|b))?$/i.exec(cell) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** A place that is not told follows the field before; lengths in characters make places anew. */
function placed(fields: readonly Row[], isZeroBased: boolean, width: number): Layout {
  const layout: Record<string, readonly [number, number]> = {};
  let next = 1;
  for (const { name, start, length, wide } of fields) {
    const from = width === 2 || start === null ? next : start + (isZeroBased ? 1 : 0);
    const size = wide ? length * width : length;
    layout[freeName(name, layout)] = [from, size];
    next = from + size;
  }
  return layout;
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  let free = name;
  for (let count = 2; Object.hasOwn(taken, free); count += 1) free = `${name}_${count}`;
  return free;
}

/** The last byte that a layout uses. */
export function endOf(layout: Layout): number {
  return Math.max(0, ...Object.values(layout).map(([start, length]) => start + length - 1));
}
