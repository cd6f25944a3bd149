import { fromBufferPromise } from 'yauzl';

/** What the bytes of a file say that it is, whatever it is called. */
export type Container = 'workbook' | 'password' | 'old-workbook' | 'page' | 'document' | 'export' | 'text';

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export function containerOf(bytes: Buffer): Container {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'workbook';
  if (bytes.subarray(0, 8).equals(OLE2)) return bytes.includes(ENCRYPTED) ? 'password' : 'old-workbook';
  const head = bytes
    .toString('latin1', 0, 4096)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^%PDF-/.test(head)) return 'document';
  if (/^(?:MIME-Version:|<)/i.test(head)) return 'page';
  return head.startsWith('{') ? 'export' : 'text';
}

/** Bytes that the parts of a workbook may hold, and how many to each packed one from `LEAST_SUSPECT` on. */
const MOST_BYTES = 2 ** 29;
const LEAST_SUSPECT = 2 ** 26;
const MOST_RATIO = 250;

/** Parts of a workbook of decisions at most: a sheet has some five, and each is held in memory. */
const MOST_PARTS = 5_000;

/** Whether an archive unpacks to more than a table has. Counts what comes out, not what the archive says. */
export async function isBomb(bytes: Buffer): Promise<boolean> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  let total = 0;
  if (zip.entryCount > MOST_PARTS) return true;
  for await (const entry of zip.eachEntry()) {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      total += (chunk as Buffer).length;
      if (total > MOST_BYTES || (total > LEAST_SUSPECT && total > MOST_RATIO * bytes.length)) return true;
    }
  }
  return false;
}
