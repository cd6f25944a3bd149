import { inJapan, withoutMidnight } from '../japan-time.js';
import { numberText } from './cell-text.js';
import { MAX_COLUMNS, MAX_ROWS } from './sheet-limits.js';
import type { RawRow } from './workbook.js';
import { attribute, readXml, type XmlEvents } from './xml-events.js';

/** Rows of one sheet of an OpenDocument workbook that are not empty. @param place of the sheet among all. */
export async function* readOdsSheet(
  stream: AsyncIterable<Uint8Array>,
  place: number,
): AsyncGenerator<RawRow> {
  for await (const row of readXml<RawRow | 'end'>(stream, (emit) => sheetEvents(place, emit))) {
    if (row === 'end') return;
    yield row;
  }
}

type Attributes = Readonly<Record<string, string>>;

/** Elements inside a cell whose text is not the cell's: comments, readings above the characters, drawings. */
const ASIDE = ['annotation', 'ruby-text', 'frame', 'shapes', 'custom-shape'];

function sheetEvents(place: number, emit: (row: RawRow | 'end') => void): XmlEvents {
  let sheet = -1;
  let depth = 0;
  let index = 0;
  let rowRepeat = 1;
  let values: string[] | null = null;
  let column = 0;
  let cell: Attributes | null = null;
  let paragraphs: string[] = [];
  let isText = false;
  let aside = 0;

  const open = (name: string, attributes: Attributes) => {
    if (name === 'table') {
      depth += 1;
      if (depth === 1) sheet += 1;
    }
    if (sheet !== place || depth !== 1) return;
    if (ASIDE.includes(name)) aside += 1;
    else if (name === 'table-row') {
      values = [];
      column = 0;
      rowRepeat = repeats(attributes, 'number-rows-repeated', MAX_ROWS);
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      cell = attributes;
      paragraphs = [];
    } else if (aside === 0) textElement(name, attributes);
  };
  const textElement = (name: string, attributes: Attributes) => {
    if (name === 'p' && cell) {
      paragraphs.push('');
      isText = true;
    } else if (!isText) return;
    else if (name === 's') add(' '.repeat(repeats(attributes, 'c', 1024)));
    else if (name === 'tab') add('\t');
    else if (name === 'line-break') add('\n');
  };
  const add = (text: string) => {
    paragraphs[paragraphs.length - 1] += text;
  };
  const close = (name: string) => {
    if (name === 'table') {
      depth -= 1;
      if (sheet === place && depth === 0) emit('end');
      return;
    }
    if (sheet !== place || depth !== 1) return;
    if (ASIDE.includes(name)) aside -= 1;
    else if (name === 'p' && aside === 0) isText = false;
    else if ((name === 'table-cell' || name === 'covered-table-cell') && cell && values) {
      closeCell(values, cell);
      cell = null;
    } else if (name === 'table-row' && values) {
      if (index + rowRepeat > MAX_ROWS) rowRepeat = Math.max(0, MAX_ROWS - index);
      if (rowRepeat > 1 && values.length * rowRepeat > MOST_REPEATED)
        throw new RangeError('a row is repeated more often than anybody writes one');
      for (let i = 0; values.length > 0 && i < rowRepeat; i++) emit({ index: index + i, values });
      index += rowRepeat;
      values = null;
    }
  };
  const closeCell = (row: string[], attributes: Attributes) => {
    const count = repeats(attributes, 'number-columns-repeated', MAX_COLUMNS);
    const text = textOf(attributes, paragraphs.join('\n'));
    const end = Math.min(column + count, MAX_COLUMNS);
    if (text !== '') {
      while (row.length < column) row.push('');
      for (let i = column; i < end; i++) row.push(text);
    }
    column = end;
  };
  return {
    open,
    close,
    text: (text) => {
      if (isText && aside === 0) add(text);
    },
  };
}

/** Cells that one row may stand for by being repeated. */
const MOST_REPEATED = 5_000_000;

function repeats(attributes: Attributes, name: string, limit: number): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 0 ? Math.min(count, limit) : 1;
}

/** What a cell holds rather than what it shows: numbers and dates are shown in any form. */
function textOf(attributes: Attributes, shown: string): string {
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberText(attribute(attributes, 'value') ?? shown);
    case 'date':
      return withoutMidnight(inJapan(attribute(attributes, 'date-value') ?? shown));
    case 'boolean':
      return attribute(attributes, 'boolean-value') ?? shown;
    case 'string':
      return attribute(attributes, 'string-value') ?? shown;
    default:
      return shown;
  }
}
