import { utf8 } from '../text/utf8.js';
import {
  escaped,
  HEAD,
  MAIN,
  type SheetPlace,
  TEXT,
  TITLE,
  WRAPPED,
  workbookParts,
} from './workbook-parts.js';
import type { ZipEntry } from './zip-stream.js';

/** A workbook of text cells: rows under one header, on further sheets where one is full. */
export interface Workbook {
  /** Name of the first sheet; the next are called name_2, name_3 … */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: AsyncIterable<readonly (string | number)[]>;
  /** Rows of a sheet at most, the header counted. */
  readonly mostRows?: number;
  /** Rows of a further sheet of the same columns, asked for once all others are written. */
  readonly apart?: { readonly name: string; readonly rows: () => readonly (readonly (string | number)[])[] };
  /** Small tables behind the rows. */
  readonly behind?: readonly SmallSheet[];
  /** Columns on paper, from the first; all unless told. */
  readonly printed?: number;
  /** Stands at the foot of every sheet of paper. */
  readonly foot?: string;
}

/** A sheet of titles and rows, in which numbers are numbers. */
export interface SmallSheet {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface WorkbookColumn {
  readonly title: string;
  readonly width: number;
  /** Long texts go on in further lines. */
  readonly wraps?: boolean;
  /** Offered in a drop-down; other texts may be typed all the same. No commas, 255 characters in all. */
  readonly choices?: readonly string[];
  /** Shown beside a cell of a column with choices. */
  readonly hint?: string;
}

/** Excel's limit is 2^20 rows; a sheet stays well below the 4 GiB of a file in an archive, too. */
const MOST_ROWS = 2 ** 20;
const MOST_BYTES = 2 ** 31;
/** Bytes gathered before they are packed. */
const CHUNK = 2 ** 16;
/** Excel's own limit for one cell. */
const LONGEST_CELL = 32_767;

/**
 * The files of an .xlsx (ECMA-376) in the order to pack them, rows drawn as they are packed: every cell is text and
 * stays so when typed into, the header is bold, in sight and filters, columns with choices have a drop-down.
 */
export async function* workbookEntries(book: Workbook): AsyncGenerator<ZipEntry> {
  const rows = book.rows[Symbol.asyncIterator]();
  const sheets: SheetPlace[] = [];
  try {
    let next = await rows.next();
    do {
      const place = sheets.length + 1;
      const name = place === 1 ? book.name : `${book.name}_${place}`;
      const draw = async () => {
        const { done, value } = next;
        if (!done) next = await rows.next();
        return done ? null : value;
      };
      let last = 1;
      const data = sheetXml(book, draw, (row) => {
        last = row;
      });
      yield { name: `xl/worksheets/sheet${place}.xml`, data };
      sheets.push(placeOf(book, name, last));
    } while (!next.done);
  } finally {
    await rows.return?.();
  }
  const apart = book.apart?.rows() ?? [];
  if (book.apart && apart.length > 0) {
    const left = apart[Symbol.iterator]();
    const draw = async () => left.next().value ?? null;
    const place = placeOf(book, book.apart.name, apart.length + 1);
    yield { name: `xl/worksheets/sheet${sheets.length + 1}.xml`, data: sheetXml(book, draw, () => {}) };
    sheets.push(place);
  }
  for (const small of book.behind ?? []) {
    const data = [Buffer.from(smallSheetXml(small))];
    yield { name: `xl/worksheets/sheet${sheets.length + 1}.xml`, data };
    sheets.push({ name: small.name, range: null, printed: null });
  }
  for (const [name, xml] of workbookParts(sheets)) yield { name, data: [Buffer.from(HEAD + xml)] };
}

/** What the filter covers, and what is printed. */
function placeOf({ columns, printed = columns.length }: Workbook, name: string, last: number): SheetPlace {
  const range = (width: number) => `$A$1:$${letters(width - 1)}$${last}`;
  return { name, range: range(columns.length), printed: range(printed) };
}

async function* sheetXml(
  { columns, foot, mostRows = MOST_ROWS }: Workbook,
  draw: () => Promise<readonly (string | number)[] | null>,
  told: (lastRow: number) => void,
): AsyncGenerator<Uint8Array> {
  const wraps = columns.map((column) => column.wraps === true);
  const widths = columns.map(
    ({ width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${wraps[i] ? WRAPPED : TEXT}" customWidth="1"/>`,
  );
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`;
  text += rowXml(
    1,
    columns.map(({ title }) => title),
    TITLE,
  );
  let row = 1;
  let bytes = 0;
  while (row < mostRows && bytes < MOST_BYTES) {
    const cells = await draw();
    if (cells === null) break;
    row += 1;
    text += rowXml(row, cells, TEXT, wraps);
    if (text.length < CHUNK) continue;
    const chunk = utf8(text);
    bytes += chunk.length;
    yield chunk;
    text = '';
  }
  told(row);
  yield utf8(`${text}</sheetData>${tailXml(columns, row)}${paperXml(columns, row, foot)}</worksheet>`);
}

function smallSheetXml({ titles, rows }: SmallSheet): string {
  const drawn = [rowXml(1, titles, TITLE), ...rows.map((cells, index) => rowXml(index + 2, cells, TEXT))];
  const width = `<cols><col min="1" max="${titles.length}" width="18" customWidth="1"/></cols>`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/>${width}<sheetData>${drawn.join('')}</sheetData></worksheet>`;
}

function rowXml(
  row: number,
  cells: readonly (string | number)[],
  style: number,
  wraps: readonly boolean[] = [],
): string {
  let xml = `<row r="${row}">`;
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i]!;
    if (typeof text === 'number') {
      xml += `<c r="${letters(i)}${row}"><v>${text}</v></c>`;
      continue;
    }
    // A cell that is not there has the format of its column, and more than a third are empty.
    if (text === '') continue;
    const format = wraps[i] ? WRAPPED : style;
    const told = EDGE.test(text) ? '<t xml:space="preserve">' : '<t>';
    xml += `<c r="${letters(i)}${row}" s="${format}" t="inlineStr"><is>${told}${cellXml(text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** How it prints: landscape, as wide as a sheet, with its page and what kind of data it is; keys kept as text are no error. */
function paperXml(columns: readonly WorkbookColumn[], last: number, foot = ''): string {
  const margins = '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.6" header="0.3" footer="0.3"/>';
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  const footer = `<headerFooter><oddFooter>${escaped(`&L${foot}&R&P / &N`)}</oddFooter></headerFooter>`;
  const keys = `<ignoredErrors><ignoredError sqref="A1:${letters(columns.length - 1)}${last}" numberStoredAsText="1"/></ignoredErrors>`;
  return `${margins}${setup}${footer}${keys}`;
}

/** What follows the rows: the order of the elements is the schema's. */
function tailXml(columns: readonly WorkbookColumn[], last: number): string {
  const lists = columns.flatMap(({ choices, hint = '' }, i) => {
    if (!choices) return [];
    const place = `${letters(i)}2:${letters(i)}${Math.max(2, last)}`;
    const list = escaped(`"${choices.join(',')}"`);
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" prompt="${escaped(hint)}" sqref="${place}"><formula1>${list}</formula1></dataValidation>`,
    ];
  });
  const filter = `<autoFilter ref="A1:${letters(columns.length - 1)}${last}"/>`;
  if (lists.length === 0) return filter;
  return `${filter}<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** Characters that XML 1.0 cannot hold, and halves of surrogate pairs; shown as 〓 so that the file opens. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
/** Excel takes `_x0041_` in a text for a character; an escaped underscore keeps it as written. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text in which nothing of these is to be seen to: nearly every cell, and one look at it. */
const PLAIN = /^[^&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/;

/** Blanks at its ends, or a line's end within: readers may drop them where they are not told to keep them. */
const EDGE = /^\s|\s$|[\n\t]/;

/** A cell's text, whatever it is, as XML that is read as that text. */
export function cellXml(text: string): string {
  if (text.length <= LONGEST_CELL && PLAIN.test(text)) return text;
  return escaped(text.slice(0, LONGEST_CELL).replace(NOT_XML, '〓').replace(ESCAPE_LIKE, '_x005F_'));
}

/** Letters of a column: A, B … Z, AA … */
function letters(index: number): string {
  const own = String.fromCharCode(65 + (index % 26));
  return index < 26 ? own : letters(Math.floor(index / 26) - 1) + own;
}
