import type { InputFile } from '../input-file.js';
import type { Archive } from './archive.js';
import { binaryWorkbook, noWorkbook, tooManySheets } from './other-container.js';
import { readSharedStrings } from './shared-strings.js';
import { MAX_SHEETS } from './sheet-limits.js';
import type { SheetTab, Workbook } from './workbook.js';
import { type CellContext, readSheet } from './xlsx-sheet.js';
import { readDateStyles } from './xlsx-styles.js';
import { attribute, readXml } from './xml-events.js';

const ROOT = 'xl/workbook.xml';

/** The workbook of an .xlsx or .xlsm archive (ECMA-376, transitional or strict). */
export async function xlsxWorkbook(file: InputFile, archive: Archive): Promise<Workbook> {
  const root = await rootPart(archive);
  if (/\.bin$/i.test(root)) throw binaryWorkbook(file);
  if (!archive.has(root)) throw noWorkbook(file);
  const relations = await relationsOf(archive, root);
  const { tabs, isFrom1904 } = await tabsOf(file, archive, root, relations);
  let context: Promise<CellContext> | null = null;
  return {
    format: 'xlsx',
    tabs,
    rows: async function* (tab) {
      context ??= cellContext(archive, relations, isFrom1904);
      yield* readSheet(archive.stream((tab as XlsxTab).part), await context);
    },
    close: () => archive.close(),
  };
}

interface XlsxTab extends SheetTab {
  readonly part: string;
}

interface Relation {
  readonly id: string;
  /** Last word of the type: worksheet, chartsheet, sharedStrings, styles. */
  readonly type: string;
  readonly part: string;
}

async function rootPart(archive: Archive): Promise<string> {
  const relations = await relationsOf(archive, '');
  return relations.find(({ type }) => type === 'officeDocument')?.part ?? ROOT;
}

/** The relations of a part, their targets as names of parts. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const path = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!archive.has(path)) return [];
  const found: Relation[] = [];
  const relations = readXml<Relation>(archive.stream(path), (emit) => ({
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = (attributes.Type ?? '').split('/').at(-1)!;
      emit({ id: attributes.Id ?? '', type, part: resolved(folder, attributes.Target ?? '') });
    },
    close: () => {},
    text: () => {},
  }));
  for await (const relation of relations) found.push(relation);
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function tabsOf(file: InputFile, archive: Archive, root: string, relations: readonly Relation[]) {
  const sheets = new Map(
    relations.filter(({ type }) => type === 'worksheet').map(({ id, part }) => [id, part]),
  );
  const tabs: XlsxTab[] = [];
  let isFrom1904 = false;
  const found = readXml<XlsxTab>(archive.stream(root), (emit) => ({
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const part = sheets.get(attribute(attributes, 'id') ?? '');
      const hidden = /hidden/i.test(attributes.state ?? '');
      if (part !== undefined && archive.has(part)) emit({ name: attributes.name ?? '', hidden, part });
    },
    close: () => {},
    text: () => {},
  }));
  for await (const tab of found) if (tabs.push(tab) > MAX_SHEETS) throw tooManySheets(file);
  return { tabs, isFrom1904 };
}

async function cellContext(
  archive: Archive,
  relations: readonly Relation[],
  isFrom1904: boolean,
): Promise<CellContext> {
  const part = (wanted: string) => {
    const found = relations.find(({ type }) => type === wanted)?.part;
    return found !== undefined && archive.has(found) ? archive.stream(found) : null;
  };
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  const { serialToDate } = await import('hucre');
  return {
    strings: strings ? await readSharedStrings(strings) : [],
    isDate: styles ? await readDateStyles(styles) : [],
    dateOf: (serial) => serialToDate(serial, isFrom1904),
  };
}
