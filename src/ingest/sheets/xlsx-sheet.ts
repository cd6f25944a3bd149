import { inJapan, withoutMidnight } from '../japan-time.js';
import { dateText, numberText, unescaped } from './cell-text.js';
import { richText } from './shared-strings.js';
import { MAX_COLUMNS, MAX_ROWS } from './sheet-limits.js';
import type { RawRow } from './workbook.js';
import { readXml, type XmlEvents } from './xml-events.js';

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** By style: the number is a date. */
  readonly isDate: readonly boolean[];
  dateOf(serial: number): Date;
}

/** Rows of a worksheet that are not empty. */
export function readSheet(stream: AsyncIterable<Uint8Array>, context: CellContext): AsyncGenerator<RawRow> {
  return readXml<RawRow>(stream, (emit) => sheetEvents(context, emit));
}

interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
}

function sheetEvents(context: CellContext, emit: (row: RawRow) => void): XmlEvents {
  const inline = richText();
  let index = -1;
  let values: string[] | null = null;
  let cell: Cell | null = null;
  let column = -1;
  let isValue = false;
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        index = attributes.r === undefined ? index + 1 : placeOf(Number(attributes.r) - 1, MAX_ROWS);
        values = [];
        column = -1;
      } else if (values === null) return;
      else if (name === 'c') {
        column = placeOf(attributes.r === undefined ? column + 1 : columnOf(attributes.r), MAX_COLUMNS);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), value: '' };
        inline.clear();
      } else if (name === 'v') isValue = cell !== null;
      else inline.open(name);
    },
    close: (name) => {
      if (name === 'v') isValue = false;
      else if (name === 'c' && cell && values) {
        const text = textOf(cell, inline.text(), context);
        if (text !== '') fill(values, column, text);
        cell = null;
      } else if (name === 'row' && values) {
        if (values.length > 0) emit({ index, values });
        values = null;
      } else inline.close(name);
    },
    text: (text) => {
      if (isValue) cell!.value += text;
      else if (cell) inline.add(text);
    },
  };
}

function fill(values: string[], column: number, text: string): void {
  while (values.length < column) values.push('');
  values[column] = text;
}

function placeOf(place: number, limit: number): number {
  if (!(place >= 0 && place < limit)) throw new RangeError('a cell lies outside of the sheet');
  return place;
}

/** 27 for AB12. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const digit = letter.charCodeAt(0) & ~0x20;
    if (digit < 0x41 || digit > 0x5a) break;
    column = column * 26 + digit - 0x40;
  }
  return column - 1;
}

function textOf({ type, style, value }: Cell, inline: string, context: CellContext): string {
  switch (type) {
    case 's':
      return value.trim() === '' ? '' : (context.strings[Number(value)] ?? '');
    case 'inlineStr':
      return inline;
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '' ? '' : String(/^(1|true)$/i.test(value));
    case 'e':
      return value;
    case 'd':
      return withoutMidnight(inJapan(value));
    default:
      return numeric(value.trim(), style, context);
  }
}

function numeric(value: string, style: number, { isDate, dateOf }: CellContext): string {
  if (value === '' || !isDate[style] || Number.isNaN(Number(value)))
    return value === '' ? '' : numberText(value);
  const date = dateOf(Number(value));
  return Number.isNaN(date.getTime()) ? numberText(value) : dateText(date);
}
