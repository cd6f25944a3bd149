import type { InputFile } from '../input-file.js';
import type { Archive } from './archive.js';
import { readOdsSheet } from './ods-sheet.js';
import { noWorkbook, protectedWorkbook, tooManySheets } from './other-container.js';
import { MAX_SHEETS } from './sheet-limits.js';
import type { SheetTab, Workbook } from './workbook.js';
import { attribute, readXml } from './xml-events.js';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** The workbook of an OpenDocument archive (.ods, ISO/IEC 26300): one part holds all sheets, one after the other. */
export async function odsWorkbook(file: InputFile, archive: Archive): Promise<Workbook> {
  if (archive.has(MANIFEST) && (await archive.beginning(MANIFEST, 1 << 20)).includes('encryption-data'))
    throw protectedWorkbook(file);
  const tabs = await tabsOf(file, archive);
  if (tabs === null) throw noWorkbook(file);
  return {
    format: 'ods',
    tabs,
    rows: (tab) => readOdsSheet(archive.stream(CONTENT), tabs.indexOf(tab)),
    close: () => archive.close(),
  };
}

/** The sheets in order, or null for a document of another kind. */
async function tabsOf(file: InputFile, archive: Archive): Promise<readonly SheetTab[] | null> {
  const hiddenStyles = new Set<string>();
  const tabs: SheetTab[] = [];
  let isSpreadsheet = false;
  const found = readXml<SheetTab>(archive.stream(CONTENT), (emit) => {
    let style = '';
    let depth = 0;
    return {
      open: (name, attributes) => {
        if (name === 'spreadsheet') isSpreadsheet = true;
        else if (name === 'style') style = attribute(attributes, 'name') ?? '';
        else if (name === 'table-properties' && attribute(attributes, 'display') === 'false')
          hiddenStyles.add(style);
        else if (name === 'table') {
          depth += 1;
          const hidden = hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
          if (depth === 1) emit({ name: attribute(attributes, 'name') ?? '', hidden });
        }
      },
      close: (name) => {
        if (name === 'table') depth -= 1;
      },
      text: () => {},
    };
  });
  for await (const tab of found) if (tabs.push(tab) > MAX_SHEETS) throw tooManySheets(file);
  return isSpreadsheet ? tabs : null;
}
