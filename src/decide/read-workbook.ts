import { strFromU8, unzipSync } from 'fflate';
import type { CellValue, Sheet as ReadSheet, Workbook } from 'hucre';
import { EMPTY, type Sheet, type SheetCell, textCell } from './sheet.js';

/** Sheets of an .xlsx or .ods. Throws where it is neither, or broken. */
export async function readWorkbook(bytes: Buffer): Promise<readonly Sheet[]> {
  const hidden = hiddenTables(bytes);
  const { readOds, readXlsx } = await import('hucre');
  const book: Workbook = await (hidden === null ? readXlsx(bytes) : readOds(bytes));
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: Boolean(sheet.hidden || sheet.veryHidden || hidden?.has(sheet.name)),
    rows: (sheet.rows ?? []).map((row, r) => row.map((value, c) => cellOf(value, sheet, r, c))),
    merges: sheet.merges ?? [],
  }));
}

function cellOf(value: CellValue, sheet: ReadSheet, row: number, column: number): SheetCell {
  // What a formula gives may be the empty text: saving the file once more would not change that.
  if (value === '') return EMPTY;
  if (value === null) {
    return sheet.cells?.get(`${row},${column}`)?.formula === undefined
      ? EMPTY
      : { text: '', kind: 'formula' };
  }
  if (typeof value === 'boolean') return { text: String(value).toUpperCase(), kind: 'truth' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  if (value instanceof Date) return { text: '', kind: 'date' };
  return textCell(value);
}

/** Names of the hidden tables of an .ods; null where the archive is none. The library does not tell. */
function hiddenTables(bytes: Buffer): ReadonlySet<string> | null {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' });
  if (!parts['content.xml']) return null;
  const xml = strFromU8(parts['content.xml']);
  const tags = (name: string) => xml.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'));
  const styles = new Set<string>();
  let style = '';
  for (const [tag] of xml.matchAll(/<style:(?:style|table-properties)\b[^>]*>/g)) {
    style = /style:name="([^"]*)"/.exec(tag)?.[1] ?? style;
    if (/table:display="false"/.test(tag)) styles.add(style);
  }
  const names = [...tags('table:table')].flatMap(([tag]) => {
    const own = /table:style-name="([^"]*)"/.exec(tag)?.[1];
    return own !== undefined && styles.has(own)
      ? [unescaped(/table:name="([^"]*)"/.exec(tag)?.[1] ?? '')]
      : [];
  });
  return new Set(names);
}

function unescaped(text: string): string {
  const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => MARKS[name]!);
}
