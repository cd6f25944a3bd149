import { Failure } from '../../text/failure.js';
import type { FailureKey } from '../../text/failures/index.js';
import { blocks } from '../byte-source.js';
import type { InputFile } from '../input-file.js';
import { MAX_SHEETS } from './sheet-limits.js';

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
  if (container === 'ole2') throw refusal(file, await oleRefusal(file));
  if (container === 'html') throw refusal(file, 'input-format/html');
  if (container === 'xml-spreadsheet') throw refusal(file, 'input-format/xml-spreadsheet');
  if (container === 'pdf') throw refusal(file, 'input-format/pdf');
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
  return refusal(file, 'input-format/binary-workbook');
}

export function protectedWorkbook(file: InputFile): Failure {
  return refusal(file, 'input-format/password');
}

export function noWorkbook(file: InputFile): Failure {
  return refusal(file, 'input-format/no-workbook');
}

/** More sheets, or parts of the archive, than a workbook has that a program or a person made. */
export function tooManySheets(file: InputFile): Failure {
  return new Failure('input-sheets', {
    values: { source: file.source, path: file.path, limit: MAX_SHEETS },
  });
}

function refusal(file: InputFile, key: FailureKey): Failure {
  return new Failure(key, { values: { source: file.source, path: file.path } });
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const OLD_SHEETS = [Buffer.from('Workbook\0', 'utf16le'), Buffer.from('Book\0', 'utf16le')];

/** An OLE2 container lists its streams by name in sectors anywhere: encrypted workbooks are told from old ones so. */
async function oleRefusal(file: InputFile): Promise<FailureKey> {
  let isSheet = false;
  let rest = Buffer.alloc(0);
  for await (const block of blocks(file)) {
    const bytes = Buffer.concat([rest, block]);
    if (bytes.includes(ENCRYPTED)) return 'input-format/password';
    isSheet ||= OLD_SHEETS.some((name) => bytes.includes(name));
    rest = Buffer.from(bytes.subarray(-64));
  }
  return isSheet ? 'input-format/old-workbook' : 'input-format/old-document';
}
