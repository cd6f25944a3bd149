import type { Bilingual } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import { blocks } from '../byte-source.js';
import type { InputFile } from '../input-file.js';

/** What the first bytes of a file say that it is. */
export type Container = 'zip' | 'parquet' | 'ole2' | 'html' | 'xml-spreadsheet' | 'pdf' | 'text';

const MAGIC: readonly (readonly [Container, Buffer])[] = [
  ['zip', Buffer.from('PK\u0003\u0004')],
  ['parquet', Buffer.from('PAR1')],
  ['ole2', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['pdf', Buffer.from('%PDF-')],
];

export function containerOf(head: Buffer): Container {
  const magic = MAGIC.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes));
  if (magic) return magic[0];
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const text = head.toString(wide ? 'utf16le' : 'latin1', 0, 4096);
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(text))
    return 'xml-spreadsheet';
  const opening =
    /^[\s\ufeff\u00ef\u00bb\u00bf]*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|meta|body|style|table)\b/i;
  return opening.test(text) || /^MIME-Version:/i.test(text) ? 'html' : 'text';
}

/**
 * Refuses what no reader reads, and names it.
 *
 * @throws {Failure} `input-format` (exit code 2).
 */
export async function refuseUnreadable(file: InputFile, container: Container): Promise<void> {
  if (container === 'ole2') throw refusal(file, await oleText(file));
  if (container === 'html') throw refusal(file, HTML);
  if (container === 'xml-spreadsheet') throw refusal(file, XML_SPREADSHEET);
  if (container === 'pdf') throw refusal(file, PDF);
}

/** Refuses whatever is no archive, before it is opened as a workbook. */
export async function refuseOtherContainer(file: InputFile): Promise<void> {
  const container = containerOf(await firstBlock(file));
  await refuseUnreadable(file, container);
  if (container !== 'zip') throw noWorkbook(file);
}

async function firstBlock(file: InputFile): Promise<Buffer> {
  for await (const block of blocks(file)) return block;
  return Buffer.alloc(0);
}

export function binaryWorkbook(file: InputFile): Failure {
  return refusal(file, BINARY);
}

export function protectedWorkbook(file: InputFile): Failure {
  return refusal(file, PASSWORD);
}

export function noWorkbook(file: InputFile): Failure {
  return refusal(file, NO_WORKBOOK);
}

function refusal(file: InputFile, text: Bilingual): Failure {
  return new Failure('input-format', text, {
    exitCode: 2,
    values: { source: file.source, path: file.path },
  });
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const OLD_SHEETS = [Buffer.from('Workbook\0', 'utf16le'), Buffer.from('Book\0', 'utf16le')];

/** An OLE2 container lists its streams by name in sectors anywhere: encrypted workbooks are told from old ones so. */
async function oleText(file: InputFile): Promise<Bilingual> {
  let isSheet = false;
  let rest = Buffer.alloc(0);
  for await (const block of blocks(file)) {
    const bytes = Buffer.concat([rest, block]);
    if (bytes.includes(ENCRYPTED)) return PASSWORD;
    isSheet ||= OLD_SHEETS.some((name) => bytes.includes(name));
    rest = Buffer.from(bytes.subarray(-64));
  }
  return isSheet ? OLD_WORKBOOK : OLD_DOCUMENT;
}

const SAVE = {
  ja: 'Excel で開き、.xlsx 形式で保存し直してください。',
  en: 'Open it in Excel and save it as .xlsx.',
};
const OLD_WORKBOOK = {
  ja: `{source}: {path} は古い形式の Excel ブック（.xls）です。${SAVE.ja}`,
  en: `{source}: {path} is an old Excel workbook (.xls). ${SAVE.en}`,
};
const OLD_DOCUMENT = {
  ja: `{source}: {path} は古い形式の Office 文書で、表として読めません。表なら${SAVE.ja}`,
  en: `{source}: {path} is an old Office document and reads as no table. If it holds one: ${SAVE.en}`,
};
const PASSWORD = {
  ja: '{source}: {path} はパスワードで保護されたブックです。パスワードを外し、.xlsx 形式で保存し直してください。',
  en: '{source}: {path} is a workbook protected by a password. Save it as .xlsx without the password.',
};
const BINARY = {
  ja: `{source}: {path} はバイナリ形式の Excel ブック（.xlsb）です。${SAVE.ja}`,
  en: `{source}: {path} is a binary Excel workbook (.xlsb). ${SAVE.en}`,
};
const HTML = {
  ja: `{source}: {path} は HTML（Web ページ）で、Excel のブックや CSV ではありません。${SAVE.ja}`,
  en: `{source}: {path} is HTML (a web page), no workbook or CSV, whatever its name says. ${SAVE.en}`,
};
const XML_SPREADSHEET = {
  ja: `{source}: {path} は XML スプレッドシート（Excel 2003）です。${SAVE.ja}`,
  en: `{source}: {path} is an XML spreadsheet (Excel 2003). ${SAVE.en}`,
};
const PDF = {
  ja: '{source}: {path} は PDF で、表として読めません。元のシステムから CSV か .xlsx で出力してください。',
  en: '{source}: {path} is a PDF and reads as no table. Export it as CSV or .xlsx from the system it comes from.',
};
const NO_WORKBOOK = {
  ja: '{source}: {path} は Excel（.xlsx）や OpenDocument（.ods）のブックではありません。format を確かめてください。',
  en: '{source}: {path} is no workbook of Excel (.xlsx) or OpenDocument (.ods). Check its format.',
};
