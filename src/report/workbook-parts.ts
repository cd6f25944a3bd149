export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places of the formats in the styles below. */
export const TEXT = 1;
export const TITLE = 2;
export const WRAPPED = 3;

/** A sheet that has been written: its name, and the ranges that its filter covers and that are printed, null where it has none. */
export interface SheetPlace {
  readonly name: string;
  readonly range: string | null;
  readonly printed: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text as XML, in an element or an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ENTITIES[character]!);
}

/** The parts that name the sheets and the formats: the default, text, the bold text of titles, and text in several lines. */
export function workbookParts(sheets: readonly SheetPlace[]): readonly [string, string][] {
  const format = (font: number) =>
    `<xf numFmtId="49" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (list: readonly string[]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
  const wrapped =
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
  const each = (xml: (name: string, place: number, sheet: SheetPlace) => string) =>
    sheets.map((sheet, i) => xml(escaped(sheet.name), i + 1, sheet)).join('');
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return [
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(0)}${format(1)}${wrapped}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, place) => `<sheet name="${name}" sheetId="${place}" r:id="rId${place}"/>`)}</sheets><definedNames>${each((name, place, sheet) => namesOf(name, place - 1, sheet))}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
        relation('rIdStyles', 'styles', 'styles.xml'),
      ]),
    ],
    ['_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])],
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((_, place) => `<Override PartName="/xl/worksheets/sheet${place}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    ],
  ];
}

/** The filter, the printed columns, and the row and column that every sheet of paper repeats. */
function namesOf(name: string, sheet: number, { range, printed }: SheetPlace): string {
  if (range === null) return '';
  const defined = (what: string, text: string, attributes = '') =>
    `<definedName name="_xlnm.${what}" localSheetId="${sheet}"${attributes}>${text}</definedName>`;
  return [
    defined('_FilterDatabase', `'${name}'!${range}`, ' hidden="1"'),
    defined('Print_Area', `'${name}'!${printed}`),
    defined('Print_Titles', `'${name}'!$A:$A,'${name}'!$1:$1`),
  ].join('');
}
