import { zipSync } from 'fflate';

/**
 * Workbooks as programs other than ours write them, part by part: what the standard leaves open is turned each way. Text only
 * from this file goes in, so that nothing of the reader is tested by the writer of the same library.
 */
export type Cell =
  | string
  | number
  | boolean
  | null
  /** A formula, with the value that was stored beside it or none. */
  | { readonly formula: string; readonly value?: string | number | boolean }
  | { readonly error: string }
  /** A day as spreadsheets count them. */
  | { readonly day: number };

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merges?: readonly string[];
  /** Attributes of a row, such as `hidden="1"`. */
  readonly rowAttributes?: (row: number) => string;
}

export interface Dialect {
  /** Texts within their cells, or in a part of their own; there whole, in runs of two fonts, or with a reading beside. */
  readonly texts?: 'inline' | 'shared' | 'runs' | 'phonetic';
  /** Cells that do not say where they stand. */
  readonly placeless?: boolean;
  /** Every element with a prefix, as the Open XML SDK writes. */
  readonly prefix?: string;
  /** Names of the strict form of the standard. */
  readonly strict?: boolean;
  /** Parts named from the root of the archive. */
  readonly absolute?: boolean;
  /** Sheets stored in the reverse of their order, as after sheets were moved. */
  readonly reversed?: boolean;
  /** The last text of every row is an empty cell with a style, far to the right. */
  readonly trailing?: boolean;
  /** Each part begins with a byte order mark. */
  readonly bom?: boolean;
  /** A range of cells that is not what there is. */
  readonly dimension?: string;
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function letters(column: number): string {
  const own = String.fromCharCode(65 + (column % 26));
  return column < 26 ? own : letters(Math.floor(column / 26) - 1) + own;
}

export function workbook(sheets: readonly SheetOf[], dialect: Dialect = {}): Uint8Array {
  const { texts = 'shared', placeless, prefix = '', strict, absolute, reversed, trailing, bom } = dialect;
  const main = strict ? `${STRICT}/spreadsheetml/main` : `${TRANSITIONAL}/spreadsheetml/2006/main`;
  const links = strict
    ? `${STRICT}/officeDocument/relationships`
    : `${TRANSITIONAL}/officeDocument/2006/relationships`;
  const p = prefix === '' ? '' : `${prefix}:`;
  const root = (name: string, body: string) =>
    `<${p}${name} xmlns${prefix === '' ? '' : `:${prefix}`}="${main}" xmlns:r="${links}">${body}</${p}${name}>`;
  const strings: string[] = [];
  const shared = (text: string) => {
    const at = strings.indexOf(text);
    return at >= 0 ? at : strings.push(text) - 1;
  };

  const cellXml = (cell: Cell, row: number, column: number): string => {
    const place = placeless ? '' : ` r="${letters(column)}${row + 1}"`;
    const c = (more: string, body: string) => `<${p}c${place}${more}>${body}</${p}c>`;
    const v = (value: string | number) => `<${p}v>${value}</${p}v>`;
    if (cell === null) return placeless ? `<${p}c/>` : '';
    if (typeof cell === 'number') return c('', v(cell));
    if (typeof cell === 'boolean') return c(' t="b"', v(cell ? 1 : 0));
    if (typeof cell === 'string') {
      if (texts !== 'inline') return c(' t="s"', v(shared(cell)));
      return c(' t="inlineStr"', `<${p}is><${p}t xml:space="preserve">${escaped(cell)}</${p}t></${p}is>`);
    }
    if ('error' in cell) return c(' t="e"', v(cell.error));
    if ('day' in cell) return c(' s="1"', v(cell.day));
    const { formula, value } = cell;
    const type = typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : '';
    const stored = value === undefined ? '' : v(typeof value === 'string' ? escaped(value) : Number(value));
    return c(type, `<${p}f>${escaped(formula)}</${p}f>${stored}`);
  };
  const sheetXml = ({ rows, merges = [], rowAttributes = () => '' }: SheetOf) => {
    const body = rows.map((cells, row) => {
      const end = trailing ? `<${p}c r="${letters(60)}${row + 1}" s="1"/>` : '';
      const at = placeless ? '' : ` r="${row + 1}"`;
      const xml = cells.map((cell, column) => cellXml(cell, row, column)).join('');
      return `<${p}row${at} ${rowAttributes(row)}>${xml}${end}</${p}row>`;
    });
    const range = dialect.dimension === undefined ? '' : `<${p}dimension ref="${dialect.dimension}"/>`;
    const joined = merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('');
    const merged =
      merges.length > 0 ? `<${p}mergeCells count="${merges.length}">${joined}</${p}mergeCells>` : '';
    return root('worksheet', `${range}<${p}sheetData>${body.join('')}</${p}sheetData>${merged}`);
  };
  const item = (text: string): string => {
    const t = (part: string) => `<${p}t xml:space="preserve">${escaped(part)}</${p}t>`;
    const half = Math.ceil(text.length / 2);
    if (texts === 'runs') {
      const run = (part: string) => `<${p}r><${p}rPr><${p}b/></${p}rPr>${t(part)}</${p}r>`;
      return `<${p}si>${run(text.slice(0, half))}${run(text.slice(half))}</${p}si>`;
    }
    const reading = `<${p}rPh sb="0" eb="1">${t('ヨミ')}</${p}rPh><${p}phoneticPr fontId="1"/>`;
    return `<${p}si>${t(text)}${texts === 'phonetic' ? reading : ''}</${p}si>`;
  };

  const order = sheets.map((_, at) => (reversed ? sheets.length - at : at + 1));
  const from = absolute ? '/xl/' : '';
  const parts: Record<string, string> = {};
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${order[at]}.xml`] = sheetXml(sheet);
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<${p}sheet name="${escaped(name)}" sheetId="${at + 7}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  parts['xl/workbook.xml'] = root('workbook', `<${p}sheets>${listed.join('')}</${p}sheets>`);
  parts['xl/styles.xml'] = root(
    'styleSheet',
    `<${p}fonts count="1"><${p}font/></${p}fonts><${p}fills count="1"><${p}fill/></${p}fills><${p}borders count="1"><${p}border/></${p}borders><${p}cellStyleXfs count="1"><${p}xf numFmtId="0"/></${p}cellStyleXfs><${p}cellXfs count="2"><${p}xf numFmtId="0"/><${p}xf numFmtId="14" applyNumberFormat="1"/></${p}cellXfs>`,
  );
  if (strings.length > 0) parts['xl/sharedStrings.xml'] = root('sst', strings.map(item).join(''));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`;
  const relations = (body: string) =>
    `<Relationships xmlns="${TRANSITIONAL}/package/2006/relationships">${body}</Relationships>`;
  parts['xl/_rels/workbook.xml.rels'] = relations(
    [
      ...sheets.map((_, at) =>
        relation(`rId${at + 1}`, 'worksheet', `${from}worksheets/sheet${order[at]}.xml`),
      ),
      relation('rIdS', 'styles', `${from}styles.xml`),
      ...(strings.length > 0 ? [relation('rIdT', 'sharedStrings', `${from}sharedStrings.xml`)] : []),
    ].join(''),
  );
  parts['_rels/.rels'] = relations(
    relation('rId1', 'officeDocument', absolute ? '/xl/workbook.xml' : 'xl/workbook.xml'),
  );
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="${type}.${kind}+xml"/>`;
  parts['[Content_Types].xml'] =
    `<Types xmlns="${TRANSITIONAL}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${sheets.map((_, at) => override(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}${override('xl/styles.xml', 'styles')}${strings.length > 0 ? override('xl/sharedStrings.xml', 'sharedStrings') : ''}</Types>`;
  const mark = bom ? '\ufeff' : '';
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        Buffer.from(`${mark}<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
      ]),
    ),
  );
}

/** An OpenDocument table from the rows of its first sheet as XML: what LibreOffice writes, turned by hand. */
export function openDocument(tables: string, styles = ''): Uint8Array {
  const ns = 'urn:oasis:names:tc:opendocument:xmlns';
  const spaces = ['office', 'table', 'text', 'style']
    .map((name) => `xmlns:${name}="${ns}:${name}:1.0"`)
    .join(' ');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': Buffer.from(content),
    'META-INF/manifest.xml': Buffer.from(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
    ),
  });
}
