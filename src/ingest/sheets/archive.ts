import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { blocks } from '../byte-source.js';
import type { InputFile } from '../input-file.js';
import { inProportion } from '../unpacking.js';
import { tooManySheets } from './other-container.js';
import { MAX_PARTS } from './sheet-limits.js';

/** The parts of a workbook, by their names in small letters. */
export interface Archive {
  has(name: string): boolean;
  /** A part piece by piece. */
  stream(name: string): AsyncIterable<Uint8Array>;
  /** The beginning of a part as text. */
  beginning(name: string, bytes: number): Promise<string>;
  close(): void;
}

/**
 * Opens a ZIP archive by its directory. One packed with gzip is held in memory, others are read where they lie.
 *
 * @throws where it is no such archive, or broken.
 */
export async function openArchive(file: InputFile): Promise<Archive> {
  const zip = await openZip(file);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > MAX_PARTS) throw tooManySheets(file);
    }
  } catch (error) {
    zip.close();
    throw error;
  }
  const stream = async function* (name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw new Error('a part of the workbook is missing');
    const opened = await zip.openReadStreamPromise(entry);
    yield* inProportion(opened as AsyncIterable<Uint8Array>, entry.compressedSize);
  };
  return {
    has: (name) => entries.has(name.toLowerCase()),
    stream,
    beginning: async (name, bytes) => {
      let text = '';
      for await (const chunk of stream(name)) {
        text += Buffer.from(chunk).toString('utf8');
        if (text.length >= bytes) break;
      }
      return text.slice(0, bytes);
    },
    close: () => zip.close(),
  };
}

async function openZip(file: InputFile): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  if (!file.gzip) return openPromise(file.absolute, options);
  const parts: Buffer[] = [];
  for await (const block of blocks(file)) parts.push(block);
  return fromBufferPromise(Buffer.concat(parts), options);
}
